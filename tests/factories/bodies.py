"""Bodies of articles that cite, as they are stored, as editors send and see them."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st
from wagtail import blocks
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.images.blocks import ImageBlock
from wagtail.snippets.blocks import SnippetChooserBlock

from blog.features import TEXT

EDITOR = ContentstateConverter(TEXT)
WORDS = [
    "Pain & <b>relief</b>",
    " 5 > 3 < 8",
    ' it\'s “so” "they say"',
    " über 😀",
    "\nnext line",
    ", ",
    ".",
    " <script>alert(1)</script>",
    ' <a class="citation" data-reference="1">[x]</a>',
]
PLACES = ["", "", "", "page 12", "table <2> & its \"note\" 'a'"]
NAMES = ["O’Dea 2020", "O'Dea & <Ash> 2020", "x"]
# What no record has for its key; some of it the editor never sends, but others may.
STRANGE = ["9" * 18, "9" * 40, "-1", "five", "٥", ""]


@dataclass(frozen=True)
class Cited:
    """One mark: the key that it names, the place in the source, and what it shows."""

    key: str
    locator: str
    text: str


@dataclass(frozen=True)
class Passage:
    """A text between marks, with bold and italics over parts of it."""

    pieces: tuple[str | Cited, ...]
    styles: tuple[tuple[str, int, int], ...] = ()

    @property
    def text(self) -> str:
        """What editors see."""
        return "".join(
            piece if isinstance(piece, str) else piece.text for piece in self.pieces
        )

    @property
    def marks(self) -> tuple[Cited, ...]:
        """The marks in their order."""
        return tuple(piece for piece in self.pieces if isinstance(piece, Cited))

    def contentstate(self) -> str:
        """Give the passage as the editor sends it."""
        ranges, entities, offset = [], {}, 0
        for piece in self.pieces:
            length = len(piece if isinstance(piece, str) else piece.text)
            if isinstance(piece, Cited):
                key = len(entities)
                ranges.append({"offset": offset, "length": length, "key": key})
                data = {"id": piece.key, "locator": piece.locator}
                entities[str(key)] = {
                    "type": "CITATION",
                    "mutability": "IMMUTABLE",
                    "data": {name: value for name, value in data.items() if value},
                }
            offset += length
        styles = [
            {"style": style, "offset": start, "length": min(length, offset - start)}
            for style, start, length in self.styles
            if start < offset
        ]
        block = {
            "key": "abcde",
            "text": self.text,
            "type": "unstyled",
            "depth": 0,
            "inlineStyleRanges": styles,
            "entityRanges": ranges,
            "data": {},
        }
        return json.dumps({"blocks": [block], "entityMap": entities})

    def stored(self) -> str:
        """Give the passage as the database keeps it."""
        return EDITOR.to_database_format(self.contentstate())


@dataclass(frozen=True)
class Part:
    """A block of the body: its kind, its passages in reading order, chosen sources."""

    kind: str
    passages: tuple[Passage, ...]
    sources: tuple[str, ...] = ()

    @property
    def keys(self) -> list[str]:
        """What the block cites, in reading order."""
        written = [mark.key for passage in self.passages for mark in passage.marks]
        return [*written, *self.sources]


PASSAGES = {
    "heading": 0,
    "paragraph": 1,
    "image": 1,
    "key_points": 2,
    "callout": 1,
    "options": 6,
    "definitions": 2,
    "table": 6,
    "evidence": 1,
    "unknowns": 2,
    "quotation": 1,
    "question": 1,
    "sign_off": 1,
}


def passages(keys: list[str]) -> st.SearchStrategy[Passage]:
    """Give passages that cite these keys, and now and then strange ones."""
    key = st.one_of(*[st.sampled_from(keys)] * 3, st.sampled_from(STRANGE))
    mark = st.builds(
        Cited,
        key,
        st.sampled_from(PLACES),
        st.sampled_from(NAMES).map(lambda name: f"[{name}]"),
    )
    piece = st.one_of(st.sampled_from(WORDS), mark, mark)
    style = st.tuples(
        st.sampled_from(["BOLD", "ITALIC"]), st.integers(0, 30), st.integers(1, 30)
    )
    return st.builds(
        Passage, st.lists(piece, min_size=1, max_size=6).map(_tidied), _few(style)
    )


def parts(keys: list[str], *gone: str) -> st.SearchStrategy[list[Part]]:
    """Give bodies of blocks of all kinds that cite these keys, in marks those gone."""
    source = st.sampled_from(keys)

    def of_kind(kind: str) -> st.SearchStrategy[Part]:
        count = PASSAGES[kind]
        texts = st.lists(passages([*keys, *gone]), min_size=count, max_size=count).map(
            tuple
        )
        sources = st.just(())
        if kind == "evidence":
            sources = st.lists(source, min_size=1, max_size=3, unique=True).map(tuple)
        return st.builds(Part, st.just(kind), texts, sources)

    return st.lists(
        st.sampled_from(sorted(PASSAGES)).flatmap(of_kind), min_size=1, max_size=5
    )


def raw(body: list[Part], image: int) -> list[dict[str, Any]]:
    """Give the blocks as a StreamField stores them."""
    return [
        {"type": part.kind, "id": f"block-{at}", "value": _value(part, image)}
        for at, part in enumerate(body)
    ]


def read(body: blocks.StreamValue) -> Iterator[tuple[str, tuple[Cited, ...]]]:
    """Give text and marks of each passage, as editors see them again."""
    for _name, value in form_data(body.stream_block, body, "body"):
        if not (isinstance(value, str) and '"entityMap"' in value):
            continue
        state = json.loads(value)
        [block] = state["blocks"]
        found = []
        for one in sorted(block["entityRanges"], key=lambda one: one["offset"]):
            data = state["entityMap"][str(one["key"])]["data"]
            shown = block["text"][one["offset"] : one["offset"] + one["length"]]
            found.append(Cited(data["id"], data.get("locator", ""), shown))
        yield block["text"], tuple(found)


def form_data(block: blocks.Block, value: Any, prefix: str) -> Iterator[tuple]:
    """Give what the editor sends for the value of a block."""
    if isinstance(block, blocks.StreamBlock | blocks.ListBlock):
        children = (
            value if isinstance(block, blocks.StreamBlock) else value.bound_blocks
        )
        yield f"{prefix}-count", len(children)
        for at, child in enumerate(children):
            yield f"{prefix}-{at}-type", getattr(child, "block_type", "item")
            yield f"{prefix}-{at}-id", child.id
            yield f"{prefix}-{at}-order", at
            yield f"{prefix}-{at}-deleted", ""
            yield from form_data(child.block, child.value, f"{prefix}-{at}-value")
    elif isinstance(block, TypedTableBlock):
        yield f"{prefix}-caption", ""
        yield f"{prefix}-column-count", len(value.columns)
        for at, column in enumerate(value.columns):
            yield f"{prefix}-column-{at}-type", column["block"].name
            yield f"{prefix}-column-{at}-heading", column["heading"]
            yield f"{prefix}-column-{at}-order", at
            yield f"{prefix}-column-{at}-deleted", ""
        yield f"{prefix}-row-count", len(value.row_data)
        for at, row in enumerate(value.row_data):
            yield f"{prefix}-row-{at}-order", at
            yield f"{prefix}-row-{at}-deleted", ""
            for across, cell in enumerate(row["values"]):
                kind = value.columns[across]["block"]
                yield from form_data(kind, cell, f"{prefix}-cell-{at}-{across}")
    elif isinstance(block, ImageBlock):
        yield f"{prefix}-image", value.pk
        yield f"{prefix}-alt_text", value.contextual_alt_text
    elif isinstance(block, blocks.StructBlock):
        for name, child in block.child_blocks.items():
            yield from form_data(child, value[name], f"{prefix}-{name}")
    elif isinstance(block, blocks.RichTextBlock):
        yield prefix, block.field.widget.format_value(value.source)
    elif isinstance(block, SnippetChooserBlock):
        yield prefix, value.pk
    elif isinstance(block, blocks.BooleanBlock):
        yield from [(prefix, "on")] if value else []
    else:
        yield prefix, block.value_for_form(value) or ""


def _few(strategy):
    return st.lists(strategy, max_size=2).map(tuple)


def _tidied(pieces: list[str | Cited]) -> tuple[str | Cited, ...]:
    """Start and end with a word: Wagtail drops white space there, and doubled."""
    tidy: list[str | Cited] = ["" if isinstance(pieces[0], Cited) else "Word"]
    for piece in pieces:
        before = tidy[-1] if isinstance(tidy[-1], str) else "x"
        if isinstance(piece, str) and before[-1:].isspace():
            piece = piece.lstrip()
        tidy.append(piece)
    if isinstance(tidy[-1], str):
        tidy.append("end")
    return tuple(piece for piece in tidy if piece)


def _value(part: Part, image: int) -> Any:
    html = [passage.stored() for passage in part.passages]
    if part.kind == "heading":
        return {"level": "h2", "text": "Section"}
    if part.kind == "paragraph":
        return html[0]
    if part.kind == "image":
        picture = {"image": image, "alt_text": "A square", "decorative": False}
        return {"image": picture, "caption": html[0]}
    if part.kind == "key_points":
        return {"title": "Points", "points": _items(html)}
    if part.kind == "callout":
        return {"kind": "note", "title": "", "text": html[0]}
    if part.kind == "options":
        options = [
            {
                "name": "One",
                "description": html[at],
                "benefits": _items([html[at + 1]]),
                "drawbacks": _items([html[at + 2]]),
            }
            for at in (0, 3)
        ]
        return {"title": "", "options": _items(options)}
    if part.kind == "definitions":
        return {"items": _items([{"term": "T", "definition": one} for one in html])}
    if part.kind == "table":
        caption, *cells, note = html
        columns = [{"type": "text", "heading": name} for name in "AB"]
        rows = [{"values": cells[:2]}, {"values": cells[2:]}]
        table = {"columns": columns, "rows": rows, "caption": ""}
        return {"caption": caption, "table": table, "row_headers": True, "note": note}
    if part.kind == "evidence":
        return {
            "claim": html[0],
            "certainty": "low",
            "reasons": ["imprecision"],
            "comment": "",
            "sources": _items([int(key) for key in part.sources]),
        }
    if part.kind == "unknowns":
        return {"title": "Unknown", "questions": _items(html)}
    if part.kind == "quotation":
        return {"text": html[0], "attribution": ""}
    if part.kind == "question":
        return {"question": "Why?", "answer": html[0]}
    return {"text": html[0], "author": None, "name": "Orla"}


def _items(values: list[Any]) -> list[dict[str, Any]]:
    return [
        {"type": "item", "id": f"item-{at}", "value": value}
        for at, value in enumerate(values)
    ]
