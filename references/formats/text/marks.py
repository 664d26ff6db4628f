"""What stands in a typed reference besides its layout, and can stand anywhere in it.

Identifiers and addresses, the dates of access, of updating and of early publication,
and remarks such as "[Internet]". They are taken out first, so that the layouts need
not expect them.
"""

import re
from dataclasses import dataclass, field
from typing import Any

from references import dates, identifiers
from references.formats.text.words import DATE, tidy
from references.identifiers import Identifier

_HELD = "\ufffc"
_FIELDS = {
    "doi": "DOI",
    "pmid": "PMID",
    "pmcid": "PMCID",
    "isbn": "ISBN",
    "issn": "ISSN",
}


@dataclass(frozen=True)
class Marks:
    """What was taken out as CSL fields, the text that remains, and what it told.

    `address` is true where an address stood that holds no identifier, `online` where
    the reference says that it was read on the web.
    """

    text: str
    fields: dict[str, Any] = field(default_factory=dict)
    address: bool = False
    online: bool = False


_SEEN = r"(?:(?:date|last)\s)?(?:cited|accessed|retrieved|viewed|consulted|access date)"
_DATED = (
    (
        "updated",
        rf"[\[(]?\s*\b(?:last\s)?(?:updated|modified|revised)\s*(?:on\b)?\s*:?\s*"
        rf"(?P<date>{DATE})\s*(?:[;,]\s*(?={_SEEN})|[\])])?",
    ),
    (
        "accessed",
        rf"[\[(]\s*{_SEEN}\s*(?:on\b)?\s*:?\s*(?P<date>{DATE})[^\[\]()]{{0,40}}[\])]",
    ),
    (
        "accessed",
        rf"\b{_SEEN}\s*(?:on\b)?\s*:?\s*(?P<date>{DATE})\s*[\])]?,?\s*"
        r"(?:\b(?:from|at)\b:?)?",
    ),
    ("available-date", rf"\bEpub:?\s*(?P<date>{DATE})\s*[.;]?"),
)
_REMARKS = (
    r"\b(?:Erratum|Comment|Update|Republished|Retraction) (?:in|on|of):?\s.*",
    r"[\[(]?\b[Ii]n (?:Chinese|English|French|German|Italian|Japanese|Korean|Polish"
    r"|Portuguese|Russian|Spanish|Swedish|Turkish)\b(?:[^()\[\]]{0,40}[\])]|\.?\s*$)",
    r"\b[A-Z0-9()-]{8,30}\s\[pii\];?",
    rf"\(?\bArchived (?:by|at|from|on)\b[^.()\ufffc]{{0,60}}{_HELD}?\)?",
    r"\b(?:Review|Print)\.\s*$",
)
_EARLY = re.compile(
    r"[\[(]?\b(?P<status>(?:e-?pub|online|published online) ahead of print)\b[\])]?\.?",
    re.IGNORECASE,
)
_WEB = re.compile(
    r"\s*\[(?:(?:serial|homepage|monograph)?\s*(?:on the )?"
    r"internet|online|web ?(?:page|site)|html|pdf)\]",
    re.IGNORECASE,
)
_AVAILABLE = re.compile(
    rf"[\[(]?\b(?:(?:freely\s)?available|retrieved|accessed|accessible)\s*(?:online)?\s*"
    rf"(?:from|at|via|in|on)?\s*(?:the)?\s*:?\s*{_HELD}",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    rf"[\[(]?(?:\b(?:doi|URL|PMC?ID|PubMed(?:\sCentral)?|ISBN|https?|website|link|see)\b"
    rf"\s*[:=]?\s*)?{_HELD}[\])]?",
    re.IGNORECASE,
)
_NUMBERS_AT_END = re.compile(
    r"(?:(?<=[.;\ufffc])\s*|(?<=[0-9])\s+)(?:[0-9]{6,8}[\s.;]*){1,3}$"
)


def take(text: str) -> Marks:
    """Take the marks out of one reference."""
    fields: dict[str, Any] = {}
    custom: dict[str, Any] = {}
    text, found, links = _identifiers(text.replace(_HELD, " "))
    for identifier in found:
        if identifier.scheme in _FIELDS:
            fields.setdefault(_FIELDS[identifier.scheme], identifier.value)
        elif identifier.scheme == "nbk":
            custom.setdefault("NBK", identifier.value)
        elif identifier.scheme == "arxiv":
            fields |= {"archive": "arXiv", "archive_location": identifier.value}
    if links:
        fields["URL"] = links[0]
    for name, dated in _DATED:
        if match := re.search(dated, text, re.IGNORECASE):
            date = dates.parse(match["date"])
            (custom if name == "updated" else fields).setdefault(name, date)
            text = f"{text[: match.start()]} {text[match.end() :]}"
    if early := _EARLY.search(text):
        fields["status"] = early["status"]
        text = _EARLY.sub("", text)
    if custom:
        fields["custom"] = custom
    online = bool(_WEB.search(text) or "accessed" in fields or _AVAILABLE.search(text))
    for pattern in (_WEB, _AVAILABLE, _LABELLED):
        text = pattern.sub(_HELD, text)
    for remark in _REMARKS:
        text = re.sub(remark, "", text)
    text = _NUMBERS_AT_END.sub("", text)
    address = any(identifier.scheme == "url" for identifier in found)
    return Marks(_closed(text), fields, address, online)


def _identifiers(text: str) -> tuple[str, list[Identifier], list[str]]:
    """Give the text with a sign for each identifier, them, and the addresses."""
    parts: list[str] = []
    found: list[Identifier] = []
    links: list[str] = []
    addresses = 0
    position = 0
    for mention in identifiers.mentions(text):
        held = text[mention.start : mention.end]
        parts += [text[position : mention.start], _HELD]
        position = mention.end
        found.append(mention.identifier)
        if mention.identifier.scheme == "url":
            links.insert(addresses, mention.identifier.value)
            addresses += 1
        elif re.match(r"https?://(?!(?:dx\.)?doi\.org)", held, re.IGNORECASE):
            links.append(held)
    return "".join([*parts, text[position:]]), found, links


def _closed(text: str) -> str:
    """Put the text together again where marks stood."""
    text = re.sub(rf"[\s,;:]*{_HELD}[\s,;:.]*$", "", text)
    text = re.sub(rf"\s*{_HELD}\s*", " ", text)
    text = re.sub(r"\s+([.,;:])", r"\1", text)
    text = re.sub(r"[.,;:](?:\s*\.)+(?=\s|$)", ".", text)
    text = re.sub(r"(?<=[a-z]{2}[.?!])(?=[A-Z][a-z])", " ", text)
    text = re.sub(r"\(\s*\)|\[\s*\]", "", text)
    return re.sub(r"\s+", " ", text).strip(" ,;:") if tidy(text) else ""
