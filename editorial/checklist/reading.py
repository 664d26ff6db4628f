"""How hard a text is to read: long sentences, and the readability of its sections.

LIX is words per sentence plus the percentage of words with more than six letters
(C. H. Björnsson, Readability of Newspapers in 11 Languages, Reading Research Quarterly
18(4), 1983). It counts no syllables, so that it needs no dictionary.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from editorial.checklist.draft import Draft, Heading, Text
from editorial.checklist.finding import Found

# Sentences of more words are to be split (GOV.UK, Writing for GOV.UK).
MOST_WORDS = 25
# From here on Björnsson calls a text difficult, as official texts are.
DIFFICULT = 50
# What is shorter says little about how it reads.
FEWEST_WORDS = 50
_LONG_WORD = 6

_WORD = re.compile(r"[^\W_]++(?:[-’'.,/][^\W_]++)*+")


def words(text: str) -> list[str]:
    """Give the words and numbers of a text."""
    return _WORD.findall(text)


def lix(sentences: list[str]) -> float:
    """Give the index of sentences: the higher, the harder to read; 0 without any."""
    found = [word for sentence in sentences for word in words(sentence)]
    if not found:
        return 0
    is_long = [len(word) > _LONG_WORD for word in found]
    return len(found) / len(sentences) + 100 * sum(is_long) / len(found)


def long_sentences(draft: Draft) -> Iterator[Found]:
    """Find sentences of more words than a patient follows."""
    for text in draft.texts:
        for sentence in text.sentences:
            count = len(words(sentence.text))
            if count > MOST_WORDS:
                detail = ngettext("%(count)s word", "%(count)s words", count)
                yield Found(sentence.text, text.path, detail % {"count": count})


def hard_sections(draft: Draft) -> Iterator[Found]:
    """Find sections that are difficult to read."""
    for section in _sections(draft):
        index = round(lix(section.sentences))
        if index >= DIFFICULT and section.length >= FEWEST_WORDS:
            detail = _("LIX %(index)s: aim for less than %(most)s.")
            yield Found(
                section.title,
                section.path,
                detail % {"index": index, "most": DIFFICULT},
            )


@dataclass
class _Section:
    title: str
    path: str
    sentences: list[str] = field(default_factory=list)

    @property
    def length(self) -> int:
        return sum(len(words(sentence)) for sentence in self.sentences)


def _sections(draft: Draft) -> list[_Section]:
    found: list[_Section] = []
    for part in draft.content:
        match part:
            case Heading():
                title = part.text.strip() or _("A section without a heading")
                found.append(_Section(title, part.path))
            case Text():
                if not found:
                    found.append(_Section(_("The opening"), part.path))
                found[-1].sentences += [
                    sentence.text for sentence in part.sentences if words(sentence.text)
                ]
    return found
