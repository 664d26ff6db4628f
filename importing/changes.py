"""What changed from one version of a manuscript to the next."""

from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

from editorial.comparison import Comparison
from editorial.comparison import compare as compare_html
from importing.draft import Block, Draft


def compare(old: Draft, new: Draft) -> Comparison:
    """Tell what came, went and changed, passage by passage and word by word."""
    return compare_html(as_html(old), as_html(new))


def as_html(draft: Draft) -> str:
    """Give all that a draft says, in its order, as HTML to compare."""
    parts = [f"<h1>{escape(draft.title)}</h1>" if draft.title else ""]
    parts += [_html(block) for block in draft.blocks]
    lines = [line for line in draft.printed if line]
    if lines:
        items = "".join(f"<li>{escape(line)}</li>" for line in lines)
        parts.append(f'<ol class="references">{items}</ol>')
    return "".join(parts)


def _html(block: Block) -> str:
    value = block.value
    match block.type:
        case "paragraph":
            return str(value)
        case "heading":
            return f"<{value['level']}>{escape(value['text'])}</{value['level']}>"
        case "quotation":
            return f"<blockquote>{value['text']}</blockquote>"
        case "notes":
            items = "".join(f"<li>{note}</li>" for note in value["notes"])
            return f"<ol>{items}</ol>"
        case "table":
            return _table(value)
        case "image":
            picture = f'<img src="{escape(value["image"])}" alt="">'
            caption = f"<figcaption>{value['caption']}</figcaption>"
            return f"<figure>{picture}{caption}</figure>"
    return "".join(_texts(value))


def _table(value: Mapping[str, Any]) -> str:
    table = value["table"]
    heads = "".join(f"<th>{escape(each['heading'])}</th>" for each in table["columns"])
    rows = "".join(
        f"<tr>{''.join(f'<td>{cell}</td>' for cell in row['values'])}</tr>"
        for row in table["rows"]
    )
    caption = f"<caption>{value['caption']}</caption>"
    return f"<table>{caption}<tr>{heads}</tr>{rows}</table>{value['note']}"


def _texts(value: Any) -> Iterator[str]:
    """Give the texts of a block of any other type."""
    if isinstance(value, str) and value:
        yield value if value.startswith("<") else f"<p>{escape(value)}</p>"
    elif isinstance(value, Mapping):
        for name, each in value.items():
            if name not in ("kind", "level"):
                yield from _texts(each)
