"""Disclosures in the admin: listed, given and read."""

from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.ui.tables import Column
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet

from authors.forms import DisclosureForm, prefilled
from authors.models import Disclosure


class DisclosureIndexView(generic.IndexView):
    """The disclosures that somebody may see, the newest first."""

    any_permission_required = ["add", "view"]

    def get_base_queryset(self):
        """Leave out what others declared, for those who see their own alone."""
        return self.permission_policy.instances_user_has_any_permission_for(
            self.request.user, ["view"]
        ).select_related("author")


class DisclosureCreateView(generic.CreateView):
    """The form with its thirteen lines."""

    success_message = gettext_lazy("The disclosure is kept. Readers can see it now.")
    error_message = gettext_lazy("Not kept yet: look at the lines that are marked.")
    submit_button_label = gettext_lazy("Give this disclosure")

    def get_initial(self):
        """Start from what the author, if there is only one to choose, declared last."""
        asked = self.request.GET.get("author")
        authors = [one for one in self.authors if asked in {None, str(one.pk)}]
        return prefilled(authors[0] if len(authors) == 1 else None)

    @cached_property
    def authors(self):
        """For whom the user may declare."""
        return self.permission_policy.authors_for(self.request.user)

    def get_form_kwargs(self):
        """Tell the form who fills it in, and for whom."""
        kwargs = super().get_form_kwargs()
        return {**kwargs, "authors": self.authors, "user": self.request.user}

    def save_instance(self):
        """Store it through the one door, which logs it."""
        return self.form.save()

    def get_success_buttons(self):
        """Offer no edit."""
        return []


class DisclosureInspectView(generic.InspectView):
    """All lines of one disclosure."""

    any_permission_required = ["add", "view"]

    def get_object(self, queryset=None):
        """Find it among those that the user may see."""
        return get_object_or_404(
            self.permission_policy.instances_user_has_any_permission_for(
                self.request.user, ["view"]
            ),
            pk=self.pk,
        )


def _said(disclosure):
    return disclosure.statement or _("Nothing to declare")


class DisclosureViewSet(ModelViewSet):
    """Disclosures are listed, given and read, never changed."""

    model = Disclosure
    name = "disclosures"
    icon = "clipboard-list"
    index_view_class = DisclosureIndexView
    add_view_class = DisclosureCreateView
    inspect_view_class = DisclosureInspectView
    inspect_view_enabled = True
    copy_view_enabled = False
    create_template_name = "authors/admin/disclosure_form.html"
    inspect_template_name = "authors/admin/disclosure.html"
    list_filter = ["author"]
    list_display = [
        "author",
        "declared_on",
        Column("asked_again_on", label=gettext_lazy("Asked again on")),
        Column("statement", label=gettext_lazy("For readers"), accessor=_said),
    ]

    def get_form_class(self, for_update=False):
        """Give the form with the thirteen lines."""
        return DisclosureForm

    def get_urlpatterns(self):
        """Leave out the addresses at which something could be changed."""
        kept = {"index", "index_results", "add", "inspect"}
        return [each for each in super().get_urlpatterns() if each.name in kept]
