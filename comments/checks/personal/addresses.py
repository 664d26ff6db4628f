"""Postal addresses: streets with numbers, post boxes, and postcodes after a street."""

import re
from collections.abc import Iterator

from comments.checks.personal.found import Found, Kind

_CAPITAL = r"[A-ZÀ-ÖØ-ÞŠŽŁ][\w'.-]{1,30}"
_WORDS = rf"{_CAPITAL}(?: {_CAPITAL}){{0,3}}?"
_NUMBER = r"\d{1,5}[a-zA-Z]?(?:[-/]\d{1,4}[a-zA-Z]?)?"
_KINDS = (
    r"(?:Street|Str|St|Road|Rd|Avenue|Ave|Av|Boulevard|Blvd|Lane|Ln|Drive|Dr|Court|Ct|"
    r"Crescent|Close|Terrace|Place|Pl|Square|Sq|Way|Parkway|Pkwy|Highway|Hwy|Circle|Cir|"
    r"Trail|Grove|Gardens|Mews|Row|Hill|Walk|Quay|Rise|Loop|Alley|Pike|Plaza|Esplanade)"
)
_FIRST = (
    r"(?:[Rr]ue|[Aa]venue|[Bb]oulevard|[Aa]ll[ée]e|[Cc]hemin|[Ii]mpasse|[Pp]lace|Via|Viale|"
    r"Piazza|Corso|Calle|C/|Avenida|Paseo|Plaza|Carrera|Rua|Travessa|Largo|Str\.|ul\.|"
    r"[Uu]lica|al\.|ulitsa)"
)
_LINK = r"(?:(?:de|du|des|del|della|dei|di|la|le|les|l'|el|los|las|do|da|dos) ?){0,2}"
_STEMS = (
    r"(?:stra(?:ß|ss)e|str\.|weg|allee|gasse|platz|ufer|damm|straat|laan|plein|"
    r"gracht|kade|dreef|gatan|v[äa]gen|gade|vej|veien|katu|kuja|"
    r"stræti|utca|tér)"
)
_STREETS = tuple(
    re.compile(pattern)
    for pattern in (
        # 14 Crown Street, 221B Baker St.
        rf"(?<![\w.,/-])(?:(?:[Ff]lat|[Aa]pt\.?|[Uu]nit|[Ss]uite) \w{{1,5}},? )?"
        rf"{_NUMBER},? {_WORDS} {_KINDS}\b\.?(?! ?(?:John|Mary|Paul|Louis)\b)",
        # 12 rue de la Paix, Via Roma 12, Calle Mayor, 5
        rf"(?<![\w.,/-]){_NUMBER},? {_FIRST} {_LINK}{_WORDS}",
        rf"(?<!\w){_FIRST} {_LINK}{_WORDS},? (?:n\.? ?|nº ?)?{_NUMBER}(?![\w%])",
        # Hauptstraße 5, Kerkstraat 12 B, Lange Gasse 3
        rf"(?<!\w)[A-ZÀ-ÖØ-ÞŠŽ][\w-]{{1,25}}{_STEMS}\.? {_NUMBER}\.?(?![\w%])",
        rf"(?<!\w){_CAPITAL} (?:Stra(?:ß|ss)e|Str\.|Weg|Allee|Gasse|Platz|Ufer|utca|"
        rf"u\.|út|tér) {_NUMBER}\.?(?![\w%])",
        # Number, a foreign street, its number, a flat: 25615 Tawastintie 72 Apt. 004
        rf"(?<![\w.,/-]){_NUMBER} {_WORDS} \d{{1,5}}\.?,?\s{{1,3}}"
        r"(?:Apt|Suite|Flat|Unit)\.? ?\w{1,6}",
        # Boxes
        r"(?<!\w)(?:P\.? ?O\.? ?|Post Office |GPO )[Bb]ox ?\d{1,6}",
        r"(?<!\w)(?:PSC|CMR|Unit) \d{3,5},? Box \d{1,5}",
        r"(?<!\w)(?:Postfach|Postbus|Apartado|Casella postale|BP) \d{2,6}",
        r"(?<!\w)(?:APO|FPO|DPO) A[AEP] \d{5}(?!\d)",
        # The United Kingdom, Canada and the Netherlands have telling postcodes.
        r"(?<!\w)[A-Z]{1,2}\d{1,2}[A-Z]? \d[ABD-HJLNP-UW-Z]{2}(?!\w)",
        r"(?<!\w)[ABCEGHJ-NPRSTVXY]\d[A-Z] \d[A-Z]\d(?!\w)",
        # Springfield, IL 62704
        rf"(?<!\w){_CAPITAL},? [A-Z]{{2}} \d{{5}}(?:-\d{{4}})?(?!\w)",
    )
)
_SAID = re.compile(
    r"\b(?:zip ?code|zip|postcode|post code|postal code|postleitzahl|plz|code postal)\b"
    r"[^\d\n]{0,10}(?P<code>[A-Z0-9]{2,5}(?:[ -]?[A-Z0-9]{2,4})?)(?!\w)",
    re.IGNORECASE,
)
_REST = re.compile(
    r"(?:,? ?\n? {0,4}(?:Apt\.?|Apartment|Suite|Flat|Unit|Floor|#) ?\w{1,6})?"
    rf"(?:,?\s{{1,6}}{_CAPITAL}(?: {_CAPITAL}){{0,2}}?)?,?"
    r"(?:\s{1,6}[A-Z]{2},?)?"
    r"(?:\s{1,6}(?:United Kingdom|United States|[A-Z][a-z]{2,20}))?"
    r"\s{1,6}(?:\d{4,6}(?:-\d{4})?|[A-Z]{1,2}\d[A-Z0-9]? ?\d[A-Z]{2})(?!\w)"
)


def find(text: str) -> Iterator[Found]:
    """Find streets with a number, boxes and postcodes, and the town that follows."""
    for street in _STREETS:
        for match in street.finditer(text):
            rest = _REST.match(text, match.end())
            yield Found(
                Kind.ADDRESS, match.start(), rest.end() if rest else match.end()
            )
    for match in _SAID.finditer(text):
        if any(each.isdigit() for each in match["code"]):
            yield Found(Kind.ADDRESS, *match.span("code"))
