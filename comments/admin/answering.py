"""Where those who have an account see open questions, and answer them."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from wagtail.admin.menu import MenuItem
from wagtail.models import Page

from comments import identity, questions
from comments.answer_form import AnswerForm
from comments.models import AnswerState, Comment, Kind, Relation

_PAGE_SIZE = 50


def may_answer(user) -> bool:
    """Tell whether an account has any questions to answer."""
    return identity.may_speak_for_site(user) or identity.author_of(user) is not None


def open_to(user):
    """Give the questions that wait and that an account may answer, the oldest first."""
    waiting = (
        Comment.objects.approved()
        .filter(kind=Kind.QUESTION, answer_state=AnswerState.WAITING)
        .order_by("submit_date", "pk")
    )
    if identity.may_speak_for_site(user):
        return waiting
    author = identity.author_of(user)
    if author is None:
        return waiting.none()
    # The rows of a byline belong to an app above this one.
    pages = author.authorships.values_list("page_id", flat=True)
    return waiting.filter(object_pk__in=[str(page) for page in pages])


def listing(request: HttpRequest) -> HttpResponse:
    """List the questions that wait for who asks."""
    if not may_answer(request.user):
        raise PermissionDenied
    paginator = Paginator(open_to(request.user), _PAGE_SIZE)
    shown = paginator.get_page(request.GET.get("p"))
    pages = Page.objects.in_bulk({int(each.object_pk) for each in shown})
    context = {
        "breadcrumbs_items": [{"url": "", "label": _("Readers’ questions")}],
        "elided_page_range": paginator.get_elided_page_range(shown.number),
        "header_icon": "help",
        "header_title": _("Readers’ questions"),
        "items": shown,
        "rows": [(each, pages.get(int(each.object_pk))) for each in shown],
    }
    return TemplateResponse(request, "comments/admin/questions.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, comment_id: int) -> HttpResponse:
    """Show a question, and let it be answered after a second look."""
    question = get_object_or_404(Comment.objects.approved(), id=comment_id)
    page = question.content_object
    user: Any = request.user
    relation = identity.relation_of(user, page)
    if relation == Relation.READER:
        raise PermissionDenied
    form = AnswerForm(request.POST or None, question=question.comment)
    try:
        if done := _carry_out(request, question, form):
            messages.success(request, done)
            return redirect("comments_questions")
    except questions.NotAnswered as error:
        messages.error(request, str(error))
    context = _context(request, question, page, relation, form)
    status = 400 if form.errors else 200
    return TemplateResponse(
        request, "comments/admin/question.html", context, status=status
    )


def _carry_out(request: HttpRequest, question: Comment, form: AnswerForm) -> str:
    """Do what was asked for, and say so; nothing where a second look is needed."""
    user: Any = request.user
    if "not_here" in request.POST:
        questions.not_here(question, by=user)
        return _("Readers are told that it is not answered here.")
    if "wait" in request.POST:
        questions.wait_again(question, by=user)
        return _("The question waits for an answer again.")
    if form.is_valid() and form.may_be_shown:
        questions.answer(question, by=user, text=form.cleaned_data["text"])
        return _("Everybody can read the answer now.")
    return ""


def _context(
    request: HttpRequest, question: Comment, page: Any, relation: str, form: AnswerForm
) -> dict[str, Any]:
    user: Any = request.user
    listed = {"url": reverse("comments_questions"), "label": _("Readers’ questions")}
    return {
        "breadcrumbs_items": [listed, {"url": "", "label": _("Answer")}],
        "form": form,
        "header_icon": "help",
        "header_title": _("Answer a question"),
        "is_preview": form.is_bound and form.is_valid(),
        "may_wait": question.answer_state == AnswerState.NOT_HERE
        and identity.may_speak_for_site(user),
        "name": questions.name_of(user),
        "page": page,
        "question": question,
        "relation": Relation(relation).label,
        "waits": question.answer_state == AnswerState.WAITING,
    }


class QuestionsMenuItem(MenuItem):
    """Shows the questions to those who may answer any."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Tell who may."""
        return may_answer(request.user)
