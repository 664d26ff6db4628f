"""From a manuscript's bytes to a draft, whatever wrote it."""

from collections import Counter
from dataclasses import replace

from importing import bibliography, closing, html, marks, word
from importing.draft import Draft


def read(data: bytes, name: str) -> Draft:
    """Give the draft that a manuscript holds; `Refused` says why it cannot be read.

    Its content tells what it is, and its name only where that does not.
    """
    if html.is_html(data, name):
        return completed(html.read(html.decoded(data)))
    return completed(word.read(data))


def completed(draft: Draft) -> Draft:
    """Give a draft with what all readers leave to do: references, marks, sign-off."""
    draft, sources = bibliography.take(draft)
    draft = marks.link(closing.sign(draft), sources)
    kinds = Counter(problem.kind for problem in draft.problems)
    return replace(draft, counts={**draft.counts, **kinds})
