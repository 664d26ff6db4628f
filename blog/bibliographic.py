"""An article of this site as others cite it: plain values, and a CSL-JSON item."""

from dataclasses import dataclass
from datetime import datetime

from references import names
from references.csl import normalise
from references.records import Item


@dataclass(frozen=True)
class Affiliation:
    """Where somebody works."""

    name: str
    place: str = ""
    url: str = ""


@dataclass(frozen=True)
class Person:
    """Somebody in a byline, as the page names them."""

    name: str
    given: str = ""
    family: str = ""
    post_nominals: str = ""
    role: str = ""
    url: str = ""
    orcid: str = ""
    affiliations: tuple[Affiliation, ...] = ()

    @property
    def as_csl(self) -> names.Name:
        """The person as a CSL name; a name in one piece is read as citations are."""
        if self.given and self.family:
            return names.person(self.family, self.given)
        return names.parse(self.name)


@dataclass(frozen=True)
class Picture:
    """The lead picture in the size in which the page shows it."""

    url: str
    width: int
    height: int
    description: str = ""


@dataclass(frozen=True)
class Topic:
    """What an article is about, and where that topic's page is."""

    name: str
    url: str


@dataclass(frozen=True)
class Review:
    """Who checked the text, and when; only ever from a stored review."""

    reviewers: tuple[Person, ...]
    day: datetime


@dataclass(frozen=True)
class Correction:
    """What was wrong in an earlier version, and where the two are compared."""

    text: str
    day: datetime
    url: str


@dataclass(frozen=True)
class Article:
    """What a page tells about itself; nothing here that it does not show."""

    key: str
    title: str
    url: str
    publisher: str
    publisher_url: str
    language: str
    summary: str = ""
    authors: tuple[Person, ...] = ()
    topics: tuple[Topic, ...] = ()
    picture: Picture | None = None
    published: datetime | None = None
    updated: datetime | None = None
    review: Review | None = None
    corrections: tuple[Correction, ...] = ()

    @property
    def is_updated(self) -> bool:
        """Whether it changed on a later day than that of its publication."""
        if self.published is None or self.updated is None:
            return False
        return self.updated.date() > self.published.date()


def item(article: Article) -> Item:
    """Give the item that styles print and reference managers read."""
    custom = {"updated": _day(article.updated)} if article.is_updated else {}
    return normalise(
        {
            "id": article.key,
            "type": "post-weblog",
            "title": article.title,
            "author": [person.as_csl for person in article.authors],
            "container-title": article.publisher,
            "publisher": article.publisher,
            "issued": _day(article.published),
            "URL": article.url,
            "language": article.language,
            "abstract": article.summary,
            "custom": custom,
        }
    )


def _day(moment: datetime | None) -> dict[str, list[list[int]]]:
    if moment is None:
        return {}
    return {"date-parts": [[moment.year, moment.month, moment.day]]}
