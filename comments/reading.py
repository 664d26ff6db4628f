"""What readers see of the comments on a page, in a fixed number of queries.

One query takes the shape of all threads without a text, one the texts of a page of
fifty. Pages are cut by rows, not by threads: a thread of two thousand would be one page
otherwise. What continues on a page says so.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.http import HttpRequest
from django.utils.translation import gettext as _
from wagtail.models import Site

from comments import closing, paging
from comments.entries import FIELDS, Entry, Group, Shelf
from comments.models import (
    AnswerState,
    Comment,
    CommentSettings,
    Kind,
    Relation,
    Status,
)
from comments.paging import Addresses, Asked
from comments.threads import Order, Place, Row, Show, chosen, nested, ordered, page_of

# What was shown once: replies to it stay where they are. Spam takes them along.
_GONE = (Status.HELD, Status.REJECTED, Status.WITHDRAWN, Status.ERASED)
_ANSWERED = (AnswerState.AUTHOR, AnswerState.CLINICIAN)
FIRST = Asked()
_LEADS = {Relation.AUTHOR: 1, Relation.CLINICIAN: 2}


class NoSuchPage(LookupError):
    """There are not that many pages of comments."""


@dataclass(frozen=True)
class Choice:
    """A way to see the threads, as a link."""

    label: str
    address: str
    is_current: bool


@dataclass(frozen=True)
class Section:
    """All that the template of the comments shows.

    `continues` is where the thread began that the page begins in the middle of;
    `elsewhere` is where the comments are, when they do not stand here.
    """

    count: int
    groups: list[Group]
    number: int
    pages: int
    previous: str
    following: str
    orders: list[Choice]
    shows: list[Choice]
    continues: Entry | None
    is_open: bool
    is_closed: bool
    elsewhere: str
    noindex: bool
    feed: str

    @property
    def choices(self) -> list[list[Choice]]:
        """The ways to see the threads, those that there are."""
        return [found for found in (self.orders, self.shows) if found]

    @property
    def entries(self) -> list[Entry]:
        """The threads of this page, whatever their version."""
        return [entry for group in self.groups for entry in group.entries]


def section(
    page: Any,
    request: HttpRequest | None,
    asked: Asked = FIRST,
    *,
    on_article: bool = False,
) -> Section:
    """Give one page of the comments on `page`; `on_article` is below the article.

    Raises `NoSuchPage` when there are not so many pages.
    """
    settings = _settings(page, request)
    everything = ordered(_rows(page), asked.order)
    places = chosen(everything, asked.show)
    pages = paging.count_pages(len(places))
    if not 1 <= asked.number <= pages:
        raise NoSuchPage(asked.number)
    is_elsewhere = on_article and settings.noindex
    start = (asked.number - 1) * paging.SIZE
    here = [] if is_elsewhere else places[start : start + paging.SIZE]
    addresses = _addresses(page, request, settings)

    def to(number: int) -> str:
        return addresses.page(number, asked.order, asked.show)

    is_open = page.pk is not None and closing.is_open(page, settings)
    shelf = Shelf(page, _loaded(here), request, is_open=is_open)
    first = here[0] if here else None
    return Section(
        count=sum(place.row.is_shown for place in everything),
        groups=shelf.groups(nested(here, settings.reply_depth)),
        number=asked.number,
        pages=pages,
        previous=to(asked.number - 1) if asked.number > 1 else "",
        following=to(asked.number + 1) if asked.number < pages else "",
        **_choices(everything, asked, addresses),
        continues=shelf.entry(first.root, first.root)
        if first and first.depth
        else None,
        is_open=is_open,
        is_closed=closing.is_closed(page, settings),
        elsewhere=to(1) if is_elsewhere else "",
        noindex=settings.noindex,
        feed=addresses.feed,
    )


def address_of(comment: Comment, page: Any, request: HttpRequest | None) -> str:
    """Give the address at which a comment is read now; none where it is not shown."""
    number = page_of(ordered(_rows(page)), comment.pk, paging.SIZE)
    if number is None:
        return ""
    addresses = _addresses(page, request, _settings(page, request))
    anchor = f"comment-{comment.pk}"
    return addresses.page(number, Order.OLDEST, Show.ALL, anchor)


def newest(page: Any, number: int) -> list[Comment]:
    """Give the newest comments on a page that readers may see."""
    return list(
        page.comments.approved()
        .select_related(None)
        .select_related("author")
        .only(*FIELDS)
        .order_by("-submit_date", "-pk")[:number]
    )


def _settings(page: Any, request: HttpRequest | None) -> CommentSettings:
    site = page.get_site() if request is None else Site.find_for_request(request)
    if site is None:
        return CommentSettings()
    return CommentSettings.for_site(site)


def _addresses(
    page: Any, request: HttpRequest | None, settings: CommentSettings
) -> Addresses:
    return Addresses(page.get_url(request) or "", alone=settings.noindex)


def _rows(page: Any) -> list[Row]:
    if page.pk is None:
        return []
    rows = (
        page.comments.select_related(None)
        .filter(Q(status=Status.APPROVED) | Q(status__in=_GONE, nested_count__gt=0))
        .order_by("thread_id", "order")
        .values_list(
            *("pk", "parent_id", "status", "kind", "answer_state"),
            *("relation", "closed", "version", "version_date"),
        )
    )
    return [
        Row(
            pk,
            parent_id,
            status == Status.APPROVED,
            kind == Kind.QUESTION,
            answer_state in _ANSWERED,
            _LEADS.get(relation, 0),
            *others,
        )
        for pk, parent_id, status, kind, answer_state, relation, *others in rows
    ]


def _loaded(places: Iterable[Place]) -> dict[int, Comment]:
    """Load the texts of these, and what a page in the middle of a thread refers to."""
    keys = {
        row.pk
        for place in places
        for row in (place.row, place.root, place.above)
        if row is not None
    }
    return (
        Comment.objects.select_related(None)
        .select_related("author")
        .only(*FIELDS)
        .in_bulk(keys)
    )


def _choices(
    places: list[Place], asked: Asked, addresses: Addresses
) -> dict[str, list[Choice]]:
    threads = sum(not place.depth for place in places)
    has_questions = any(place.root.is_question for place in places)
    orders = {Order.OLDEST: _("Oldest first"), Order.NEWEST: _("Newest first")}
    shows: dict[Show, str] = {}
    if has_questions:
        orders[Order.ANSWERED] = _("Answered first")
        shows = {
            Show.ALL: _("All"),
            Show.QUESTIONS: _("Questions"),
            Show.ANSWERED: _("Answered questions"),
        }
    return {
        "orders": [
            Choice(label, addresses.page(1, order, asked.show), order == asked.order)
            for order, label in orders.items()
        ]
        if threads > 1
        else [],
        "shows": [
            Choice(label, addresses.page(1, asked.order, show), show == asked.show)
            for show, label in shows.items()
        ],
    }
