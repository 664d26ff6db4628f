"""Records of lines that begin with a tag and a dash: what RIS and MEDLINE share."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

_ADDRESS = re.compile(r"https?://\S+$")


@dataclass
class TaggedRecord:
    """Tags with their values in file order, the text they came from, and its place."""

    line: int
    fields: list[tuple[str, str]] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)

    @property
    def raw(self) -> str:
        return "\n".join(self.lines).strip()

    @property
    def place(self) -> str:
        return f"line {self.line}"

    def all(self, *tags: str) -> list[str]:
        """Give the values of these tags that say something, in file order."""
        return [value for tag, value in self.fields if tag in tags and value]

    def first(self, *tags: str) -> str:
        """Give the value of the first of these tags that has one, or ""."""
        values = (value for tag in tags for value in self.all(tag))
        return next(values, "")


def split(
    text: str,
    pattern: re.Pattern[str],
    *,
    starts: Callable[[str], bool],
    ends: Callable[[str], bool],
    prose: frozenset[str] = frozenset(),
) -> Iterator[TaggedRecord]:
    """Give the records of a text; those without fields hold lines that are none.

    `pattern` matches a line's tag and value; other lines go on with the value before
    them, as lines of their own where its tag is one of `prose`. A record ends before a
    tag that `starts` another, and after a line that `ends` it.
    """
    record = TaggedRecord(1)
    for number, line in enumerate(text.splitlines(), 1):
        match = pattern.match(line)
        if match and record.lines and (not record.fields or starts(match[1])):
            yield record
            record = TaggedRecord(number)
        if not record.lines:
            if not line.strip():
                continue
            record = TaggedRecord(number)
        record.lines.append(line)
        if match:
            record.fields.append((match[1], match[2].strip()))
        elif record.fields and line.strip():
            tag, value = record.fields[-1]
            separator = "\n" if tag in prose else _separator(value, line.strip())
            record.fields[-1] = (tag, f"{value}{separator}{line.strip()}".strip())
        if ends(line):
            yield record
            record = TaggedRecord(number + 1)
    if record.lines:
        yield record


def _separator(value: str, line: str) -> str:
    """Join a wrapped address without a space, all else with one."""
    return "" if _ADDRESS.match(value) and " " not in line else " "
