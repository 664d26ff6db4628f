"""Numbers that a state or a health system gave to one person.

`named` finds what a text calls so, whatever its check digits: a mistyped number still
tells who somebody is. `sure` and `likely` find what bears no name by its shape and its
check digits; `likely` has shapes that other numbers share.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from comments.checks.personal import checksums
from comments.checks.personal.found import Found, Kind
from comments.checks.personal.surroundings import is_cited

_DATE = r"(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d\d"
_TURNED_DATE = r"\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
_EDGE = r"(?<![\w@])(?<!\d[-./,:])(?:{})(?!\w)(?![-./,:]\d)"


def _always(number: str) -> bool:
    return True


@dataclass(frozen=True)
class _Shape:
    name: str
    pattern: re.Pattern[str]
    is_valid: Callable[[str], bool]


def _shapes(
    *rows: tuple[str, str, Callable[[str], bool]], ignore_case: bool = True
) -> tuple[_Shape, ...]:
    flags = re.IGNORECASE if ignore_case else 0
    return tuple(
        _Shape(name, re.compile(_EDGE.format(pattern), flags), is_valid)
        for name, pattern, is_valid in rows
    )


_SURE = _shapes(
    ("US SSN", r"\d{3}([- ])\d{2}\1\d{4}", checksums.ssn),
    ("NHS", r"\d{3} \d{3} \d{4}", checksums.nhs),
    (
        "UK NI",
        r"(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]"
        r" ?\d\d ?\d\d ?\d\d ?[A-D]",
        _always,
    ),
    ("CA SIN", r"\d{3}([- ])\d{3}\1\d{3}", checksums.sin),
    ("NL BSN", r"\d{4}\.\d{2}\.\d{3}|\d{3}\.\d{3}\.\d{3}", checksums.bsn),
    ("DE Steuer-ID", r"\d\d \d{3} \d{3} \d{3}", checksums.steuer_id),
    ("DE KVNR", r"[A-Z] ?\d{3} ?\d{3} ?\d{3}", checksums.german_insured),
    ("DE RVNR", rf"\d\d ?{_DATE[:-4]}\d\d ?[A-Z] ?\d{{3}}", checksums.german_pension),
    (
        "FR NIR",
        r"[1-478] ?\d\d ?(?:0[1-9]|[1-9]\d) ?(?:\d\d|2[AB]) ?\d{3} ?\d{3} ?\d\d",
        checksums.nir,
    ),
    ("ES DNI", r"\d{2}\.?\d{3}\.?\d{3}[- ]?[A-HJ-NP-TV-Z]", checksums.dni),
    ("ES NIE", r"[XYZ][- ]?\d{7}[- ]?[A-HJ-NP-TV-Z]", checksums.dni),
    (
        "IT codice fiscale",
        r"[A-Z]{3} ?[A-Z]{3} ?[\dLMNP-V]{2}[A-EHLMPRST][\dLMNP-V]{2}"
        r" ?[A-Z][\dLMNP-V]{3}[A-Z]",
        checksums.codice_fiscale,
    ),
    ("BE NISS", r"\d\d\.\d\d\.\d\d-\d{3}\.\d\d", checksums.belgian),
    ("CH AHV", r"756[. ]?\d{4}[. ]?\d{4}[. ]?\d\d", checksums.ahv),
    ("BR CPF", r"\d{3}\.\d{3}\.\d{3}-\d\d", checksums.cpf),
    (
        "SE personnummer",
        rf"(?:19|20)?{_TURNED_DATE}[-+]\d{{4}}",
        checksums.personnummer,
    ),
    ("DK CPR", rf"{_DATE}-\d{{4}}", _always),
    ("FI HETU", rf"{_DATE}[-+A-FU-Y]\d{{3}}[0-9A-Y]", checksums.hetu),
    ("NO fødselsnummer", rf"{_DATE} \d{{5}}", checksums.norwegian),
    ("IE PPS", r"\d{7}[A-W][A-IW]?", checksums.pps),
    ("AU Medicare", r"[2-6]\d{3} \d{5} \d(?:[ /-]\d)?", checksums.medicare),
    ("IN Aadhaar", r"[2-9]\d{3}([ -])\d{4}\1\d{4}", checksums.verhoeff),
    (
        "US Medicare",
        r"[1-9](?![SLOIBZ])[A-Z](?![SLOIBZ])[A-Z0-9]\d-?(?![SLOIBZ])[A-Z]"
        r"(?![SLOIBZ])[A-Z0-9]\d-?(?:(?![SLOIBZ])[A-Z]){2}\d\d",
        _always,
    ),
)
_LIKELY = _shapes(
    ("NHS", r"[4-79]\d{9}", checksums.nhs),
    ("CHI", rf"{_DATE} ?\d{{4}}", checksums.nhs),
    ("NL BSN", r"\d{9}", checksums.bsn),
    ("DE Steuer-ID", r"\d{11}", checksums.steuer_id),
    ("PL PESEL", r"\d\d[0-3]\d[0-3]\d{6}", checksums.pesel),
    ("BE NISS", rf"{_TURNED_DATE}\d{{5}}", checksums.belgian),
    ("NO fødselsnummer", rf"{_DATE}\d{{5}}", checksums.norwegian),
    ("BR CPF", r"\d{11}", checksums.cpf),
    ("IN Aadhaar", r"[2-9]\d{11}", checksums.verhoeff),
    ("AT SVNR", rf"\d{{4}} {_DATE}", checksums.austrian),
    ("PT NIF", r"[1-3]\d{2} \d{3} \d{3}", checksums.nif),
    ("AU TFN", r"\d{3} \d{3} \d{3}", checksums.tfn),
)
_NAME = re.compile(
    r"\b(?:ssn|social security|soc\.? sec|itin|nhs|chi (?:number|no)|"
    r"national insurance|ni (?:number|no)|nino|social insurance|sin (?:number|no)|"
    r"health card|medicare|medicaid|bsn|burgerservicenummer|sofinummer|steuer-?id\w*|"
    r"steueridentifikationsnummer|identifikationsnummer|versichertennummer|kvnr|"
    r"krankenversicherten\w*|rentenversicherungs\w*|sozialversicherungs\w*|svnr|"
    r"s[ée]curit[ée] sociale|num[ée]ro (?:de )?s[ée]cu|nir|dni|nie|nif|codice fiscale|"
    r"tessera sanitaria|niss|rijksregister\w*|registre national|ahv\w*|avs|pesel|cpf|"
    r"personnummer|f[øo]dselsnummer|cpr|henkil[öo]tunnus|hetu|pps|ppsn|tax file|tfn|"
    r"aadhaar|aadhar|passport|reisepass\w*|passeport|pasaporte|passaporto|paspoort|"
    r"(?:driver'?s?|driving) licen[cs]e|f[üu]hrerschein\w*|personalausweis\w*|"
    r"(?:national|identity|tax|insurance|member|policy) "
    r"(?:id|identity|card|number|no))\b",
    re.IGNORECASE,
)
_GAP = 45
_NAMED = re.compile(
    r"(?<![\w@])(?<!\d[-.,:])(?:[A-Z]{1,3}[- ]?)?\d(?:[ ./-]?\d){5,17}[A-Z]{0,2}"
    r"(?![\w%])"
    r"|(?<!\w)(?=[A-Z0-9]*\d[A-Z0-9]*\d)[A-Z0-9]{7,18}(?!\w)"
)
_AMOUNT = re.compile(r"(?:\d{1,3}(?:[ .,]000)+|(?:19|20)\d\d ?[-/] ?(?:19|20)\d\d)$")


def named(text: str) -> Iterator[Found]:
    """Find the number after a name such as “social security number” or “BSN”."""
    for name in _NAME.finditer(text):
        until = _until(text, name.end())
        first = _first(text, name.end(), until)
        if first and not _AMOUNT.match(first[0]):
            yield Found(Kind.IDENTITY, first.start(), first.end(), name[0])


def sure(text: str) -> Iterator[Found]:
    """Find numbers whose shape is nobody else's and whose check digits are right."""
    return _checked(text, _SURE)


def likely(text: str) -> Iterator[Found]:
    """Find plain runs of digits whose check digits are right."""
    return _checked(text, _LIKELY)


def _checked(text: str, shapes: tuple[_Shape, ...]) -> Iterator[Found]:
    for shape in shapes:
        for match in shape.pattern.finditer(text):
            number = re.sub(r"[^0-9A-Z+]", "", match[0].upper())
            if (
                shape.is_valid(number)
                and not _AMOUNT.match(match[0])
                and not is_cited(text, match.start())
            ):
                yield Found(Kind.IDENTITY, *match.span(), shape.name)


def _until(text: str, start: int) -> int:
    end = min(len(text), start + _GAP + 30)
    paragraph = text.find("\n\n", start, end)
    return paragraph if paragraph >= 0 else end


def _first(text: str, start: int, until: int) -> re.Match[str] | None:
    found = [
        match
        for pattern in (_NAMED, *(shape.pattern for shape in _SURE))
        if (match := pattern.search(text, start, until))
        and match.start() - start <= _GAP
    ]
    # The longest of those that begin first.
    return min(found, key=lambda it: (it.start(), -it.end())) if found else None
