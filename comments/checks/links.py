"""Links in a comment, and where they lead.

Links to research and to public bodies are what readers here are asked for; others are
looked at by a person.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from comments.checks.context import Context
from comments.checks.finding import Finding, Level

_ENDINGS = (
    "com|net|org|info|biz|co|io|tv|ly|ru|cn|de|uk|eu|pl|xyz|top|online|shop|site|club|"
    "store|blog|app|dev|click|fr|nl|br|tk|ml|ga|cf|gl"
)
# Words too: where the space after a full stop is missing, they are no link.
_WORDS = "me|us|in|es|it|be|is|at|no|so|to|am|live|link|help|care|clinic|health|doctor"
_LINK = re.compile(
    r"(?<![\w@])(?:"
    r"(?:https?:/{1,2}|ftp://|www\.)[^\s<>\"'\])}]{3,}"
    # Without http, and with the point spelt out or set apart.
    rf"|(?<![.-])[a-z0-9][a-z0-9-]{{1,62}}(?:\.[a-z0-9-]{{2,62}}){{0,3}}"
    rf"(?: ?\. ?(?=com\b)|\.)(?:(?:{_ENDINGS})\b(?![@\w])(?:/[^\s<>\"'\])}}]*)?"
    rf"|(?:{_WORDS})/[^\s<>\"'\])}}]+)"
    r")",
    re.IGNORECASE,
)
_HOST = re.compile(
    r"^(?:[a-z]+:/{1,2})?(?:[^/@\s]*@)?(?:www\.)?([^/:?#]+)", re.IGNORECASE
)
# Ends of host names.
_TRUSTED = (
    "doi.org",
    "nih.gov",
    "cochranelibrary.com",
    "cochrane.org",
    "europepmc.org",
    "clinicaltrials.gov",
    "bmj.com",
    "nejm.org",
    "thelancet.com",
    "jamanetwork.com",
    "nature.com",
    "who.int",
    "nhs.uk",
    "nice.org.uk",
    "gov.uk",
    "europa.eu",
    "awmf.org",
    "wikipedia.org",
    "gov",
    "edu",
)


@dataclass(frozen=True)
class Link:
    """A link at its place in a text, and its host in small letters."""

    start: int
    end: int
    host: str


def links(text: str) -> list[Link]:
    """Give the links of a plain text in order."""
    found = []
    for match in _LINK.finditer(text):
        address = match[0].rstrip(".,;:!?")
        host = _HOST.match(address)
        if host:
            name = host[1].replace(" ", "").casefold()
            found.append(Link(match.start(), match.start() + len(address), name))
    return found


def is_trusted(host: str, also: frozenset[str] = frozenset()) -> bool:
    """Whether a host belongs to research, a public body, or the hosts given."""
    names = (*_TRUSTED, *also)
    return any(host == name or host.endswith(f".{name}") for name in names)


def check(text: str, context: Context) -> Iterator[Finding]:
    """Find each link that leads to a place nobody vouched for."""
    for link in links(text):
        if not is_trusted(link.host, context.hosts):
            reason = _("A link to %(host)s.") % {"host": link.host}
            yield Finding("links.unknown", Level.LOOK, link.start, link.end, reason)
