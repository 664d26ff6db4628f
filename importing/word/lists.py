"""Paragraphs of lists as nested lists of HTML."""

from dataclasses import dataclass, field

_DEEPEST = 5


@dataclass
class Entry:
    """An item: how deep it lies, whether it is numbered, its number, and its HTML."""

    level: int
    ordered: bool
    number: int
    html: str
    list_id: str = ""


@dataclass
class _Open:
    tag: str
    first: Entry
    level: int
    number: int
    parts: list[str] = field(default_factory=list)


def nested(entries: list[Entry]) -> list[tuple[Entry, str]]:
    """Give each list by its first item and as HTML, deeper items in the one before."""
    done: list[tuple[Entry, str]] = []
    stack: list[_Open] = []
    for entry in entries:
        tag = "ol" if entry.ordered else "ul"
        while stack and (
            entry.level < stack[-1].level
            or (entry.level == stack[-1].level and _is_another(stack[-1], tag, entry))
        ):
            _close(stack, done)
        if not stack or (entry.level > stack[-1].level and len(stack) < _DEEPEST):
            start = f' start="{entry.number}"' if entry.ordered else ""
            opening = f"<{tag}{start}>" if entry.number != 1 else f"<{tag}>"
            stack.append(_Open(tag, entry, entry.level, entry.number, [opening]))
        else:
            stack[-1].parts.append("</li>")
            stack[-1].number = entry.number
        stack[-1].parts.append(f"<li>{entry.html}")
    while stack:
        _close(stack, done)
    return done


def _is_another(current: _Open, tag: str, entry: Entry) -> bool:
    return current.tag != tag or (entry.ordered and entry.number != current.number + 1)


def _close(stack: list[_Open], done: list[tuple[Entry, str]]) -> None:
    closed = stack.pop()
    text = "".join([*closed.parts, f"</li></{closed.tag}>"])
    if stack:
        stack[-1].parts.append(text)
    else:
        done.append((closed.first, text))
