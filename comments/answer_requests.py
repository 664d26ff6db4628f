"""Asks the authors of an article to answer a question, each by their own link."""

from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django_tasks import task
from wagtail.models import Page

from authors.models import AuthorPage
from comments import mails, tokens
from comments.models import AnswerRequest, AnswerState, Comment, Kind, Status
from comments.tokens import Purpose

HOLDS = timedelta(days=60)


class NotOpen(ValueError):
    """The link opens nothing any more; the message says why, in the author’s words."""


def ask_authors(question: Comment) -> None:
    """Ask, once each, those authors of the article whose address is known."""
    authors = [
        author
        for author in question.content_object.answering_authors()
        if author.address_for_questions
    ]
    asked = set(question.answer_requests.values_list("author_id", flat=True))
    for author in authors:
        if author.pk not in asked:
            _ask(question, author.pk)


def opened(token: str) -> AnswerRequest:
    """Give the request that a link opens.

    Raises `NotOpen` when the link is false or old, when the author is no longer in the
    byline, or when the question does not wait any more.
    """
    try:
        key = tokens.read(Purpose.ANSWER, token, HOLDS)
    except tokens.BadToken as error:
        raise NotOpen(_("This link is not whole, or older than 60 days.")) from error
    request = (
        AnswerRequest.objects.filter(pk=key)
        .select_related("question", "author")
        .first()
    )
    if request is None:
        raise NotOpen(_("This question is no longer here."))
    question = request.question
    page = question.content_object
    if question.status != Status.APPROVED or question.kind != Kind.QUESTION:
        raise NotOpen(_("This question is no longer here."))
    if page is None or not page.live or page.get_view_restrictions().exists():
        raise NotOpen(_("The article cannot be read at present."))
    if request.author not in page.answering_authors():
        raise NotOpen(_("You are no longer named as an author of this article."))
    if question.answer_state != AnswerState.WAITING:
        raise NotOpen(_("This question does not wait for an answer any more."))
    return request


def waiting_for(author: AuthorPage, page: Page) -> list[tuple[AnswerRequest, str]]:
    """Give what an author was asked about a page and did not answer, with tokens."""
    requests = AnswerRequest.objects.filter(
        author=author,
        question__object_pk=str(page.pk),
        question__status=Status.APPROVED,
        question__answer_state=AnswerState.WAITING,
    ).select_related("question")
    return [(each, tokens.make(Purpose.ANSWER, each)) for each in requests]


@transaction.atomic
def _ask(question: Comment, author_id: int) -> None:
    request, is_new = AnswerRequest.objects.get_or_create(
        question=question, author_id=author_id
    )
    if is_new:
        transaction.on_commit(lambda: send.enqueue(request.pk))


@task(backend="background")
def send(request_id: int) -> None:
    """Mail one author the question, while it waits."""
    request = (
        AnswerRequest.objects.filter(
            pk=request_id,
            question__status=Status.APPROVED,
            question__answer_state=AnswerState.WAITING,
        )
        .select_related("question", "author__user")
        .first()
    )
    if request is None:
        return
    page = request.question.content_object
    token = tokens.make(Purpose.ANSWER, request)
    with translation.override(settings.LANGUAGE_CODE):
        context = {
            "address": mails.absolute(reverse("comments:answer", args=[token])),
            "days": HOLDS.days,
            "page": page,
            "request": request,
        }
        subject = _("A reader asks about “%(title)s”") % {"title": page.title}
        mails.send(subject, "question", context, request.author.address_for_questions)
