"""Names of organisations, so that they can be compared."""

import re
import unicodedata

_LEGAL_FORMS = frozenset(
    (
        *("ab", "ag", "as", "bv", "co", "company", "corp", "corporation", "gmbh"),
        *("inc", "incorporated", "kg", "limited", "llc", "llp", "ltd", "nv", "oy"),
        *("plc", "pty", "sa", "sarl", "se", "spa", "srl"),
    )
)


def normalised(entity: str) -> str:
    """Give a name without what two writers of it differ in: case, marks, “Ltd”."""
    letters = unicodedata.normalize("NFKD", entity.casefold().replace("&", " and "))
    plain = "".join(sign for sign in letters if not unicodedata.combining(sign))
    words = re.sub(r"[^\w\s]|_", " ", plain.replace(".", "")).split()
    if len(words) > 1 and words[0] == "the":
        del words[0]
    while len(words) > 1 and words[-1] in _LEGAL_FORMS:
        words.pop()
    return " ".join(words)
