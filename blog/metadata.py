"""What article pages say of themselves to programs: tags, linked data, and styles."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urljoin

from django.apps import apps
from django.http import HttpRequest
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from wagtail.images.shortcuts import get_rendition_or_not_found

from authors.models import AuthorPage
from blog import bibliographic, highwire, sharing, structured_data
from blog.bibliographic import (
    Affiliation,
    Article,
    Correction,
    Person,
    Picture,
    Review,
    Topic,
)
from blog.dates import reviewer_profile
from blog.history import History
from comments.reading import Section
from comments.structured_data import things
from editorial.models import NoticeKind
from editorial.review import ReviewLine
from references.formats import registry
from references.records import Item
from references.views import STYLES

# One of the sizes that the page shows, so that no other picture is made.
_PICTURE = "width-1280|format-webp"


@dataclass(frozen=True)
class Metadata:
    """The tags of a page's head by their attribute, its address and its JSON-LD."""

    address: str
    names: list[tuple[str, str]]
    properties: list[tuple[str, str]]
    linked_data: SafeString


def metadata(
    article: Article, sources: Sequence[Item], comments: Section | None = None
) -> Metadata:
    """Give what the head of an article's page holds."""
    linked = structured_data.linked_data(article, sources)
    if comments is not None and comments.count:
        linked["commentCount"] = comments.count
        linked["comment"] = things(comments.entries, article.url)
    return Metadata(
        address=article.url,
        names=highwire.tags(article, sources) + sharing.dublin_core(article),
        properties=sharing.open_graph(article),
        linked_data=structured_data.as_json(linked),
    )


def in_styles(article: Article) -> list[dict[str, str]]:
    """Give how the article is cited, as text, by the name of the style."""
    item = bibliographic.item(article)
    return [
        {"name": name, "text": registry.write([item], style).strip()}
        for style, name in STYLES.items()
    ]


def describe(
    page,
    request: HttpRequest | None,
    authors: Sequence[AuthorPage],
    history: History,
    *,
    topics=(),
    line: ReviewLine | None = None,
) -> Article:
    """Give what a page tells about itself, from what is loaded already.

    `line` is what it says of its review.
    """
    address = page.get_full_url(request) or ""
    return Article(
        key=f"article{page.pk or ''}",
        title=_line(page.title),
        url=address,
        publisher=publisher(request),
        publisher_url=urljoin(address, "/"),
        language=get_language() or "",
        summary=_line(page.summary),
        authors=tuple(_person(author, request) for author in authors),
        topics=tuple(
            Topic(topic.title, topic.get_full_url(request) or "") for topic in topics
        ),
        picture=_picture(page, address),
        published=_local(page.first_published_at),
        updated=_local(history.updated),
        review=_review(line, request) if line and line.is_reviewed else None,
        corrections=tuple(
            Correction(
                _line(entry.change.what),
                timezone.localtime(entry.change.at),
                urljoin(address, entry.comparison),
            )
            for entry in history.notices
            if entry.change.kind == NoticeKind.CORRECTION
        ),
    )


def publisher(request: HttpRequest | None) -> str:
    """Give the name of who publishes the site that was asked."""
    # The settings belong to an app above this one.
    site_settings = apps.get_model("home.SiteSettings").for_request(request)
    return _line(site_settings.publisher)


def _person(author: AuthorPage, request: HttpRequest | None) -> Person:
    return Person(
        name=_line(author.title),
        given=_line(author.given_name),
        family=_line(author.family_name),
        post_nominals=_line(author.post_nominals),
        role=_line(author.role),
        url=author.get_full_url(request) or "" if author.live else "",
        orcid=author.orcid,
        affiliations=tuple(
            Affiliation(
                _line(block.value["organisation"]),
                _line(block.value["place"]),
                block.value["url"] or "",
            )
            for block in author.affiliations
        ),
    )


def _review(line: ReviewLine, request: HttpRequest | None) -> Review | None:
    signed = line.sign_off
    if signed is None:
        return None
    profile = reviewer_profile(line)
    named = Person(name=_line(signed.reviewer_name))
    reviewer = _person(profile, request) if profile else named
    return Review((reviewer,), timezone.localtime(signed.signed_at))


def _picture(page, address: str) -> Picture | None:
    if page.lead_image is None:
        return None
    rendition = get_rendition_or_not_found(page.lead_image, _PICTURE)
    url = urljoin(address, rendition.url)
    alt = _line(page.lead_image_alt)
    return Picture(url, rendition.width, rendition.height, alt)


def _local(moment):
    return timezone.localtime(moment) if moment else None


def _line(text: str | None) -> str:
    return " ".join((text or "").split())
