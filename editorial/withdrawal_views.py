"""The editors' door to withdraw a page: it asks what readers will be told."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Page

from editorial import withdrawal


class WithdrawalForm(forms.Form):
    """What readers find in the place of the page."""

    what = forms.CharField(
        label=gettext_lazy("What is wrong?"),
        help_text=gettext_lazy("In a sentence or two, for readers."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    why = forms.CharField(
        label=gettext_lazy("Why is the page withdrawn and not corrected?"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


def withdraw(request: HttpRequest, page_id: int) -> HttpResponse:
    """Ask what readers are told, then withdraw the page."""
    page = get_object_or_404(Page, pk=page_id).specific
    if not withdrawal.may_withdraw(request.user, page):
        raise PermissionDenied
    form = WithdrawalForm(request.POST or None)
    if form.is_valid():
        withdrawal.withdraw(page, by=request.user, **form.cleaned_data)
        said = _("“%(title)s” is withdrawn. Its address says so, and why.")
        messages.success(request, said % {"title": page.title})
        return redirect("wagtailadmin_pages:edit", page.pk)
    context = {
        "breadcrumbs_items": [
            {
                "url": reverse("wagtailadmin_pages:edit", args=[page.pk]),
                "label": page.get_admin_display_title(),
            },
            {"url": "", "label": _("Withdraw")},
        ],
        "form": form,
        "header_icon": "warning",
        "header_title": _("Withdraw"),
        "page": page,
    }
    return TemplateResponse(request, "editorial/admin/withdraw.html", context)
