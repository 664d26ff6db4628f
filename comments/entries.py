"""Comments as templates show them: ready values, with the replies below each."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import groupby
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from comments.models import AnswerState, Comment, Relation, Status
from comments.threads import Node, Row

# What loading a comment for readers takes; the e-mail of its writer is not among it.
FIELDS = (
    *("user_name", "comment", "submit_date", "status", "relation", "answer_state"),
    *("passage", "edited_at", "parent_id"),
    *("author__title", "author__live", "author__url_path", "author__slug"),
)


@dataclass(frozen=True)
class Version:
    """The version of an article that something was written about."""

    day: date | None
    address: str = ""
    is_current: bool = False


@dataclass
class Entry:
    """A comment as the page shows it.

    `gone` says why only its place is left. `answers` is what it answers, where it does
    not stand below that; `version` is the one it is about, where that must be said.
    """

    pk: int
    name: str
    text: str
    written: datetime | None = None
    gone: str = ""
    badge: str = ""
    author_address: str = ""
    passage: str = ""
    edited: datetime | None = None
    is_question: bool = False
    is_answer: bool = False
    state: str = ""
    is_not_answered_here: bool = False
    may_reply: bool = False
    answers: "Entry | None" = None
    version: Version | None = None
    replies: list["Entry"] = field(default_factory=list)


@dataclass(frozen=True)
class Group:
    """Threads that follow one another and are about one version."""

    version: Version | None
    entries: list[Entry]


class Shelf:
    """Makes the entries of one page, from comments that are loaded already."""

    def __init__(
        self,
        page: Any,
        comments: Mapping[int, Comment],
        request: HttpRequest | None,
        *,
        is_open: bool,
    ) -> None:
        self._page = page
        self._comments = comments
        self._request = request
        self._is_open = is_open
        self._current = page.comment_version()

    def groups(self, nodes: Iterable[Node]) -> list[Group]:
        """Group threads by the version that they are about, in their order.

        Where all are about the version that readers see, nothing is said of it.
        """
        by_version = groupby(nodes, key=lambda node: _about(node.place.root))
        found = [
            (self._version(about), [self._nested(node) for node in group])
            for about, group in by_version
        ]
        is_worth_saying = any(
            version and not version.is_current for version, _ in found
        )
        return [
            Group(version if is_worth_saying else None, entries)
            for version, entries in found
        ]

    def entry(self, row: Row, root: Row) -> Entry:
        """Give a comment by itself, without its text where readers may not see it."""
        comment = self._comments.get(row.pk)
        if comment is None or comment.status != Status.APPROVED:
            return Entry(row.pk, "", "", gone=_reason(comment))
        answer = comment.relation in (Relation.AUTHOR, Relation.CLINICIAN)
        is_reader = comment.relation == Relation.READER
        author = None if is_reader else comment.author
        is_told = answer or _about(row) != _about(root)
        return Entry(
            pk=row.pk,
            name=author.title if author else comment.user_name,
            text=comment.comment,
            written=comment.submit_date,
            badge="" if is_reader else comment.get_relation_display(),
            author_address=author.get_url(self._request) or ""
            if author and author.live
            else "",
            passage=comment.passage,
            edited=comment.edited_at,
            is_question=row.is_question,
            is_answer=answer,
            state=comment.get_answer_state_display() if row.is_question else "",
            is_not_answered_here=comment.answer_state == AnswerState.NOT_HERE,
            may_reply=self._is_open and not root.is_closed,
            version=self._version(_about(row)) if is_told else None,
        )

    def _nested(self, top: Node) -> Entry:
        made = self._placed(top)
        waiting = [(top, made)]
        while waiting:
            node, entry = waiting.pop()
            for reply in node.replies:
                below = self._placed(reply)
                entry.replies.append(below)
                waiting.append((reply, below))
        return made

    def _placed(self, node: Node) -> Entry:
        place = node.place
        entry = self.entry(place.row, place.root)
        if node.is_beside and place.above is not None:
            entry.answers = self.entry(place.above, place.root)
        return entry

    def _version(self, about: tuple[int | None, date | None]) -> Version | None:
        number, day = about
        if about == (None, None):
            return None
        if about == self._current or (number and number == self._current[0]):
            return Version(day, self._page.get_url(self._request) or "", True)
        return Version(day, self._page.version_address(number) if number else "")


def _about(row: Row) -> tuple[int | None, date | None]:
    return row.version, row.version_date


def _reason(comment: Comment | None) -> str:
    if comment is None or comment.is_gone:
        return _("Removed by its writer.")
    if comment.status == Status.HELD:
        return _("A person is looking at this comment again.")
    return _("Removed by the moderators.")
