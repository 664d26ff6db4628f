"""One typed reference to an item.

What has its own form is taken out first (`marks`), then the names at the head
(`opening`); what remains is read as one of the `layouts`.
"""

import re

from references import dates
from references.formats.text import layouts, marks, opening
from references.records import Item

LONGEST = 5000
"""Characters of the longest text that is read as one reference."""

# What cannot be seen is left out, and a hyphen is one whatever the font made of it.
_TYPOGRAPHY = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff\x00")) | {
    ord("\u2010"): "-",
    ord("\u2011"): "-",
}


def parse(line: str) -> Item:
    """Give the item that a typed reference describes; `{}` when it is none.

    Nothing is invented: what the text does not say is absent, and people behind "et al"
    are left out. A text that is longer than `LONGEST` is no reference.
    """
    text = _closed_up(line.translate(_TYPOGRAPHY))
    if not text or len(text) > LONGEST:
        return {}
    marked = marks.take(text)
    head = opening.read(marked.text)
    fields = layouts.read(head, marked)
    if head.date:
        fields["issued"] = head.date
    if issued := dates.parse(str(fields.pop("issued", "")).rstrip(" -–.")):
        fields["issued"] = issued
    if head.names:
        fields["editor" if head.editors else "author"] = head.names
    item = marked.fields | {key: value for key, value in fields.items() if value}
    known = bool(marked.fields or head.names or "issued" in item)
    return item if known and (item.get("title") or marked.fields) else {}


def _closed_up(text: str) -> str:
    """Leave out spaces that a conversion put before punctuation."""
    text = re.sub(r"\s+", " ", text).strip()
    return re.sub(r"(?<=[([])\s|\s(?=[,.;:)\]](?:\s|$))", "", text)
