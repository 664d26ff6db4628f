"""What the words of a typed reference look like: the parts of its patterns."""

import re

# Letters as they begin a name; `re` knows no classes for upper and lower case.
_UPPER = "".join(chr(code) for code in range(0x530) if chr(code).isupper())
CAPITAL = f"[{_UPPER}]"
DASH = r"[-\u2010-\u2015\u2212~]"
YEAR = r"(?:1[5-9]|20)[0-9]{2}"
MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?"
    r"|Spring|Summer|Autumn|Fall|Winter)\.?"
)
_DAY = r"[0-9]{1,2}(?:st|nd|rd|th)?"
DATE = (
    rf"(?:{YEAR}[,\s]\s?{MONTH}(?:\s{_DAY})?|{MONTH}(?:\s{_DAY})?,?\s{YEAR}"
    rf"|{_DAY}\s{MONTH},?\s{YEAR}|{YEAR}[-/.][0-9]{{1,2}}(?:[-/.][0-9]{{1,2}})?"
    rf"|[0-9]{{1,2}}[-/.][0-9]{{1,2}}[-/.]{YEAR}|{YEAR})"
)
_PAGE = (
    r"(?:[0-9]{1,3}\s[0-9]{3}|[A-Za-z]{0,4}[0-9]{1,9}(?:\.?[A-Za-z]{1,2}[0-9]{0,4})?)"
)
PAGES = (
    rf"(?:{_PAGE}(?:\s?{DASH}{{1,2}}\s?{_PAGE})?"
    rf"(?:,\s?(?!{YEAR}[.\s]*$){_PAGE}(?:\s?{DASH}\s?{_PAGE})?){{0,3}}|[ivxlc]{{1,7}}{DASH}[ivxlc]{{1,7}})"
)

# What "Vitamin D" and "Hepatitis B" share with a name and its initial.
LETTERED = frozenset(
    {"appendix", "category", "class", "complex", "diet", "factor", "figure", "grade"}
    | {"group", "hepatitis", "influenza", "level", "part", "phase", "schedule"}
    | {"section", "stage", "table", "trial", "type", "version", "vitamin", "volume"}
)
_SENTENCE_END = re.compile(r"[.?!][\"'”’)\]]{0,2}\s+|[?!][\"'”’)\]]{0,2}\s*$")
# A stop after these ends no sentence.
_ABBREVIATION = re.compile(
    r"(?:^|[\s(.])(?:[^\W\d_]|St|Dr|Mr|Mrs|Ms|Prof|[Nn]os?|vs|Vol|vol|pp|cf|ca|approx"
    r"|[Ee]d|eds|Inc|Ltd|Jr|Sr|Mt|Ft|[Ff]ig|sp|spp|subsp|var|e\.g|i\.e|U\.S|D\.C)\.$"
)


def sentences(text: str) -> list[str]:
    """Give the sentences of a text, without the stops and spaces between them.

    A question or exclamation mark stays; a stop after an initial or a usual
    abbreviation ends no sentence.
    """
    parts: list[str] = []
    start = 0
    for match in _SENTENCE_END.finditer(text):
        stop = text[: match.start() + 1][-16:]
        follows = text[match.end() : match.end() + 1]
        if text[match.start()] == "." and _is_abbreviation(stop):
            continue
        if text[match.start()] == "." and follows.islower() and not parts:
            continue
        parts.append(text[start : match.end()])
        start = match.end()
    parts.append(text[start:])
    return [clean for part in parts if (clean := tidy(part))]


def _is_abbreviation(text: str) -> bool:
    """Tell whether a stop ends no sentence: "J." does not, "Vitamin D." does."""
    if not _ABBREVIATION.search(text):
        return False
    words = text.split()
    return len(words) < 2 or words[-2].lower() not in LETTERED


def tidy(text: str) -> str:
    """Leave out the spaces and the separating punctuation around a part."""
    text = re.sub(r"\s+", " ", text).strip(" ;,:")
    if re.search(r"(?:\b[A-Z]\.){2}$", text):
        return text
    return re.sub(r"(?<!\.)\.+$", "", text).strip(" ;,:")


def joined(parts: list[str]) -> str:
    """Put sentences together again, the last without a stop."""
    return " ".join(
        part if part.endswith(("?", "!")) or at == len(parts) else f"{part}."
        for at, part in enumerate(parts, 1)
    )
