"""Identifiers of published work, brought to the one form that is stored.

Sources of the rules: the DOI Handbook (2.2), NCBI's descriptions of PMID, PMCID and
Bookshelf accession numbers, the ISBN Users' Manual (7th edition), ISO 3297 for ISSN,
and arXiv's "Understanding the arXiv identifier".
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from references import addresses
from references.addresses import Scheme


@dataclass(frozen=True)
class Identifier:
    """A name for one work: its `scheme`, and its `value` in the form that is stored."""

    scheme: Scheme
    value: str


@dataclass(frozen=True)
class Mention:
    """An identifier inside a text, which holds it, label included, at `start:end`."""

    identifier: Identifier
    start: int
    end: int


# What word processors put in place of a hyphen, and what cannot be seen.
_HYPHENS = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013", "-"))
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))

_DOI = re.compile(r"10\.[0-9]{4,9}(?:\.[0-9]+)*/[^\s\x00-\x1f\x7f\ufffd]+")
_PMID = re.compile(r"[1-9][0-9]{0,8}")
_PMCID = re.compile(r"(?:PMC\s?){0,2}([0-9]{4,9})(?:\.[0-9]+)?", re.IGNORECASE)
_NBK = re.compile(r"NBK([0-9]{1,9})", re.IGNORECASE)
_ARXIV = re.compile(
    r"([0-9]{4}\.[0-9]{4,5}|[a-z-]{2,12}(?:\.[a-z]{2})?/[0-9]{7})(?:v[0-9]+)?",
    re.IGNORECASE,
)
_LABELS: dict[Scheme, str] = {
    "doi": r"doi",
    "pmid": r"(?:PMID|PubMed(?:\s*ID)?)",
    "pmcid": r"PMC\s?ID",
    "nbk": r"Bookshelf(?:\s*ID)?",
    "isbn": r"ISBN(?:-1[03])?",
    "issn": r"(?:e-?)?ISSN(?:-L)?",
    "arxiv": r"arXiv",
}


def bare_doi(text: str) -> str:
    """Give a DOI as it is printed, without its address; `ValueError` when it is none.

    Its case is kept: it says nothing (DOI Handbook, 2.4), but publishers print it.
    """
    value = unquote(_value(text, "doi")).rstrip(".,;:")
    if not _DOI.fullmatch(value):
        raise ValueError("A DOI starts with “10.”, such as 10.1000/182.")
    return value


def normalise_doi(text: str) -> str:
    """Give a DOI in the form to compare and store, which is lower case.

    `ValueError` when it is none.
    """
    return bare_doi(text).lower()


def normalise_pmid(text: str) -> str:
    """Give a PubMed number as digits; `ValueError` when it is none."""
    value = _value(text, "pmid")
    if not _PMID.fullmatch(value):
        raise ValueError("A PubMed number has one to nine digits.")
    return value


def normalise_pmcid(text: str) -> str:
    """Give a PubMed Central number as `PMC…`; `ValueError` when it is none."""
    match = _PMCID.fullmatch(_value(text, "pmcid"))
    if match is None:
        raise ValueError("A PubMed Central number looks like PMC1234567.")
    return f"PMC{match[1]}"


def normalise_nbk(text: str) -> str:
    """Give an NCBI Bookshelf number as `NBK…`; `ValueError` when it is none."""
    match = _NBK.fullmatch(_value(text, "nbk"))
    if match is None:
        raise ValueError("A Bookshelf number looks like NBK562246.")
    return f"NBK{match[1]}"


def normalise_isbn(text: str) -> str:
    """Give an ISBN as its thirteen digits, made from ten where it is an old one.

    `ValueError` when it has another length or its check digit is wrong.
    """
    value = re.sub(r"[\s-]", "", _value(text, "isbn")).upper()
    if not re.fullmatch(r"[0-9]{9}[0-9X]|97[89][0-9]{10}", value):
        raise ValueError("An ISBN has 10 digits, or 13 that begin with 978 or 979.")
    stem = value[:-1] if len(value) == 13 else f"978{value[:-1]}"
    total = sum(
        int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(stem)
    )
    check = str(-total % 10)
    if value[-1] != (check if len(value) == 13 else _modulo_11(value[:-1])):
        raise ValueError("A digit of this ISBN is wrong: its check digit does not fit.")
    return stem + check


def normalise_issn(text: str) -> str:
    """Give an ISSN as `1234-5679`; `ValueError` when it is none."""
    value = re.sub(r"[\s-]", "", _value(text, "issn")).upper()
    if not re.fullmatch(r"[0-9]{7}[0-9X]", value):
        raise ValueError("An ISSN has eight digits, such as 0028-4793.")
    if value[-1] != _modulo_11(value[:-1]):
        raise ValueError("A digit of this ISSN is wrong: its check digit does not fit.")
    return f"{value[:4]}-{value[4:]}"


def normalise_arxiv(text: str) -> str:
    """Give an arXiv number without its version; `ValueError` when it is none."""
    match = _ARXIV.fullmatch(_value(text, "arxiv"))
    if match is None:
        raise ValueError("An arXiv number looks like 2301.12345.")
    return match[1].lower()


_NORMALISE: dict[Scheme, Callable[[str], str]] = {
    "doi": normalise_doi,
    "pmcid": normalise_pmcid,
    "nbk": normalise_nbk,
    "isbn": normalise_isbn,
    "issn": normalise_issn,
    "arxiv": normalise_arxiv,
    "pmid": normalise_pmid,
}


def recognise(text: str) -> Identifier | None:
    """Give the identifier that the whole text is, or `None`.

    An address counts as the identifier that it holds (doi.org, PubMed, PubMed Central,
    Bookshelf, Europe PMC, arXiv, a publisher's address with a DOI), otherwise as `url`.
    A number alone is an ISBN where its length and check digit say so, else a PMID.
    """
    text = _plain(text)
    schemes = [scheme for scheme in _LABELS if _label(scheme).match(text)]
    if address := addresses.read(text):
        schemes = [address.scheme]
    elif text.isdigit():
        schemes = ["isbn", "pmid"]
    for scheme in schemes or _NORMALISE:
        if scheme == "url":
            continue
        try:
            return Identifier(scheme, _NORMALISE[scheme](text))
        except ValueError:
            continue
    return Identifier("url", address.text) if address else None


def find(text: str) -> list[Identifier]:
    """Give the identifiers inside a running text, each once, in their order.

    Numbers count only where a label ("PMID:", "ISBN") or an address says what they are.
    """
    visible = text.translate(_INVISIBLE)
    return list(dict.fromkeys(mention.identifier for mention in mentions(visible)))


_MENTION = re.compile(
    r"""(?P<address>(?<![a-z])(?:https?://|www\.)[^\s"“”<>]{1,2000})
    |(?P<doi>(?:\bdoi\s{0,3}[:=]?\s{0,3}|(?:dx\.)?doi\.org/|(?<![\w./]))
        10\.[0-9]{4,9}(?:\.[0-9]{1,9}){0,9}/[^\s"“”]{1,300})
    |(?P<pmid>(?<![a-z])(?:PMID|PubMed(?:\s{0,3}ID|\s{0,3}:))
        \s{0,3}:?\s{0,3}[0-9]{1,9}(?![0-9]))
    |(?P<pmcid>(?<![a-z])(?:PMC\s?ID\s{0,3}:?\s{0,3})?
        (?:PMC\s?){1,2}[0-9]{4,9}(?![0-9]))
    |(?P<nbk>\bNBK[0-9]{1,9}(?![0-9]))
    |(?P<isbn>\bISBN(?:-1[03])?\s{0,3}:?\s{0,3}
        (?:97[89][\s-]?)?(?:[0-9][\s-]?){9}[0-9X](?![0-9]))
    |(?P<issn>\b(?:e-?)?ISSN(?:-L)?\s{0,3}:?\s{0,3}[0-9]{4}-?[0-9]{3}[0-9X](?![0-9]))
    |(?P<arxiv>\barXiv\s{0,3}:\s{0,3}(?:[0-9]{4}\.[0-9]{4,5}
        |[a-z-]{2,12}(?:\.[a-z]{2})?/[0-9]{7})(?:v[0-9]{1,2})?)""",
    re.VERBOSE | re.IGNORECASE,
)
# Where a text goes on without a space after a DOI or an address.
_GLUED = re.compile(
    r"(?<![/=])(?:PMID|PMCID|PMC[0-9]{5}|Epub\b|[Dd][Oo][Ii]:|https?:)"
    r"|</|[,;|]10\.[0-9]{4}"
)


def mentions(text: str) -> Iterator[Mention]:
    """Give the identifiers inside a running text with their places, in their order.

    Punctuation that ends a sentence is no part of one, nor is a closing bracket whose
    opening one stands before it.
    """
    plain = text.translate(_HYPHENS)
    position = 0
    while match := _MENTION.search(plain, position):
        held = match[0]
        if match.lastgroup in {"address", "doi"}:
            label = _label("doi").match(held)
            glued = _GLUED.search(held, label.end() if label else 1)
            held = _trimmed(held[: glued.start()] if glued else held)
        position = match.start() + max(len(held), 1)
        if identifier := recognise(held):
            yield Mention(identifier, match.start(), position)


def _plain(text: str) -> str:
    """Undo what a word processor does to an identifier."""
    return text.translate(_INVISIBLE).translate(_HYPHENS).strip()


def _label(scheme: Scheme) -> re.Pattern[str]:
    return re.compile(rf"{_LABELS[scheme]}\s*[:=]?\s*", re.IGNORECASE)


def _value(text: str, scheme: Scheme) -> str:
    """Give what an address of this scheme holds, or the text without its label."""
    text = _plain(text)
    address = addresses.read(text)
    if address is not None and address.scheme == scheme:
        return address.text
    return _label(scheme).sub("", text, count=1) if _label(scheme).match(text) else text


def _trimmed(text: str) -> str:
    """Leave out punctuation at the end, and closing brackets that nothing opened."""
    surplus = {
        closing: text.count(closing) - text.count(opening)
        for opening, closing in (("(", ")"), ("[", "]"), ("{", "}"), ("<", ">"))
    }
    end = len(text)
    while end and (
        text[end - 1] in ".,;:!?…'’\"”»" or surplus.get(text[end - 1], 0) > 0
    ):
        if text[end - 1] in surplus:
            surplus[text[end - 1]] -= 1
        end -= 1
    return text[:end]


def _modulo_11(digits: str) -> str:
    """Give the check digit of an ISBN-10 or ISSN: weights fall to 2, X means 10."""
    weights = range(len(digits) + 1, 1, -1)
    total = sum(
        weight * int(digit) for weight, digit in zip(weights, digits, strict=True)
    )
    return "0123456789X"[-total % 11]
