"""The library in the admin: listing, filters, usage, approval of changes."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.widgets import HeaderButton
from wagtail.snippets.views.snippets import EditView, IndexView, SnippetViewSet

from references import changes, search
from references.admin.chooser import ReferenceChooserViewSet
from references.admin.usage import ReferenceUsageView
from references.models import Reference
from references.panels import REFERENCE


class ReferenceFilterSet(WagtailFilterSet):
    """Filters beside the listing."""

    class Meta:
        model = Reference
        fields = ["csl_type", "year", "standing", "live"]


class ReferenceIndexView(IndexView):
    """The listing, from which references can be pasted."""

    @property
    def header_buttons(self):
        """Offer pasting to those who may add."""
        buttons = super().header_buttons
        if self.add_url:
            label, url = _("Paste references"), reverse("references_paste")
            buttons.append(HeaderButton(label, url=url, icon_name="clipboard-list"))
        return buttons

    def search_queryset(self, queryset):
        """Search as the public library does, whatever signs the words hold."""
        if not self.is_searching:
            return queryset
        return search.search(queryset, self.search_query)


class ReferenceEditView(EditView):
    """The form of a record, which offers publishing to those who may approve it."""

    def get_available_actions(self):
        """Take publishing away where a second person must approve the change."""
        actions = super().get_available_actions()
        if not changes.may_approve(self.request.user, self.object):
            actions = [action for action in actions if action != "publish"]
        return actions


class ReferenceViewSet(SnippetViewSet):
    """The listing of references, with search, filters and where each is used."""

    model = Reference
    icon = "openquote"
    menu_label = _("References")
    menu_order = 250
    add_to_admin_menu = True
    chooser_viewset_class = ReferenceChooserViewSet
    index_view_class = ReferenceIndexView
    edit_view_class = ReferenceEditView
    usage_view_class = ReferenceUsageView
    edit_handler = REFERENCE
    filterset_class = ReferenceFilterSet
    list_display = ["__str__", "csl_type", "year", "doi", "standing"]
    list_export = ["title", "csl_type", "year", "doi", "pmid", "pmcid", "url"]
    list_per_page = 50
    inspect_view_enabled = True
