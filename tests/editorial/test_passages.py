"""Rich text at any depth of a StreamField."""

import pytest
from wagtail import blocks
from wagtail.blocks.stream_block import StreamValue
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock
from wagtail.snippets.blocks import SnippetChooserBlock

from editorial.passages import Passage, passages


class Card(blocks.StructBlock):
    title = blocks.CharBlock()
    text = blocks.RichTextBlock()
    picture = ImageChooserBlock(required=False)
    file = DocumentChooserBlock(required=False)
    page = blocks.PageChooserBlock(required=False)


class Sourced(blocks.StructBlock):
    claim = blocks.RichTextBlock()
    cards = blocks.ListBlock(Card())
    sources = blocks.ListBlock(SnippetChooserBlock("references.Reference"))


class Body(blocks.StreamBlock):
    paragraph = blocks.RichTextBlock()
    points = blocks.ListBlock(blocks.RichTextBlock())
    card = Card()
    sourced = Sourced()
    table = TypedTableBlock(
        [("text", blocks.RichTextBlock()), ("number", blocks.FloatBlock())]
    )
    inner = blocks.StreamBlock([("paragraph", blocks.RichTextBlock())])


def stored(*children):
    return StreamValue(
        Body(),
        [
            {"type": kind, "value": value, "id": f"b{n}"}
            for n, (kind, value) in enumerate(children)
        ],
        is_lazy=True,
    )


def item(value, item_id):
    return {"type": "item", "value": value, "id": item_id}


@pytest.mark.parametrize(
    ("child", "expected"),
    [
        (("paragraph", "<p>A</p>"), [Passage("b0", "b0", "<p>A</p>")]),
        (("paragraph", ""), []),
        (
            ("points", [item("<p>A</p>", "i1"), item("<p>B</p>", "i2")]),
            [
                Passage("i1", "b0.i1", "<p>A</p>"),
                Passage("i2", "b0.i2", "<p>B</p>"),
            ],
        ),
        (("points", ["<p>A</p>"]), [Passage("b0", "b0", "<p>A</p>")]),
        (
            ("card", {"title": "T", "text": "<p>A</p>", "picture": 77}),
            [Passage("b0", "b0.text", "<p>A</p>")],
        ),
        (("card", {"title": "T"}), []),
        (
            (
                "sourced",
                {
                    "claim": "<p>A</p>",
                    "cards": [item({"text": "<p>B</p>"}, "i1")],
                    "sources": [item(5, "i2")],
                },
            ),
            [
                Passage("b0", "b0.claim", "<p>A</p>", is_sourced=True),
                Passage("i1", "b0.cards.i1.text", "<p>B</p>", is_sourced=True),
            ],
        ),
        (
            ("sourced", {"claim": "<p>A</p>", "cards": [], "sources": []}),
            [Passage("b0", "b0.claim", "<p>A</p>")],
        ),
        (
            (
                "table",
                {
                    "columns": [
                        {"type": "text", "heading": ""},
                        {"type": "number", "heading": ""},
                        {"type": "gone", "heading": ""},
                    ],
                    "rows": [{"values": ["<p>A</p>", 1.0, "x"]}],
                    "caption": "",
                },
            ),
            [Passage("b0", "b0", "<p>A</p>")],
        ),
        (
            ("inner", [{"type": "paragraph", "value": "<p>A</p>", "id": "s1"}]),
            [Passage("s1", "b0.s1", "<p>A</p>")],
        ),
        (("gone", "<p>A</p>"), []),
    ],
)
def test_each_kind_of_block_gives_its_texts(child, expected):
    assert passages(stored(child)) == expected


def test_texts_come_in_reading_order_and_nothing_is_loaded(
    db, django_assert_num_queries
):
    chosen = {"picture": 1, "file": 1, "page": 1}
    card = ("card", {"title": "", "text": "<p>B</p>", **chosen})
    value = stored(("paragraph", "<p>A</p>"), card, ("paragraph", "<p>C</p>"))
    with django_assert_num_queries(0):
        assert [it.html for it in passages(value)] == [
            "<p>A</p>",
            "<p>B</p>",
            "<p>C</p>",
        ]


def test_a_value_that_was_not_stored_yet_gives_its_texts_too():
    value = Body().normalize([("points", ["<p>A</p>"]), ("paragraph", "<p>B</p>")])
    assert [it.html for it in passages(value)] == ["<p>A</p>", "<p>B</p>"]


def test_an_empty_field_gives_nothing():
    assert passages(StreamValue(Body(), [])) == []
