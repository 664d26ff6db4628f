"""Reads and checks what a form, a file or the database gives."""

import re
import unicodedata
from collections.abc import Iterable, Mapping

from django.utils.translation import gettext as _

from authors.icmje.lines import KEYS, LINES, Answers, Interest
from authors.icmje.names import normalised

MOST_INTERESTS = 30
MOST_LETTERS_OF_NAME = 200
MOST_LETTERS_OF_DETAIL = 500
MOST_LETTERS_OF_STATEMENT = 300
STATEMENT = "statement"

# Between spaces, so that names with a dash of their own stay whole.
_DASH = re.compile(r"(?:^|\s+)[-–—]+\s+")
_NONE = re.compile(r"^(none|no|nothing|nil|n/a)[.!]?$", re.IGNORECASE)
_DIRECTIONS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_UNPRINTABLE = frozenset({"Cc", "Cs", "Zl", "Zp"})


class Incomplete(ValueError):
    """Not every line is answered well; `errors` says for each what to do about it."""

    def __init__(self, errors: Mapping[str, str]) -> None:
        self.errors = dict(errors)
        super().__init__(" ".join(self.errors.values()))


def tidy(text: str) -> str:
    """Put text on one line, without signs that cannot be printed or turn it round."""
    kept = (
        " " if unicodedata.category(sign) in _UNPRINTABLE else sign
        for sign in text
        if sign not in _DIRECTIONS
    )
    return " ".join("".join(kept).split())


def read(text: str) -> tuple[Interest, ...]:
    """Read what stands in a field, one interest on each line: “organisation – detail”.

    Raises `ValueError`, in the words of who filled it in.
    """
    rows = [row for row in map(tidy, text.splitlines()) if row]
    if len(rows) == 1 and (_NONE.match(rows[0]) or rows[0] == _("None")):
        return ()
    return _checked(_parted(row) for row in rows)


def write(interests: Iterable[Interest]) -> str:
    """Give interests as they stand in a field; `read` gives the same again."""
    return "\n".join(
        f"{interest.entity} – {interest.detail}" if interest.detail else interest.entity
        for interest in interests
    )


def parse(given: object) -> Answers:
    """Give the answers of a form, a file or the database, every line in its order.

    A line holds interests: each an `Interest`, a mapping with `entity` and `detail`,
    or a text as a field holds it. Raises `Incomplete` when a line is missing, unknown
    or cannot be read.
    """
    if not isinstance(given, Mapping):
        raise Incomplete({"": _("A disclosure answers thirteen lines by their names.")})
    errors = {
        str(key): _("There is no line “%(key)s”.") % {"key": tidy(str(key))[:50]}
        for key in given
        if key not in KEYS
    }
    answers: Answers = {}
    for line in LINES:
        try:
            answers[line.key] = _line(given.get(line.key))
        except ValueError as error:
            errors[line.key] = _("Line %(number)d: %(problem)s") % {
                "number": line.number,
                "problem": error,
            }
    if errors:
        raise Incomplete(errors)
    return answers


def stored(answers: Answers) -> dict[str, list[dict[str, str]]]:
    """Give answers as JSON holds them."""
    return {
        key: [{"entity": one.entity, "detail": one.detail} for one in interests]
        for key, interests in answers.items()
    }


def check_statement(statement: str, answers: Answers) -> str:
    """Give the sentence for readers, tidied.

    Raises `Incomplete` when it is missing where something is declared, when it says
    something where nothing is, or when it is too long.
    """
    sentence = tidy(statement)
    declared = any(answers.values())
    if declared and not sentence:
        problem = _(
            "Say in one plain sentence what you declared: readers see it by your name."
        )
    elif sentence and not declared:
        problem = _(
            "No line declares anything, so there is nothing to say here. Put it on "
            "the line where it belongs, or leave this empty."
        )
    elif len(sentence) > MOST_LETTERS_OF_STATEMENT:
        problem = _("Use no more than %(most)d characters; these are %(count)d.") % {
            "most": MOST_LETTERS_OF_STATEMENT,
            "count": len(sentence),
        }
    else:
        return sentence
    raise Incomplete({STATEMENT: problem})


def _line(given: object) -> tuple[Interest, ...]:
    if given is None:
        raise ValueError(_("say “None”, or name who."))
    if isinstance(given, str):
        if not tidy(given):
            raise ValueError(_("say “None”, or name who."))
        return read(given)
    if not isinstance(given, list | tuple):
        raise ValueError(_("this cannot be read."))
    return _checked(map(_interest, given))


def _interest(given: object) -> Interest:
    match given:
        case Interest(entity, detail):
            return Interest(tidy(entity), tidy(detail))
        case {"entity": str(entity), "detail": str(detail)}:
            return Interest(tidy(entity), tidy(detail))
        case {"entity": str(entity), **rest} if not rest.get("detail"):
            return Interest(tidy(entity))
        case str(text):
            return _parted(tidy(text))
    raise ValueError(_("this cannot be read."))


def _parted(row: str) -> Interest:
    entity, *rest = _DASH.split(row, maxsplit=1)
    return Interest(entity.strip(), rest[0].strip() if rest else "")


def _checked(interests: Iterable[Interest]) -> tuple[Interest, ...]:
    kept = tuple(interests)
    if len(kept) > MOST_INTERESTS:
        raise ValueError(_("name no more than %(most)d.") % {"most": MOST_INTERESTS})
    for interest in kept:
        if not normalised(interest.entity):
            raise ValueError(_("put the name of the organisation before the dash."))
        if len(interest.entity) > MOST_LETTERS_OF_NAME:
            raise ValueError(
                _("a name has no more than %(most)d characters: “%(start)s…”")
                % {"most": MOST_LETTERS_OF_NAME, "start": interest.entity[:40]}
            )
        if len(interest.detail) > MOST_LETTERS_OF_DETAIL:
            raise ValueError(
                _("shorten what you say about “%(name)s” to %(most)d characters.")
                % {"name": interest.entity[:40], "most": MOST_LETTERS_OF_DETAIL}
            )
    return kept
