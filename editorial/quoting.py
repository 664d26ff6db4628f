"""The sentences of a page that a reader can point at."""

from collections.abc import Collection, Iterator

from wagtail.blocks.stream_block import StreamValue
from wagtail.fields import StreamField
from wagtail.models import Page

from editorial.claims import Sentence, sentences
from editorial.passages import passages


def quotable(page: Page, block_ids: Collection[str]) -> dict[str, list[Sentence]]:
    """Give the sentences in some blocks of a page, each once, by the id of the block.

    Only blocks at the top of a body have their own link; what stands deeper belongs to
    them. A block that is not there, or holds no sentence, is left out.
    """
    found: dict[str, dict[str, Sentence]] = {}
    for _name, stream in _streams(page):
        for block_id, html in _texts(stream, block_ids):
            texts = found.setdefault(block_id, {})
            for sentence in sentences(html):
                if sentence.text and not sentence.is_heading:
                    texts.setdefault(sentence.text, sentence)
    return {key: list(texts.values()) for key, texts in found.items() if texts}


def content_path(page: Page, block_id: str) -> str:
    """Give the place of a block in Wagtail's editor, or nothing if it is not there."""
    for name, stream in _streams(page):
        if block_id in _block_ids(stream):
            return f"{name}.{block_id}"
    return ""


def _streams(page: Page) -> Iterator[tuple[str, StreamValue]]:
    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            yield field.name, field.value_from_object(page)


def _texts(
    stream: StreamValue, block_ids: Collection[str]
) -> Iterator[tuple[str, str]]:
    there = [key for key in _block_ids(stream) if key in block_ids]
    for passage in passages(stream) if there else []:
        for key in there:
            if passage.path == key or passage.path.startswith(f"{key}."):
                yield key, passage.html


def _block_ids(stream: StreamValue) -> list[str]:
    # As stored: what the blocks choose is not loaded for this.
    return [block["id"] for block in stream.raw_data if block.get("id")]
