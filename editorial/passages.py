"""The rich text in the value of a StreamField, with the place of each."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from wagtail import blocks
from wagtail.blocks.field_block import ChooserBlock
from wagtail.blocks.stream_block import StreamValue
from wagtail.contrib.typed_table_block.blocks import BaseTypedTableBlock

# By name: this app and the library do not import each other.
_SOURCE = "references.Reference"


@dataclass(frozen=True)
class Passage:
    """Rich text as stored, and where it stands.

    `block_id` is that of the nearest block or list item with an id, `path` what
    Wagtail's editor calls its content path, below the field. `is_sourced` tells whether
    a source is chosen beside the text, in a field of the same block.
    """

    block_id: str
    path: str
    html: str
    is_sourced: bool = False


def passages(value: StreamValue) -> list[Passage]:
    """Give the rich text of a StreamField's value in reading order, at any depth.

    Works on the stored form: nothing that blocks choose is loaded.
    """
    stored = value.get_prep_value()
    return list(_in_block(value.stream_block, stored, Passage("", "", "")))


def _in_block(block: blocks.Block, stored: Any, at: Passage) -> Iterator[Passage]:
    if isinstance(block, blocks.RichTextBlock):
        if isinstance(stored, str) and stored:
            yield Passage(at.block_id, at.path, stored, at.is_sourced)
    elif isinstance(block, blocks.BaseStreamBlock) and isinstance(stored, list):
        for child in stored:
            if (kind := block.child_blocks.get(child["type"])) is not None:
                here = _below(at, child.get("id"))
                yield from _in_block(kind, child["value"], here)
    elif isinstance(block, blocks.ListBlock) and isinstance(stored, list):
        for item in stored:
            # Items written by hand, or before Wagtail 2.16, stand without an id.
            if block._item_is_in_block_format(item):
                here = _below(at, item.get("id"))
                yield from _in_block(block.child_block, item["value"], here)
            else:
                yield from _in_block(block.child_block, item, at)
    elif isinstance(block, blocks.BaseStructBlock) and isinstance(stored, dict):
        sourced = at.is_sourced or any(
            _chooses_sources(kind) and stored.get(name)
            for name, kind in block.child_blocks.items()
        )
        for name, kind in block.child_blocks.items():
            inside = Passage(at.block_id, _join(at.path, name), "", bool(sourced))
            yield from _in_block(kind, stored.get(name), inside)
    elif isinstance(block, BaseTypedTableBlock) and isinstance(stored, dict):
        kinds = [block.child_blocks.get(it["type"]) for it in stored["columns"]]
        for row in stored["rows"]:
            for kind, cell in zip(kinds, row["values"], strict=False):
                if kind is not None:
                    # The editor knows no content path inside a table.
                    yield from _in_block(kind, cell, at)


def _below(at: Passage, block_id: str | None) -> Passage:
    if not block_id:
        return at
    return Passage(block_id, _join(at.path, block_id), "", at.is_sourced)


def _join(path: str, step: str) -> str:
    return f"{path}.{step}" if path else step


def _chooses_sources(block: blocks.Block) -> bool:
    if isinstance(block, blocks.ListBlock):
        return _chooses_sources(block.child_block)
    return isinstance(block, ChooserBlock) and block.model_class._meta.label == _SOURCE
