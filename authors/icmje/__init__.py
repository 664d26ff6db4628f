"""The thirteen lines on which an author says who pays, what is owned, who is close.

They follow the disclosure form of the International Committee of Medical Journal
Editors. Everything here takes and gives plain values.
"""

from authors.icmje.lines import LINES, Answers, Interest, Line, Window
from authors.icmje.names import normalised
from authors.icmje.reading import (
    MOST_LETTERS_OF_STATEMENT,
    STATEMENT,
    Incomplete,
    check_statement,
    parse,
    read,
    stored,
    tidy,
    write,
)
from authors.icmje.validity import asked_again_on, outdated_since

__all__ = [
    "LINES",
    "MOST_LETTERS_OF_STATEMENT",
    "STATEMENT",
    "Answers",
    "Incomplete",
    "Interest",
    "Line",
    "Window",
    "asked_again_on",
    "check_statement",
    "normalised",
    "outdated_since",
    "parse",
    "read",
    "stored",
    "tidy",
    "write",
]
