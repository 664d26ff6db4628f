"""Credentials in the admin: listed, entered, checked, corrected."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin.ui.tables import Column
from wagtail.admin.views import generic
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets import Button

from authors import credentials
from authors.forms import AuthorField, CheckForm
from authors.models import AuthorPage, Credential


def _state(credential):
    if not credential.is_checked:
        return _("Not checked")
    if credential.is_current(timezone.localdate()):
        return _("Holds")
    return _("Expired")


class _CheckOfferedMixin:
    def check_url(self, credential):
        """Give the address of the check, to those who may check this one."""
        user = self.request.user
        if self.user_has_permission("check") and credential.author.user_id != user.pk:
            return reverse("credentials:check", args=[credential.pk])
        return None


class CredentialIndexView(_CheckOfferedMixin, generic.IndexView):
    """All credentials, with their numbers."""

    any_permission_required = ["view"]

    def get_base_queryset(self):
        """Load their authors with them."""
        return super().get_base_queryset().select_related("author")

    def get_list_more_buttons(self, instance):
        """Offer the check first."""
        buttons = super().get_list_more_buttons(instance)
        if url := self.check_url(instance):
            buttons.insert(0, Button(_("Check"), url=url, icon_name="check"))
        return buttons


class CredentialEditView(_CheckOfferedMixin, generic.EditView):
    """The form of a credential; who changes what was checked undoes the check."""

    @cached_property
    def header_more_buttons(self):
        """Offer the check."""
        buttons = super().header_more_buttons
        if url := self.check_url(self.object):
            buttons.append(Button(_("Check"), url=url, icon_name="check", priority=5))
        return buttons

    def save_instance(self):
        """Take the check back when it was of something else."""
        credential = super().save_instance()
        if self.form.has_changed() and credential.is_checked:
            credentials.withdraw(credential, by=self.request.user)
            messages.warning(
                self.request, _("It was changed, so that it must be checked again.")
            )
        return credential


class CheckView(PermissionCheckedMixin, WagtailAdminTemplateMixin, FormView):
    """Asks until when the register says that the credential holds."""

    model = Credential
    form_class = CheckForm
    header_icon = "check"
    page_title = gettext_lazy("Check")
    permission_required = "check"
    template_name = "authors/admin/check.html"

    @cached_property
    def credential(self):
        """The credential in question."""
        credentials_ = Credential.objects.select_related("author")
        return get_object_or_404(credentials_, pk=self.kwargs["pk"])

    def get_page_subtitle(self):
        """Name it."""
        return str(self.credential)

    def get_breadcrumbs_items(self):
        """Lead back to the list."""
        return [
            *self.breadcrumbs_items,
            {"url": reverse("credentials:index"), "label": _("Credentials")},
            {"url": "", "label": _("Check"), "sublabel": str(self.credential)},
        ]

    def get_context_data(self, **kwargs):
        """Show what is to be looked up."""
        return super().get_context_data(
            **kwargs,
            credential=self.credential,
            action_url=self.request.path,
            submit_button_label=_("I found it in the register"),
        )

    def form_valid(self, form):
        """Record the check, or say why it cannot be."""
        try:
            credentials.check(
                self.credential,
                by=self.request.user,
                expires_on=form.cleaned_data["expires_on"],
            )
        except credentials.NotChecked as error:
            form.add_error("expires_on", str(error))
            return self.form_invalid(form)
        messages.success(self.request, _("Checked. Readers see your name by it."))
        return redirect("credentials:index")


class CredentialViewSet(ModelViewSet):
    """Credentials are listed, entered, checked, corrected and deleted."""

    model = Credential
    name = "credentials"
    icon = "check"
    index_view_class = CredentialIndexView
    edit_view_class = CredentialEditView
    copy_view_enabled = False
    form_fields = ["author", "title", "issuer", "number"]
    list_filter = ["author"]
    list_display = [
        "title",
        "author",
        "issuer",
        "number",
        Column("state", label=gettext_lazy("State"), accessor=_state),
        "expires_on",
    ]

    def formfield_for_dbfield(self, db_field, **kwargs):
        """Choose the author as the form of a disclosure does."""
        if db_field.name == "author":
            kwargs |= {
                "form_class": AuthorField,
                "queryset": AuthorPage.objects.order_by("title"),
            }
        return super().formfield_for_dbfield(db_field, **kwargs)

    @property
    def check_view(self):
        """The view that records a check."""
        return CheckView.as_view()

    def get_urlpatterns(self):
        """Add the address of the check."""
        check = path("check/<int:pk>/", self.check_view, name="check")
        return [*super().get_urlpatterns(), check]
