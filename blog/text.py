"""The text of articles as readers get it: its blocks, with citations, and its sources.

The page, its preview, the feeds and the files of sources all take it from here, so that
a source has the same number everywhere.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from django.db.models import Model, prefetch_related_objects
from django.http import HttpRequest
from django.utils.safestring import SafeString
from wagtail.blocks import StreamValue
from wagtail.models import Page

from references.citing.library import CitedSource, cite_each
from references.citing.styles import Style
from references.models import Reference


@dataclass(frozen=True)
class Text:
    """An article's text before and after the list of contents, and what it cites."""

    opening: SafeString
    sections: SafeString
    cited: list[CitedSource]


def text_of(
    page: Page,
    request: HttpRequest | None,
    style: Style,
    pictures: Iterable[Model] = (),
) -> Text:
    """Give the text of one article.

    The renditions of `pictures` that stand around it are loaded with those inside.
    """
    return texts_of([page], request, style, pictures)[0]


def texts_of(
    pages: Sequence[Page],
    request: HttpRequest | None,
    style: Style,
    pictures: Iterable[Model] = (),
) -> list[Text]:
    """Give the texts of articles, in the queries that one of them takes.

    What their blocks point at is loaded for all of them together, which is why the
    blocks of all articles are first made into one stream.
    """
    bodies = [page.body for page in pages]
    blocks = iter(_joined(bodies))
    streams = [[next(blocks) for _raw in body.raw_data] for body in bodies]
    _prefetch_renditions(chain.from_iterable(streams), pictures)
    parts = [
        [
            _rendered(part, {"page": page, "self": page, "request": request})
            for part in _at_first_heading(stream)
        ]
        for page, stream in zip(pages, streams, strict=True)
    ]
    return [
        Text(opening, sections, cited)
        for (opening, sections), cited in cite_each(parts, style)
    ]


def blocks_of(
    page: Page, request: HttpRequest, style: Style
) -> tuple[list[tuple[str, SafeString]], list[CitedSource]]:
    """Give the blocks of an article one by one, by their keys, and what they cite."""
    blocks = list(page.body)
    _prefetch_renditions(blocks, ())
    context = {"page": page, "self": page, "request": request}
    parts = [block.render_as_block(context) for block in blocks]
    [(shown, cited)] = cite_each([parts], style)
    keys = [block.id or "" for block in blocks]
    return list(zip(keys, shown, strict=True)), cited


def sources(text: Text, reading: Iterable[Reference]) -> list[Reference]:
    """Give what a text cites, then what the page lists beside it, each once."""
    return list(dict.fromkeys(chain((each.reference for each in text.cited), reading)))


def _joined(bodies: Sequence[StreamValue]) -> Sequence[Any]:
    if len(bodies) < 2:
        return bodies[0] if bodies else []
    raw = list(chain.from_iterable(body.raw_data for body in bodies))
    return bodies[0].stream_block.to_python(raw)


def _prefetch_renditions(blocks: Iterable[Any], pictures: Iterable[Model]) -> None:
    images = [
        block.value.get("image") for block in blocks if block.block_type == "image"
    ]
    images += pictures
    prefetch_related_objects([image for image in images if image], "renditions")


def _at_first_heading(blocks: list) -> tuple[list, list]:
    """Split a body in two: the list of contents stands between."""
    kinds = [block.block_type for block in blocks]
    start = kinds.index("heading") if "heading" in kinds else 0
    return blocks[:start], blocks[start:]


def _rendered(blocks: list, context: dict[str, Any]) -> str:
    return "".join(block.render_as_block(context) for block in blocks)
