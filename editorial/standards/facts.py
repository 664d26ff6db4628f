"""What is known of an article and of a site, as plain values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any


@dataclass(frozen=True)
class Link:
    """Where something can be seen."""

    text: str
    url: str


@dataclass(frozen=True)
class AuthorFacts:
    """A name in the byline.

    `disclosure` leads to all thirteen lines, empty where none was given in a year.
    """

    name: str
    url: str = ""
    qualifications: str = ""
    affiliations: tuple[str, ...] = ()
    disclosure: str = ""


@dataclass(frozen=True)
class ArticleFacts:
    """An article as readers see it, or, before its publication, its newest draft.

    `findings` counts what each rule of the checklist found; `markup` is what the page
    tells programs about itself, empty while nobody can read it.
    """

    title: str
    url: str
    edit_url: str
    today: date
    is_live: bool = False
    funding: str = ""
    authors: tuple[AuthorFacts, ...] = ()
    is_reviewed: bool = False
    signed_by: str = ""
    signed_on: date | None = None
    due_on: date | None = None
    published_on: date | None = None
    updated_on: date | None = None
    source_count: int = 0
    findings: Mapping[str, int] = field(default_factory=dict)
    version_count: int = 0
    correction_count: int = 0
    requests_waiting: int = 0
    takes_requests: bool = False
    markup: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class SiteFacts:
    """A site: what its settings say, and how many published articles are how.

    `reports` leads, by name, to the lists that show the counted ones.
    """

    url: str
    settings_url: str
    reports: Mapping[str, str]
    publisher: str = ""
    contact: str = ""
    disclaimer: str = ""
    policies: Mapping[str, str] = field(default_factory=dict)
    review_months: int = 0
    has_medical_review: bool = False
    articles: int = 0
    reviewed: int = 0
    planned: int = 0
    in_trouble: int = 0
    without_version: int = 0
    undisclosed_authors: int = 0
    requests_waiting: int = 0
    sources: int = 0
