"""The page on which an author answers a question by a link, without an account."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from comments import answer_requests, questions
from comments.answer_form import AnswerForm
from comments.models import Comment


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, token: str) -> HttpResponse:
    """Show the question, let its answer be looked at twice, and store it."""
    try:
        opened = answer_requests.opened(token)
    except answer_requests.NotOpen as error:
        return _closed(request, str(error))
    question = opened.question
    form = AnswerForm(request.POST or None, question=question.comment)
    try:
        if "not_here" in request.POST:
            questions.not_here(question, by=opened.author)
            return redirect("comments:answered", comment_id=question.pk)
        if form.is_valid() and form.may_be_shown:
            text = form.cleaned_data["text"]
            given = questions.answer(question, by=opened.author, text=text)
            return redirect("comments:answered", comment_id=given.pk)
    except questions.NotAnswered as error:
        return _closed(request, str(error), form["text"].value())
    context = {
        "author": opened.author,
        "form": form,
        "is_preview": form.is_bound and form.is_valid(),
        "page": question.content_object,
        "question": question,
    }
    status = 400 if form.errors else 200
    return render(request, "comments/answer.html", context, status=status)


@never_cache
@require_safe
def answered(request: HttpRequest, comment_id: int) -> HttpResponse:
    """Thank who answered, and lead to the place."""
    comment = get_object_or_404(Comment.objects.approved(), id=comment_id)
    context = {"comment": comment, "page": comment.content_object}
    return render(request, "comments/answered.html", context)


def _closed(request: HttpRequest, reason: str, text: str | None = "") -> HttpResponse:
    context = {"reason": reason, "text": text}
    return render(request, "comments/answer_closed.html", context, status=410)
