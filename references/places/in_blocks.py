"""Places in texts and in the values of blocks."""

from collections.abc import Iterator
from typing import Any

from wagtail import blocks
from wagtail.blocks.field_block import ChooserBlock
from wagtail.contrib.typed_table_block.blocks import BaseTypedTableBlock

from references import rewriting
from references.models import Reference
from references.places.place import Path, Place


def in_text(holder: Any, key: Any, path: Path) -> Iterator[Place]:
    """Give the place that a rich text is, if it cites; `holder` has it under `key`."""
    text = holder[key] if isinstance(holder, list) else holder.get(key)
    if isinstance(text, str) and (keys := rewriting.cited(text)):

        def put(keys: list[int]) -> None:
            holder[key] = rewriting.recite(holder[key], keys)

        yield Place(path, keys, put)


def in_block(block: blocks.Block, holder: Any, key: Any, path: Path) -> Iterator[Place]:
    """Give the places in the value that `holder` has under `key`."""
    value = holder[key] if isinstance(holder, list) else holder.get(key)
    if isinstance(block, blocks.RichTextBlock):
        yield from in_text(holder, key, path)
    elif _chooses(block):
        if isinstance(value, int | str) and str(value).isdecimal():

            def put(keys: list[int]) -> None:
                [holder[key]] = keys

            yield Place(path, [int(value)], put)
    elif isinstance(block, blocks.BaseStreamBlock) and isinstance(value, list):
        for at, child in enumerate(value):
            if (kind := block.child_blocks.get(child.get("type"))) is not None:
                here = (*path, str(child.get("id") or f"+{at}"))
                yield from in_block(kind, child, "value", here)
    elif isinstance(block, blocks.BaseStructBlock) and isinstance(value, dict):
        for name, kind in block.child_blocks.items():
            yield from in_block(kind, value, name, (*path, name))
    elif isinstance(block, blocks.ListBlock) and isinstance(value, list):
        for at, child in enumerate(value):
            if block._item_is_in_block_format(child):
                here = (*path, str(child["id"] or f"+{at}"))
                yield from in_block(block.child_block, child, "value", here)
            else:
                yield from in_block(block.child_block, value, at, (*path, f"+{at}"))
    elif isinstance(block, BaseTypedTableBlock) and isinstance(value, dict):
        yield from _in_table(block, value, path)


def _in_table(
    block: BaseTypedTableBlock, table: dict[str, Any], path: Path
) -> Iterator[Place]:
    kinds = [
        block.child_blocks.get(column.get("type"))
        for column in table.get("columns") or []
    ]
    for at, row in enumerate(table.get("rows") or []):
        values = row.get("values") or []
        for across, kind in enumerate(kinds[: len(values)]):
            if kind is not None:
                here = (*path, str(at), str(across))
                yield from in_block(kind, values, across, here)


def may_cite(block: blocks.Block, seen: frozenset[int] = frozenset()) -> bool:
    """Whether a value of this block can point at records."""
    if id(block) in seen:
        return False
    if isinstance(block, blocks.RichTextBlock) or _chooses(block):
        return True
    children = list(getattr(block, "child_blocks", {}).values())
    if isinstance(block, blocks.ListBlock):
        children.append(block.child_block)
    return any(may_cite(child, seen | {id(block)}) for child in children)


def _chooses(block: blocks.Block) -> bool:
    return isinstance(block, ChooserBlock) and block.target_model is Reference
