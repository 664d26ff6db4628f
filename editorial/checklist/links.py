"""Links that do not say where they lead."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from django.utils.translation import gettext as _

from editorial.checklist.draft import Draft
from editorial.checklist.finding import Found

_EMPTY_WORDS = frozenset(
    {
        "article",
        "click",
        "click here",
        "continue",
        "continue reading",
        "details",
        "find out more",
        "follow this link",
        "for more information",
        "go",
        "here",
        "info",
        "information",
        "learn more",
        "link",
        "more",
        "more details",
        "more info",
        "more information",
        "page",
        "read here",
        "read more",
        "read on",
        "see here",
        "see more",
        "source",
        "this",
        "this article",
        "this link",
        "this page",
        "this site",
        "this website",
        "website",
    }
)
_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|[\w-]++(?:\.[\w-]++)*\.[a-z]{2,}/\S*", re.IGNORECASE
)
_PUNCTUATION = " \t\n.,;:!?…()[]<>«»“”‘’\"'→>-–"


class _Links(HTMLParser):
    """The texts of links, citations left out."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._is_open = False
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self._is_open = dict(attrs).get("linktype") != "citation"
            if self._is_open:
                self.texts.append("")

    def handle_endtag(self, tag: str) -> None:
        if tag == "a":
            self._is_open = False

    def handle_data(self, data: str) -> None:
        if self._is_open:
            self.texts[-1] += data


def unclear_links(draft: Draft) -> Iterator[Found]:
    """Find links named “here” and the like, or by a bare address."""
    for text in draft.texts:
        if "<a" not in text.html:
            continue
        for name in _Links(text.html).texts:
            words = " ".join(name.split())
            if _ADDRESS.fullmatch(words):
                yield Found(words, text.path, _("an address"))
            elif words.casefold().strip(_PUNCTUATION) in _EMPTY_WORDS:
                message = _("“%(link)s”") % {"link": words}
                yield Found(message, text.path)
