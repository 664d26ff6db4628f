"""Authors and years in the text that point at the entries of a list."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from django.utils.translation import gettext_noop

from importing.bibliography import Source
from importing.marks.entries import ET_AL, PARTED, Known, is_named, known
from importing.marks.passage import LINKED, Found, Passage, locator
from references.formats.text.words import YEAR

_YEARS = rf"(?:{YEAR}[a-z]?|n\.\s?d\.|in press|forthcoming)"
_MORE = r"(?:\s?(?:,|and|&|und|et)\s?)"
_BRACKETED = re.compile(
    rf"[(\[](?P<inside>(?:[^()\[\]]|\[[A-Z&/-]{{2,12}}\]){{0,400}}?{_YEARS}"
    r"[^()\[\]]{0,200})[)\]]"
)
_PIECE = re.compile(
    rf"\s*(?P<names>[^;0-9]{{2,160}}?)[\s,]{{1,3}}"
    rf"(?P<years>{_YEARS}(?:{_MORE}(?:{_YEARS}|[b-z]\b))*)"
    r"(?:\s?[,:]\s?(?P<place>(?:(?:pp?|ch|chap|sec|fig)\.?|pages?|chapter|para\.?)\s?"
    r"[\w–-]{1,20}|[0-9]{1,4}(?:[–-][0-9]{1,4})?))?\s*",
    re.IGNORECASE,
)
_ONLY_YEARS = re.compile(
    rf"\s*(?P<years>{_YEARS}(?:{_MORE}(?:{_YEARS}|[b-z]\b))*)"
    r"(?:\s?[,:]\s?(?P<place>(?:(?:pp?|ch|chap|sec|fig)\.?|pages?)\s?[\w–-]{1,20}))?\s*"
)
_LEAD = re.compile(
    r"(?:(?:but |and )?see(?: also)?|e\.\s?g\.|i\.\s?e\.|cf\.|reviewed (?:in|by)|as in"
    r"|for (?:example|a review|review)|also|from|in|by|according to|siehe|vgl\.|voir)"
    r"(?:,|:)?\s+",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"(?:\b[^\W\d_]\.(?:[\s-]?[^\W\d_]\.)*\s*)")
_BEFORE = re.compile(
    rf"(?P<names>(?:[^\W\d_][\w'’-]*[\s]+){{0,4}}?[^\W\d_][\w'’-]+"
    rf"(?:\s+{ET_AL}|\s+(?:and|&|und|et|y)\s+[^\W\d_][\w'’-]+)?)\s*$"
)
_POSSESSIVE = re.compile(r"['’]s?$")
_SHORT_FORM = re.compile(r"\[[A-Z&/-]{2,12}\]")
_MONTHS = frozenset(
    {"january", "february", "march", "april", "may", "june", "july", "august", "fall"}
    | {"september", "october", "november", "december", "jan", "feb", "mar", "apr"}
    | {"jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "spring", "summer"}
    | {"autumn", "winter", "since", "until", "before", "after", "about", "around"}
)
_SEVERAL = gettext_noop("Several references have this author and year.")
_NONE = gettext_noop("No reference has this author and year.")
_DATE = gettext_noop("It may be a date.")


class Authors:
    """The entries of a list, by author and year."""

    def __init__(self, sources: Sequence[Source]):
        self._by_year: defaultdict[str, list[Known]] = defaultdict(list)
        for source in sources:
            entry = known(source)
            self._by_year[entry.year].append(entry)

    def marks(self, passage: Passage) -> Iterator[Found]:
        """Give the marks of a passage that name author and year."""
        for match in _BRACKETED.finditer(passage.text):
            if passage.is_taken(*match.span()):
                continue
            if only := _ONLY_YEARS.fullmatch(match["inside"]):
                yield from self._after_names(passage, match, only)
            else:
                yield from self._in_brackets(passage, match)

    def _in_brackets(self, passage: Passage, match: re.Match[str]) -> Iterator[Found]:
        """Read "(Lee, 2019; see Ito et al., 2020a)" piece by piece."""
        pieces: list[Found] = []
        plain = True
        at = match.start("inside")
        for text in match["inside"].split(";"):
            piece = self._piece(text, at)
            whole = piece and (piece.end - piece.start) == len(text.strip())
            plain = plain and bool(whole) and not (piece and piece.doubt)
            if piece:
                pieces.append(piece)
            at += len(text) + 1
        if not pieces:
            return
        if not passage.is_free(match.start(), match.end()):
            sure = [each for each in pieces if not each.doubt]
            if sure:
                yield Found(match.start(), match.end(), doubt=LINKED)
            return
        if plain:
            references = [each for piece in pieces for each in piece.references]
            places = [each for piece in pieces for each in piece.locators]
            once = dict(zip(references, places, strict=True))
            yield Found(match.start(), match.end(), tuple(once), tuple(once.values()))
        else:
            yield from pieces

    def _piece(self, text: str, offset: int) -> Found | None:
        """Read one piece between semicolons; `None` where it names nobody."""
        lead = _LEAD.match(text, len(text) - len(text.lstrip()))
        begin = lead.end() if lead else 0
        match = _PIECE.fullmatch(text, begin)
        if match is None:
            return None
        start = offset + begin + len(text[begin:]) - len(text[begin:].lstrip())
        end = offset + len(text.rstrip())
        named = _SHORT_FORM.sub("", match["names"])
        named = _INITIALS.sub("", named).strip(" ,")
        if not named or not (named[0].isupper() or " " in named):
            return None
        return self._resolved(match, named, start, end)

    def _after_names(
        self, passage: Passage, match: re.Match[str], only: re.Match[str]
    ) -> Iterator[Found]:
        """Read "Lee and Ito (2019)", where the names stay in the sentence."""
        start, end = match.span()
        said = _POSSESSIVE.sub("", passage.text[max(0, start - 120) : start].rstrip())
        before = _BEFORE.search(said)
        if before is None or not passage.is_free(start, end):
            return
        words = before["names"].split()
        for first in range(len(words)):
            named = " ".join(words[first:])
            found = self._resolved(only, named, start, end)
            if found and found.doubt is not _NONE:
                yield found
                return
        if re.search(rf"[^\W\d_]+\s+{ET_AL}$", before["names"]):
            yield Found(start, end, doubt=_NONE)

    def _resolved(
        self, match: re.Match[str], named: str, start: int, end: int
    ) -> Found | None:
        found: list[int] = []
        for year, letter in _years(match["years"]):
            known = [
                each
                for each in self._by_year.get(year, ())
                if is_named(each, named)
                and (not letter or not each.letter or letter == each.letter)
            ]
            exact = [each for each in known if letter and each.letter == letter]
            keys = list(dict.fromkeys(each.reference for each in exact or known))
            if not keys:
                if _looks_like_a_date(named) or not _looks_like_names(named):
                    return None
                return Found(start, end, doubt=_NONE)
            if len(keys) > 1:
                return Found(start, end, doubt=_SEVERAL)
            if _looks_like_a_date(named):
                return Found(start, end, doubt=_DATE)
            found += keys
        place = match["place"] or ""
        place = locator(f"p. {place}" if place[:1].isdigit() else place)
        references = tuple(dict.fromkeys(found))
        return Found(start, end, references, (place,) * len(references))


def _years(text: str) -> Iterator[tuple[str, str]]:
    """Give years and their letters: "2019a, b" is two."""
    last = ""
    for match in re.finditer(
        rf"({YEAR})([a-z]?)|\b([b-z])\b|(n\.\s?d\.|in press)", text
    ):
        if match[1]:
            last = match[1]
            yield last, match[2]
        elif match[3] and last:
            yield last, match[3]
        elif match[4]:
            yield "n.d.", ""


def _looks_like_a_date(named: str) -> bool:
    words = named.lower().replace(".", "").split()
    return bool(words) and words[-1] in _MONTHS


def _looks_like_names(named: str) -> bool:
    """Tell whether all words could be of names, and not of a sentence."""
    bare = re.sub(ET_AL, "", named)
    words = re.findall(r"[^\W\d_][\w'’-]*", PARTED.sub(" ", bare))
    return 0 < len(words) <= 6 and all(word[0].isupper() for word in words)
