"""Titles and names that were deposited in capitals, brought to normal case.

What was a proper name cannot be told any more; what looks like an acronym stays.
"""

import re

_TAG = re.compile(r"(<[^<>]*>)")
_WORD = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*")
_ROMAN = re.compile(r"[IVX]{2,}")
_VOWELS = re.compile(r"[AEIOUYÀ-ÆÈ-ÏÒ-ÖØÙ-ÝĀ-ĄĒ-ĚĨ-İŌ-ŐŨ-ŲŶŸ]")
# Acronyms of medicine that could be read as words, having a vowel.
_ACRONYM = re.compile(
    r"AIDS|ALS|BMI|CABG|COPD|COVID|DSM|ECG|ECMO|EEG|EKG|EMG|EU|FDA|GERD|HELLP|HIV|IBD"
    r"|IBS|ICD|ICU|IL|IVF|MERS|NHANES|NICU|NSAIDS?|OCD|PCOS|PICU|PTSD|SARS|SIDS|SLE"
    r"|TAVI|TIA|UK|USA|UTI"
)
# What stands before a surname in small letters.
_PARTICLE = re.compile(
    r"a[fl]|bin|da|dal|de|degli|della?|de[nr]|di|dos?|du|el|las?|le|los|te[nr]|v[ao]n"
    r"|zu[mr]?"
)
_SHORTEST_SHOUT = 8


def title(text: str) -> str:
    """Give a title in sentence case if all of it is in capitals, else unchanged.

    >>> title("HIV INFECTION IN COVID-19: A REVIEW OF TYPE II DIABETES")
    'HIV infection in COVID-19: a review of type II diabetes'
    """
    bare = _TAG.sub("", text)
    letters = [letter for letter in bare if letter.isalpha()]
    if len(letters) < _SHORTEST_SHOUT or any(map(str.islower, letters)):
        return text
    if not any(map(str.isupper, letters)):
        return text
    parts = _TAG.split(text)
    parts[::2] = [_WORD.sub(_sentence_word, part) for part in parts[::2]]
    lowered = "".join(parts)
    for place, letter in enumerate(lowered):
        if letter.isalpha() and not _inside_tag(lowered, place):
            return lowered[:place] + letter.upper() + lowered[place + 1 :]
    return lowered


def family(text: str) -> str:
    """Give a surname in normal case if all of it is in capitals, else unchanged.

    >>> family("O'BRIEN-MCKAY"), family("VAN DER BERG")
    ("O'Brien-McKay", 'van der Berg')
    """
    if not text.isupper() or len(text) < 2:
        return text
    words = _lower(text).split(" ")
    cased = [
        word if _PARTICLE.fullmatch(word) else _capitalised(word) for word in words
    ]
    if len(words) == 1:
        cased = [_capitalised(words[0])]
    return " ".join(cased)


def given(text: str) -> str:
    """Give given names in normal case if they are in capitals; initials stay.

    >>> given("MARIA J."), given("AJ")
    ('Maria J.', 'AJ')
    """
    if not text.isupper():
        return text
    return re.sub(r"[^\W\d_]{4,}", lambda word: _capitalised(_lower(word[0])), text)


def _sentence_word(match: re.Match[str]) -> str:
    word = match[0]
    is_acronym = (
        any(map(str.isdigit, word))
        or _ACRONYM.fullmatch(word) is not None
        or (word.isascii() and not _VOWELS.search(word))
        or (len(word) == 1 and word not in "AEOUY")
        or (_ROMAN.fullmatch(word) is not None)
        or re.fullmatch(r"(?:[^\W\d_]\.)+[^\W\d_]", word) is not None
    )
    return word if is_acronym else _lower(word)


def _lower(text: str) -> str:
    # A Turkish capital tells that the others are Turkish, too.
    if "İ" in text:
        text = text.replace("I", "ı").replace("İ", "i")
    return text.lower()


def _capitalised(word: str) -> str:
    word = re.sub(
        r"(^|[-'’.])([^\W\d_])", lambda start: start[1] + start[2].upper(), word
    )
    return re.sub(r"\bMc([a-z])", lambda start: f"Mc{start[1].upper()}", word)


def _inside_tag(text: str, place: int) -> bool:
    return text.rfind("<", 0, place) > text.rfind(">", 0, place)
