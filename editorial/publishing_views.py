"""The administrator's door past the sign-off, which asks why and keeps the answer."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Page

from editorial import publishing
from editorial.models.reviewed import Reviewed

PERMISSION = "editorial.publish_unsigned"


class ReasonForm(forms.Form):
    """Why this cannot wait for a reviewer."""

    reason = forms.CharField(
        label=gettext_lazy("Why can this not wait for a reviewer?"),
        help_text=gettext_lazy("Kept for good, and shown in the report."),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


def may_publish_unsigned(user, page: Page) -> bool:
    """Whether this user may publish this page, which nobody signed, with a reason."""
    return (
        isinstance(page, Reviewed)
        and not page.live
        and user.has_perm(PERMISSION)
        and publishing.refusal_of_draft(page) is not None
    )


def publish_unsigned(request: HttpRequest, page_id: int) -> HttpResponse:
    """Ask for the reason, then publish the newest draft."""
    page = get_object_or_404(Page, pk=page_id).specific
    if not isinstance(page, Reviewed):
        raise Http404
    if not may_publish_unsigned(request.user, page):
        raise PermissionDenied
    form = ReasonForm(request.POST or None)
    if form.is_valid():
        try:
            publishing.publish_without_sign_off(
                page, by=request.user, reason=form.cleaned_data["reason"]
            )
        except publishing.NotSignedOff as refusal:
            form.add_error(None, str(refusal))
        else:
            said = _("“%(title)s” is published without a sign-off.")
            messages.warning(request, said % {"title": page.title})
            return redirect("wagtailadmin_pages:edit", page.pk)
    context = {
        "form": form,
        "header_icon": "warning",
        "header_title": _("Publish without sign-off"),
        "obstacle": publishing.refusal_of_draft(page),
        "page": page,
    }
    return TemplateResponse(request, "editorial/admin/publish_unsigned.html", context)
