"""Carrying out what moderators decide, about one comment or about several."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from comments import moderation, redaction
from comments.admin import thread
from comments.admin.forms import BulkForm, Decision, DecisionForm
from comments.models import Comment

PERMISSION = "comments.moderate_comment"


def check(request: HttpRequest) -> None:
    """Let in who may moderate."""
    if not request.user.has_perm(PERMISSION):
        raise PermissionDenied


def carry_out(comment: Comment, decision: str, by, data: dict[str, Any]) -> None:
    """Do what was decided, by the verb for it; raises `moderation.NotDecided`."""
    seen, reason = data.get("seen", ""), data.get("reason", "")
    match decision:
        case Decision.APPROVE:
            moderation.approve(comment, by, seen=seen)
        case Decision.HOLD:
            moderation.hold(comment, by, reason=reason, seen=seen)
        case Decision.REJECT:
            mail = data.get("mail", False)
            moderation.reject(comment, by, reason=reason, mail=mail, seen=seen)
        case Decision.SPAM:
            moderation.mark_spam(comment, by, seen=seen)
        case Decision.REDACT:
            words = redaction.occurrences(comment.comment, data["words"].strip())
            moderation.redact(comment, [*data["spans"], *words], by, seen=seen)
        case Decision.QUESTION:
            moderation.mark_question(comment, by)
        case Decision.COMMENT:
            moderation.mark_comment(comment, by)
        case Decision.CLOSE:
            moderation.close_thread(comment, by)
        case Decision.OPEN:
            moderation.open_thread(comment, by)


@require_http_methods(["GET", "HEAD", "POST"])
def comment(request: HttpRequest, comment_id: int) -> HttpResponse:
    """Show one comment with all that helps to decide, and take a decision.

    What was typed stays where the decision could not be carried out.
    """
    check(request)
    found = get_object_or_404(Comment, id=comment_id)
    if request.method != "POST":
        return thread.page(request, found, DecisionForm())
    form = DecisionForm(request.POST)
    if not form.is_valid():
        return thread.page(request, found, form, status=400)
    decision = Decision(form.cleaned_data["decision"])
    try:
        carry_out(found, decision, request.user, form.cleaned_data)
    except moderation.NotDecided as error:
        form.add_error(None, str(error))
        # Thrown away with the transaction: shown as it is now.
        found = get_object_or_404(Comment, id=comment_id)
        status = 409 if isinstance(error, moderation.Overtaken) else 400
        return thread.page(request, found, form, status=status)
    messages.success(
        request,
        _("%(decision)s: %(writer)s")
        % {"decision": decision.label, "writer": found.user_name},
    )
    return redirect(_next(request, reverse("comments_comment", args=[comment_id])))


@require_POST
def bulk(request: HttpRequest) -> HttpResponse:
    """Carry out one decision about the chosen comments, each for itself."""
    check(request)
    form = BulkForm(request.POST)
    answer = redirect(_next(request, reverse("comments_queue")))
    if not form.is_valid():
        for errors in form.errors.get_json_data().values():
            messages.error(request, " ".join(error["message"] for error in errors))
        return answer
    done = 0
    for found in Comment.objects.filter(pk__in=form.cleaned_data["chosen"]):
        seen = request.POST.get(f"seen-{found.pk}", "")
        data = form.cleaned_data | {"seen": seen}
        try:
            carry_out(found, form.cleaned_data["decision"], request.user, data)
        except moderation.NotDecided as error:
            message = _("%(writer)s: %(error)s")
            words = {"writer": found.user_name, "error": error}
            messages.warning(request, message % words)
        else:
            done += 1
    if done:
        label = Decision(form.cleaned_data["decision"]).label
        message = ngettext(
            "%(decision)s: %(count)d comment", "%(decision)s: %(count)d comments", done
        )
        messages.success(request, message % {"decision": label, "count": done})
    return answer


def _next(request: HttpRequest, otherwise: str) -> str:
    address = request.POST.get("next", "")
    if url_has_allowed_host_and_scheme(
        address, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    ):
        return address
    return otherwise
