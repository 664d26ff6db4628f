"""What citations add to the time that a text takes to be rendered.

A text with 200 citations of 120 sources is compared with the same text without them:
blocks as readers get them, rich text, numbers, ranges and links, in one process and
without a database.
"""

import json
import statistics
import time
from pathlib import Path

from bench.table import Row
from blog.models import ArticlePage
from references.citing import cite
from references.records import Item

_CITATIONS = 200
_SOURCES = 120
_PARAGRAPHS = 50
_RUNS = 60
_SENTENCE = (
    "Pain that lasts for months changes how nerves answer to touch, to cold and to "
    "pressure, and what helps one person does not always help another."
)


def measure(data: Path) -> list[Row]:
    """Render a text of our own with citations and without; `data` is not used."""
    del data
    items = {key: _item(key) for key in range(1, _SOURCES + 1)}
    texts = {cites: _paragraphs(cites=cites) for cites in (False, True)}
    spent: dict[bool, list[float]] = {False: [], True: []}
    # In turn, so that whatever else the computer does slows down both alike.
    for _each in range(_RUNS):
        for cites, paragraphs in texts.items():
            start = time.perf_counter()
            cite(_rendered(paragraphs), items)
            spent[cites].append(1000 * (time.perf_counter() - start))
    plain, cited = statistics.median(spent[False]), statistics.median(spent[True])
    return [
        Row(
            f"Body with {_CITATIONS} citations, times of one without",
            cited / plain,
            2,
            unit="times",
            at_least=False,
            note=f"{cited:.1f} ms and {plain:.1f} ms, p50 of {_RUNS} runs",
        )
    ]


def _rendered(paragraphs: list[str]) -> list[str]:
    # With a key of its kind, which would be looked up otherwise.
    page = ArticlePage(pk=1, content_type_id=1, live=True)
    page.body = json.dumps(
        [
            {"type": "paragraph", "id": f"p{at}", "value": value}
            for at, value in enumerate(paragraphs)
        ]
    )
    page.offers_asking = True
    return [block.render_as_block({"page": page}) for block in page.body]


def _paragraphs(*, cites: bool) -> list[str]:
    each = _CITATIONS // _PARAGRAPHS
    return [
        "<p>"
        + "".join(
            f"{_SENTENCE[:-1]}{_mark(at * each + one) if cites else ''}. "
            for one in range(each)
        )
        + "</p>"
        for at in range(_PARAGRAPHS)
    ]


def _mark(at: int) -> str:
    key = at * 7 % _SOURCES + 1
    return f'<a linktype="citation" id="{key}">[Fennimore{key} 2020]</a>'


def _item(key: int) -> Item:
    return {
        "type": "article-journal",
        "title": f"Study {key}",
        "author": [{"family": f"Fennimore{key}", "given": "A."}],
        "issued": {"date-parts": [[2020]]},
    }
