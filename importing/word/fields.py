"""Fields: what Word or a reference manager computed, and from what.

A field's code stands between "begin" and "separate", what it shows between "separate"
and "end". Fields nest, and may begin in one paragraph and end in another.
"""

import re
from dataclasses import dataclass, field

_ARGUMENT = re.compile(r'"((?:[^"\\]|\\.)*)"|(\S+)')
_CITATIONS = (
    ("Zotero", re.compile(r"ADDIN\s+ZOTERO_ITEM\b")),
    ("Mendeley", re.compile(r"ADDIN\s+(?:CSL_CITATION|Mendeley Citation)\b", re.I)),
    ("EndNote", re.compile(r"ADDIN\s+EN\.CITE\s*(?!\.DATA)(?:<|$)")),
    ("Citavi", re.compile(r"ADDIN\s+Citavi\.?Placeholder\b", re.I)),
    ("Reference Manager", re.compile(r"ADDIN\s+REFMGR\.CITE\b")),
    ("Papers", re.compile(r"ADDIN\s+PAPERS2_CITATIONS\b")),
    ("Paperpile", re.compile(r"ADDIN\s+PAPERPILE_CITATIONS\b", re.I)),
    ("Word", re.compile(r"CITATION\s", re.I)),
    ("", re.compile(r"ADDIN\s+\S*CITATION", re.I)),
)
_BIBLIOGRAPHY = re.compile(
    r"BIBLIOGRAPHY\b"
    r"|ADDIN\s+(?:ZOTERO_BIBL|Mendeley\s+Bibliography|EN\.REFLIST|EN\.BIB\b"
    r"|Citavi\.?Bibliography|REFMGR\.REFLIST|PAPERS2_BIBLIOGRAPHY"
    r"|PAPERPILE_BIBLIOGRAPHY|\S*BIBLIOGRAPHY)",
    re.IGNORECASE,
)


@dataclass
class Field:
    """A field that is open. `shows` is whether what follows is what it shows.

    `has_shown` is whether it showed anything so far.
    """

    code: list[str] = field(default_factory=list)
    data: list[str] = field(default_factory=list)
    shows: bool = False
    has_shown: bool = False
    link: str = ""
    citation: str = ""
    origin: str = ""
    kind: str = ""

    @property
    def instruction(self) -> str:
        """The whole code; it may have been split over many runs."""
        return "".join(self.code).strip()


def kind(instruction: str) -> str:
    """Give "citation", "bibliography", or a field's own name in capitals."""
    if _BIBLIOGRAPHY.match(instruction):
        return "bibliography"
    if any(pattern.match(instruction) for _tool, pattern in _CITATIONS):
        return "citation"
    return instruction.split(None, 1)[0].upper() if instruction else ""


def tool(instruction: str) -> str:
    """Give the program whose citation a field is, or ""."""
    return next((name for name, its in _CITATIONS if its.match(instruction)), "")


def target(instruction: str) -> str:
    """Give where a HYPERLINK, REF or PAGEREF field leads: an address or "#" and a name.

    >>> target('HYPERLINK "https://example.org/a" \\\\l "b"')
    'https://example.org/a#b'
    """
    name, _space, rest = instruction.partition(" ")
    words = [
        (quoted.replace('\\"', '"').replace("\\\\", "\\") or bare, not quoted)
        for quoted, bare in _ARGUMENT.findall(rest)
    ]
    address, fragment = "", ""
    switch = ""
    for word, bare in words:
        if bare and word.startswith("\\"):
            switch = word
        elif switch.lower() == "\\l":
            fragment, switch = word, ""
        elif switch.lower() in {"\\o", "\\t"}:
            switch = ""
        elif not address:
            address = word
    if name.upper() != "HYPERLINK":
        return f"#{address}" if address else ""
    return f"{address}#{fragment}" if fragment else address


def sequence(instruction: str) -> str:
    """Give what a SEQ field counts ("Table"), or ""."""
    words = instruction.split()
    return words[1] if len(words) > 1 and words[0].upper() == "SEQ" else ""
