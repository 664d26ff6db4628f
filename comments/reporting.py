"""The reader's pages to report a comment: no account, and always read by a person."""

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.models import Page

from comments import addresses, reports
from comments.models import Comment, ReportReason


class ReasonSelect(forms.RadioSelect):
    """Radio buttons, of which the first can be linked to."""

    def id_for_label(self, id_, index="0"):
        return super().id_for_label(id_, index)


class ReportForm(forms.Form):
    """What is wrong with a comment, and more if the reader likes."""

    reason = forms.ChoiceField(
        label=_("What is wrong?"),
        choices=ReportReason.choices,
        widget=ReasonSelect,
        error_messages={"required": _("Please choose what is wrong.")},
    )
    detail = forms.CharField(
        label=_("Anything else that we should know? (optional)"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Only our moderators read this."),
    )
    website = forms.CharField(required=False, label=_("Leave this empty"))

    def clean_website(self) -> str:
        """Refuse robots that fill every field."""
        if self.cleaned_data["website"]:
            raise ValidationError(_("Please leave this field empty."))
        return ""


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest, comment_id: int) -> HttpResponse:
    """Show the form about a comment that shows, and keep what is reported."""
    comment = get_object_or_404(Comment.objects.approved(), id=comment_id)
    page = _page(comment)
    form = ReportForm(request.POST if request.method == "POST" else None)
    status = 200
    if form.is_bound:
        status = _keep(request, form, comment)
        if not form.errors:
            return redirect("comments:reported", comment_id=comment.pk)
    context = {"comment": comment, "form": form, "page": page}
    return render(request, "comments/report.html", context, status=status)


@never_cache
@require_safe
def reported(request: HttpRequest, comment_id: int) -> HttpResponse:
    """Say that a person will read the report."""
    comment = get_object_or_404(Comment, id=comment_id)
    return render(request, "comments/reported.html", {"page": _page(comment)})


def _page(comment: Comment) -> Page:
    return get_object_or_404(Page.objects.live().public(), pk=comment.object_pk)


def _keep(request: HttpRequest, form: ReportForm, comment: Comment) -> int:
    """Keep what a form holds, or put onto it why not; give the status of the answer."""
    if not form.is_valid():
        return 400
    try:
        reports.report(
            comment,
            form.cleaned_data["reason"],
            detail=form.cleaned_data["detail"],
            address_hash=addresses.hashed(request),
        )
    except reports.NotReported as error:
        form.add_error(None, str(error))
        return 429 if isinstance(error, reports.TooMany) else 400
    return 200
