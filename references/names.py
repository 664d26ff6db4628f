"""Names of people and organisations, as citations write them, to CSL names."""

import re
from collections.abc import Iterable

from references.markup import fold

Name = dict[str, str]

_PARTICLES = (
    r"(?:'s|'t|af|al|av|bin|da|das|de|del|della|den|der|di|do|dos|du|el|ibn|la|las|le"
    r"|los|op|ten|ter|van|vande|vander|vom|von|zu|zum|zur)"
)
_BEFORE_FAMILY = re.compile(rf"^({_PARTICLES}(?: {_PARTICLES})*) (?=\S)")
_INSIDE_NAME = re.compile(rf"^(\S.*?) ({_PARTICLES} .*)$")
_ORGANISATION_WORD = re.compile(
    r"\b(?:academy|administration|agency|alliance|association|authority|board|bureau"
    r"|cent(?:er|re)s?|clinic|coalition|college|collaborati(?:on|ve)|collaborators"
    r"|commission|committee|company|confederation|conference|consortium|corporation"
    r"|council|department|directorate|faculty|federation|forum|foundation|group|hospital"
    r"|initiative|institut|institut(?:e|es|ion)|investigators|laboratory|league|library"
    r"|ministry|nations|network|office|organi[sz]ation|panel|partnership|program(?:me)?"
    r"|project|registry|school|secretariat|services?|society|subcommittee|taskforce|team"
    r"|trialists|trust|union|university|université|universität|workshop)\b",
    re.IGNORECASE,
)
# In small letters only: "To", "On" and "The" are given names too.
_LINKING_WORDS = frozenset({"of", "for", "and", "&"})
_COMPANY = re.compile(
    r"^(?:inc|incorporated|ltd|limited|llc|llp|plc|corp|gmbh)\.?$", re.IGNORECASE
)
_SUFFIX = re.compile(
    r"^(?:jr|sr|jnr|snr|junior|senior|II|III|IV|2nd|3rd|4th)\.?$", re.I
)
_DEGREES = re.compile(
    r"^(?:[BM]D|MBBS|MBChB|M\.D|Ph\.?D|DPhil|DO|MPH|MSc?|MA|BSc?|BA|RN|RPh|PharmD|DDS"
    r"|DVM|FRCP|FACP|FACS|FRCS|MRCP|MBA|JD|EdD|DrPH|ScD)\.?$"
)
_INITIALS = re.compile(r"^(?:[^\W\d_]\.?-?){1,4}$")
_NOBODY = re.compile(
    r"^(?:et\.? al|and others|others|\[?anon(?:ymous)?\]|n/?a|no authors? listed"
    r"|\[no authors? listed\])\.?$",
    re.IGNORECASE,
)


def parse(text: str, *, inverted: bool = False) -> Name:
    """Give the CSL name that a text of one name stands for; `{}` when it names nobody.

    A comma parts family, given names and suffix ("King, Martin L., Jr", BibTeX's
    "King, Jr, Martin L." as well). Without a comma, capitals at the end are initials
    ("Gargori NMB"); otherwise the last word and the particles before it are the family,
    unless the format writes families first (`inverted`, as RIS does): then such a name
    is an organisation. A comma at the very end marks an organisation (EndNote's rule).

    >>> parse("van Groen, Maaike M.")["non-dropping-particle"]
    'van'
    """
    text = fold(text).strip(" ;")
    if not text.strip(" .,-") or _NOBODY.match(text):
        return {}
    if text.endswith(","):
        return {"literal": text.rstrip(" ,")}
    if is_organisation(text):
        return {"literal": text}
    if "," in text:
        return _comma(text)
    return _spaced(text.split(), inverted=inverted)


def person(family: str, given: str = "", suffix: str = "") -> Name:
    """Give a person's name, the particles before the family set apart."""
    particle, family = _particle(fold(family))
    given = fold(given)
    words = given.split()
    if not suffix and len(words) > 1 and _SUFFIX.match(words[-1]):
        given, suffix = " ".join(words[:-1]).rstrip(","), words[-1]
    name = {
        "family": family,
        "given": given,
        "suffix": fold(suffix),
        "non-dropping-particle": particle,
    }
    return {key: value for key, value in name.items() if value}


def is_organisation(text: str) -> bool:
    """Tell whether a name has words that people's names do not have.

    >>> is_organisation("Council on Critical Care, Perioperative and Resuscitation")
    True
    """
    words = re.findall(r"[^\s,.;:()]+", text)
    if text.startswith("The ") or any(word in _LINKING_WORDS for word in words[1:]):
        return True
    before, _, after = text.partition(",")
    _, before = _particle(before.strip())
    if _COMPANY.match(after.strip()) or _COMPANY.match(words[-1] if words else ""):
        return True
    return len(before.split()) > 1 and bool(_ORGANISATION_WORD.search(text))


def surname(name: Name) -> str:
    """Give what stands first in a list of names: the family with its particle."""
    if "literal" in name:
        return name["literal"]
    parts = (name.get("non-dropping-particle"), name.get("family"))
    return " ".join(filter(None, parts))


def inverted(name: Name) -> str:
    """Give a name as RIS writes it, so that `parse` reads the same name back.

    >>> inverted({"family": "King", "given": "Martin L.", "suffix": "Jr"})
    'King, Martin L., Jr'
    """
    if literal := name.get("literal", ""):
        same = parse(literal, inverted=True) == {"literal": literal}
        return literal if same else f"{literal},"
    given = [name.get("given", ""), name.get("dropping-particle", "")]
    parts = [surname(name), " ".join(filter(None, given)), name.get("suffix", "")]
    if not any(parts[1:]):
        return parts[0]
    return ", ".join(parts[:3] if parts[2] else parts[:2])


def parse_all(texts: Iterable[str], *, inverted: bool = False) -> list[Name]:
    """Give the names of several texts, those that name nobody left out."""
    names = (parse(text, inverted=inverted) for text in texts)
    return [name for name in names if name]


def _comma(text: str) -> Name:
    parts = [part for part in re.split(r"\s*,\s*", text) if part]
    parts = parts[:2] + [part for part in parts[2:] if not _DEGREES.match(part)]
    if len(parts) > 3:
        return {"literal": text}
    family, given, suffix = (*parts, "", "")[:3]
    if suffix and _SUFFIX.match(given) and not _SUFFIX.match(suffix):
        given, suffix = suffix, given
    return person(family, given, suffix)


def _spaced(words: list[str], *, inverted: bool) -> Name:
    if len(words) > 2 and _DEGREES.match(words[-1]) and not _is_initials(words[:1]):
        words = words[:-1]
    if len(words) == 1:
        return {"literal": words[0]}
    suffix = words.pop() if len(words) > 2 and _SUFFIX.match(words[-1]) else ""
    initials = _trailing_initials(words)
    if initials:
        family = words[: len(words) - initials]
        return person(" ".join(family), " ".join(words[-initials:]), suffix)
    if inverted:
        return {"literal": " ".join([*words, suffix]).strip()}
    if _BEFORE_FAMILY.match(" ".join(words)):
        return person(" ".join(words), suffix=suffix)
    if match := _INSIDE_NAME.match(" ".join(words)):
        return person(match[2], match[1], suffix)
    return person(words[-1], " ".join(words[:-1]), suffix)


def _is_initials(words: list[str]) -> bool:
    return all(word == word.upper() and _INITIALS.match(word) for word in words)


def _trailing_initials(words: list[str]) -> int:
    """Give how many words at the end are initials; 0 when the name starts with some."""
    if _is_initials(words[:1]):
        return 0
    count = 0
    while count < len(words) - 1 and _is_initials([words[-1 - count]]):
        count += 1
    return count


def _particle(family: str) -> tuple[str, str]:
    match = _BEFORE_FAMILY.match(family)
    return (match[1], family[match.end() :]) if match else ("", family)
