"""A writer's own comment, behind a signed link: see, change, take back, export, erase.

Whoever has the link may do all of this; asking for a page changes nothing.
"""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.models import Page

from comments import crisis_help, following, privacy, tokens, writing
from comments.forms import TextForm
from comments.models import Comment, ErasureKind, Status
from comments.tokens import BadToken, Purpose


@dataclass(frozen=True)
class Opened:
    """What a link opens; one that was mailed shows that the address is the writer's."""

    token: str
    comment: Comment
    page: Any
    is_mailed: bool

    @property
    def may_confirm(self) -> bool:
        """Whether the writer has yet to say that the mail arrived."""
        return self.is_mailed and not self.comment.email_confirmed_at


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def mine(request: HttpRequest, token: str) -> HttpResponse:
    """Show what became of a comment; take it back or confirm its address by POST."""
    opened = _open(token)
    if opened is None:
        return _bad_link(request)
    comment = opened.comment
    if request.method == "POST":
        try:
            match request.POST.get("action"):
                case "withdraw":
                    writing.withdraw(comment)
                case "confirm" if opened.is_mailed:
                    writing.confirm_address(comment)
        except writing.NotAccepted:
            pass  # It was erased meanwhile, and the page says so.
        return redirect("comments:mine", token)
    reasons = [each["reason"] for each in comment.findings if _is_for_writer(each)]
    context = {
        "comment": comment,
        "follows": following.state_of(comment) if opened.is_mailed else None,
        "help": comment.worries and crisis_help.for_request(request, opened.page),
        "may_change": comment.status != Status.ERASED,
        "noticed": list(dict.fromkeys(reasons)),
        "opened": opened,
        "page": opened.page,
    }
    return render(request, "comments/mine.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, token: str) -> HttpResponse:
    """Change a comment, which then waits for a person again."""
    opened = _open(token)
    if opened is None:
        return _bad_link(request)
    comment = opened.comment
    form = TextForm(
        request.POST or None,
        initial={
            "name": comment.user_name,
            "text": comment.comment,
            "passage": comment.passage,
        },
    )
    if comment.status == Status.ERASED:
        return redirect("comments:mine", token)
    if form.is_valid():
        try:
            writing.edit(comment, **form.cleaned_data)
        except writing.NotAccepted as error:
            form.add_error(None, str(error))
        else:
            return redirect("comments:mine", token)
    context = {"comment": comment, "form": form, "page": opened.page, "token": token}
    status = 400 if form.errors else 200
    return render(request, "comments/edit.html", context, status=status)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def erase(request: HttpRequest, token: str) -> HttpResponse:
    """Ask once more, and erase a comment, or all of the address that was mailed."""
    opened = _open(token)
    if opened is None:
        return _bad_link(request)
    others = _others(opened)
    if request.method == "POST":
        asked = others if "all" in request.POST else []
        privacy.erase([opened.comment, *asked], ErasureKind.BY_WRITER)
        return redirect("comments:mine", token)
    context = {"opened": opened, "others": others, "page": opened.page}
    return render(request, "comments/erase.html", context)


@never_cache
@require_safe
def export(request: HttpRequest, token: str) -> HttpResponse:
    """Give all that is stored about a comment as a file."""
    opened = _open(token)
    if opened is None:
        return _bad_link(request)
    answer = JsonResponse(
        privacy.export(opened.comment), json_dumps_params={"indent": 2}
    )
    name = f"comment-{opened.comment.pk}.json"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _open(token: str) -> Opened | None:
    for purpose in (Purpose.MINE, Purpose.MAILED):
        try:
            key = tokens.read(purpose, token)
        except BadToken:
            continue
        comment = Comment.objects.filter(pk=key).first()
        if comment is None:
            return None
        page = Page.objects.get(pk=int(comment.object_pk)).specific
        return Opened(token, comment, page, purpose == Purpose.MAILED)
    return None


def _others(opened: Opened) -> list[Comment]:
    # Only a mailed link shows that the address is the writer's.
    if not opened.is_mailed:
        return []
    written = privacy.written_with(opened.comment.user_email)
    return [comment for comment in written if comment != opened.comment]


def _is_for_writer(finding: dict[str, Any]) -> bool:
    # Help is shown instead; and how the form was filled in is for robots to wonder at.
    return not finding["check"].startswith(("crisis", "form"))


def _bad_link(request: HttpRequest) -> HttpResponse:
    return render(request, "comments/bad_link.html", status=404)
