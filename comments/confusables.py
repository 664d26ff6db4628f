"""Telling when two names look alike to a reader; knows no database.

Letters of other scripts, marks over letters, signs without width and titles before or
after a name do not make it another name.
"""

import re
import unicodedata

# What looks like a Latin letter, by that letter, in small letters.
_ALIKE = {
    "a": "аαɑᴀ",
    "b": "ьƅв",
    "c": "сϲᴄ",
    "d": "ԁɗ",
    "e": "еєεҽᴇ3",
    "f": "ϝғƒ",
    "g": "ɡցɢ",
    "h": "һнհʜ",
    "j": "јϳᴊ",
    "k": "кκҡᴋ",
    "l": "iіιїӏ1|ıɩɪʟł",
    "m": "мᴍ",
    "n": "пηոɴ",
    "o": "оοσօ0øᴏ",
    "p": "рρᴘ",
    "q": "ԛգ",
    "r": "гᴦʀ",
    "s": "ѕꜱ5",
    "t": "тτᴛ",
    "u": "υսᴜ",
    "v": "νѵᴠ",
    "w": "ѡԝωшᴡ",
    "x": "хχҳ",
    "y": "уγүყʏ",
    "z": "ᴢȥ",
}
_LETTERS = str.maketrans(
    {strange: letter for letter, row in _ALIKE.items() for strange in row}
    | {"æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "þ": "th"}
)
# Two letters that look like one, once all others are told.
_PAIRS = (("rn", "m"), ("vv", "w"))
_DOCTORS = "doctor dr drs md mbbs mbchb prof professor dra dre"
# Before and after names; none that is a name of somebody as well.
_TITLES = (
    f"{_DOCTORS} phd mrcp frcp frca frcs frcpc facp facs dds dmd msc bsc mph "
    "mr mrs ms sir the real official author"
)
_WORD = re.compile(r"[^\W_]+")
_GLUE = re.compile(r"['’ʼ`´]")


def skeleton(text: str) -> str:
    """Give a text as a reader's eye takes it: words that look alike become the same."""
    return " ".join(_words(text))


def resembles(name: str, taken: str) -> bool:
    """Tell whether a name could be read as another: whole, turned round or within it.

    A name of one word is only taken as a whole.
    """
    mine, theirs = _bare(name), _bare(taken)
    if not theirs:
        return False
    if "".join(mine) == "".join(theirs):
        return True
    return len(theirs) > 1 and set(theirs) <= set(mine)


def poses_as(name: str, given: str, family: str) -> bool:
    """Tell whether a doctor’s title, initials and a family name make it theirs."""
    words = _words(name)
    theirs = set(_bare(family))
    others = set(_bare(name)) - theirs
    initials = {word[0] for word in _words(given)}
    return (
        bool(family)
        and not _DOCTOR_WORDS.isdisjoint(words)
        and theirs <= set(words)
        and others <= initials
    )


def _words(text: str) -> list[str]:
    composed = unicodedata.normalize("NFKC", text).casefold()
    apart = unicodedata.normalize("NFKD", composed)
    seen = "".join(each for each in apart if unicodedata.category(each)[0] not in "MC")
    told = _GLUE.sub("", seen).translate(_LETTERS)
    for pair, letter in _PAIRS:
        told = told.replace(pair, letter)
    return _WORD.findall(told)


_DOCTOR_WORDS = frozenset(_words(_DOCTORS))
_TITLE_WORDS = frozenset(_words(_TITLES))


def _bare(text: str) -> list[str]:
    words = _words(text)
    return [word for word in words if word not in _TITLE_WORDS] or words
