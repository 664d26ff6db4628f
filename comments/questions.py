"""What becomes of a question: it waits, is answered, or is not answered here."""

from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Page

from accounts.models import User
from authors.models import AuthorPage
from comments import answer_requests, identity
from comments.models import AnswerState, Comment, Kind, Relation, Status
from comments.signals import comment_changed

# What an answer of theirs makes of the question.
_ANSWERED = {
    Relation.AUTHOR: AnswerState.AUTHOR,
    Relation.CLINICIAN: AnswerState.CLINICIAN,
}


class NotAnswered(ValueError):
    """Nothing was stored; the message says why, in the words of who answers."""


@transaction.atomic
def answer(question: Comment, *, by: User | AuthorPage, text: str) -> Comment:
    """Answer a question in public, labelled by what the account is to the article.

    Raises `NotAnswered` when it waits no more, or when `by` may not answer it.
    """
    page = _lock(question)
    relation = identity.relation_of(by, page)
    if relation == Relation.READER:
        raise NotAnswered(_("You may not answer this question."))
    if question.answer_state != AnswerState.WAITING:
        raise NotAnswered(_("This question does not wait for an answer any more."))
    version, version_date = page.comment_version()
    now = timezone.now()
    given = Comment.objects.create(
        content_type_id=question.content_type_id,
        object_pk=question.object_pk,
        site_id=settings.SITE_ID,
        user_name=name_of(by),
        comment=text,
        submit_date=now,
        parent_id=question.pk,
        status=Status.APPROVED,
        status_at=now,
        relation=relation,
        author=identity.author_of(by),
        version=version,
        version_date=version_date,
    )
    user = by if isinstance(by, User) else None
    log(instance=given, action="comments.answered", user=user)
    settle(question)
    _announce(page, given)
    return given


@transaction.atomic
def not_here(question: Comment, *, by: User | AuthorPage) -> None:
    """Say that a question is not answered here, and whom to ask instead.

    Raises `NotAnswered` when it waits no more, or when `by` may not say so.
    """
    page = _lock(question)
    if identity.relation_of(by, page) == Relation.READER:
        raise NotAnswered(_("You may not answer this question."))
    if question.answer_state != AnswerState.WAITING:
        raise NotAnswered(_("This question does not wait for an answer any more."))
    _become(question, AnswerState.NOT_HERE)
    user = by if isinstance(by, User) else None
    log(instance=question, action="comments.not_answered_here", user=user)
    _announce(page, question)


@transaction.atomic
def wait_again(question: Comment, *, by: User) -> None:
    """Let a question wait after all that was not to be answered here."""
    page = _lock(question)
    if not identity.may_speak_for_site(by):
        raise NotAnswered(_("You may not answer this question."))
    if question.answer_state != AnswerState.NOT_HERE:
        raise NotAnswered(_("This question waits, or is answered."))
    _become(question, AnswerState.WAITING)
    log(instance=question, action="comments.waits_again", user=by)
    _announce(page, question)


def settle(question: Comment) -> None:
    """Bring the state of a question into line with the answers that readers see."""
    relations = set(
        Comment.objects.approved()
        .filter(thread_id=question.thread_id)
        .values_list("relation", flat=True)
    )
    state = next(
        (state for relation, state in _ANSWERED.items() if relation in relations),
        AnswerState.WAITING,
    )
    kept = AnswerState.NOT_HERE
    if question.answer_state == kept and state == AnswerState.WAITING:
        return
    if question.answer_state != state:
        _become(question, state)


def follow(sender: type, *, page: Any, comment: Comment, **kwargs: Any) -> None:
    """When readers see something else: settle its question, and ask the authors."""
    question = (
        Comment.objects.approved()
        .filter(pk=comment.thread_id, kind=Kind.QUESTION)
        .first()
    )
    if question is None:
        return
    settle(question)
    if question.answer_state == AnswerState.WAITING:
        answer_requests.ask_authors(question)


def name_of(by: User | AuthorPage) -> str:
    """Give the name that stands above an answer; never the one to sign in with."""
    author = identity.author_of(by)
    if author is not None:
        return author.title[:50]
    full = by.get_full_name() if isinstance(by, User) else ""
    return (full or _("The editors"))[:50]


def _lock(question: Comment) -> Any:
    """Lock the page, as writers do, and give it with the question as it is now."""
    page = Page.objects.select_for_update().get(pk=int(question.object_pk)).specific
    question.refresh_from_db()
    if question.kind != Kind.QUESTION or question.status != Status.APPROVED:
        raise NotAnswered(_("This question is no longer here."))
    return page


def _become(question: Comment, state: AnswerState) -> None:
    question.answer_state = state
    question.save(update_fields=["answer_state"])


def _announce(page: Any, comment: Comment) -> None:
    transaction.on_commit(
        lambda: comment_changed.send(Comment, page=page, comment=comment)
    )
