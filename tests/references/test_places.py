"""Where stored content points at records: in blocks of every kind."""

import copy

from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.images.blocks import ImageChooserBlock
from wagtail.snippets.blocks import SnippetChooserBlock

from references.places import in_blocks

TEXT = '<p><a linktype="citation" id="5">x</a></p>'
SOURCE = SnippetChooserBlock("references.Reference")
BLOCK = blocks.StreamBlock(
    [
        ("text", blocks.RichTextBlock()),
        ("plain", blocks.TextBlock()),
        ("image", ImageChooserBlock()),
        ("source", SOURCE),
        ("sources", blocks.ListBlock(SOURCE)),
        (
            "card",
            blocks.StructBlock(
                [
                    ("source", SOURCE),
                    ("inner", blocks.StreamBlock([("text", blocks.RichTextBlock())])),
                ]
            ),
        ),
        (
            "table",
            TypedTableBlock([("source", SOURCE), ("number", blocks.IntegerBlock())]),
        ),
    ]
)
CONTENT = [
    {"type": "text", "value": TEXT, "id": "a"},
    {"type": "plain", "value": TEXT, "id": "b"},
    {"type": "image", "value": 5, "id": "c"},
    {"type": "source", "value": 5, "id": "d"},
    {"type": "source", "value": None, "id": "e"},
    {
        "type": "sources",
        "id": "f",
        "value": [{"type": "item", "value": 5, "id": "f1"}, 6, None],
    },
    {
        "type": "card",
        "id": "g",
        "value": {
            "source": 7,
            "inner": [{"type": "text", "value": TEXT}, {"type": "gone", "value": 5}],
            "gone": 5,
        },
    },
    {
        "type": "table",
        "id": "h",
        "value": {
            "columns": [
                {"type": "number", "heading": "5"},
                {"type": "source", "heading": "5"},
            ],
            "rows": [{"values": [5, 5]}, {"values": [5]}],
            "caption": TEXT,
        },
    },
    {"type": "gone", "value": TEXT, "id": "i"},
]


def places(content):
    return list(in_blocks.in_block(BLOCK, {"body": content}, "body", ("body",)))


def test_texts_and_choosers_are_found_at_any_depth():
    assert [(".".join(place.path), place.keys) for place in places(CONTENT)] == [
        ("body.a", [5]),
        ("body.d", [5]),
        ("body.f.f1", [5]),
        ("body.f.+1", [6]),
        ("body.g.source", [7]),
        ("body.g.inner.+0", [5]),
        ("body.h.0.1", [5]),
    ]


def test_other_keys_are_put_and_nothing_else_changes():
    content = copy.deepcopy(CONTENT)
    for place in places(content):
        place.put([key + 10 for key in place.keys])
    assert [place.keys for place in places(content)] == [
        [15],
        [15],
        [15],
        [16],
        [17],
        [15],
        [15],
    ]
    for place in places(content):
        place.put([key - 10 for key in place.keys])
    assert content == CONTENT


def test_blocks_that_cannot_point_are_told():
    assert in_blocks.may_cite(BLOCK)
    assert not in_blocks.may_cite(
        blocks.ListBlock(blocks.StructBlock([("image", ImageChooserBlock())]))
    )
