"""Upper and lower case of titles (CSL 1.0.2, "Text-case")."""

import re
from dataclasses import replace

from references.formats.rendering.runs import Runs, as_text

_FUNCTION_WORDS = """
    about above across after against along alongside amid amidst among amongst an
    and around as aside at atop barring before behind below beneath beside besides
    between beyond but by ca de despite down during et except for from given
    in inside into lest like near next nor notwithstanding of off on onto or out
    over per plus pro qua sans since so than the through throughout till to toward
    towards under underneath until unto up upon van versus via von vs with within
    without yet
"""
_LOWER_CASE_WORDS = frozenset(_FUNCTION_WORDS.split())
_WORD = re.compile(r"[^\W_][^\s\-/]*")
# Also of the kind of "l’épreuve".
_ONE_LETTER = re.compile(r"\w(?:$|’)")
_SUBTITLE = re.compile(r"[:?!]\W{0,9}$")
_FIRST = re.compile(r"^\S+")


def title_case(runs: Runs, language: str = "") -> Runs:
    """Write the words of an English title with capitals.

    Function words and single letters stay lower-case, but for the first and the last
    word and after a colon; words that have a capital (mRNA, COVID-19) stay as they are.
    So do words in italics (the names of species), and titles in another language, which
    has its own rules.
    """
    if language and not language.lower().startswith("en"):
        return runs
    text = as_text(runs)
    found = list(_WORD.finditer(text))
    italics = [tag for run in runs for tag in ["i" in run.tags] * len(run.text)]

    def written(word: re.Match[str]) -> str:
        if italics[word.start()]:
            return word[0]
        is_end = word.start() in (found[0].start(), found[-1].start())
        bare = word[0].rstrip(".,:;?!)]”’")
        is_small = bare in _LOWER_CASE_WORDS or _ONE_LETTER.match(bare)
        if is_small and not is_end and not _SUBTITLE.search(text[: word.start()]):
            return word[0]
        return _with_capital(word[0])

    return _sliced(runs, _WORD.sub(written, text))


def capitalized(runs: Runs) -> Runs:
    """Write the first word with a capital, unless it has one inside (iPhone)."""
    text = as_text(runs)
    return _sliced(runs, _FIRST.sub(lambda word: _with_capital(word[0]), text))


def _with_capital(word: str) -> str:
    capital = word[0].upper()
    if word != word.lower() or len(capital) > 1:
        return word
    return capital + word[1:]


def _sliced(runs: Runs, text: str) -> Runs:
    pieces = []
    for run in runs:
        pieces.append(replace(run, text=text[: len(run.text)]))
        text = text[len(run.text) :]
    return tuple(pieces)
