"""The library in the admin: listing, filters, usage."""

from wagtail.admin.filters import WagtailFilterSet
from wagtail.snippets.views.snippets import SnippetViewSet

from references.models import Reference


class ReferenceFilterSet(WagtailFilterSet):
    """Filters beside the listing."""

    class Meta:
        model = Reference
        fields = ["csl_type", "year", "live"]


class ReferenceViewSet(SnippetViewSet):
    """The listing of references, with search, filters and where each is used."""

    model = Reference
    icon = "openquote"
    menu_order = 250
    add_to_admin_menu = True
    filterset_class = ReferenceFilterSet
    list_display = ["__str__", "csl_type", "year", "doi"]
    list_export = ["title", "csl_type", "year", "doi", "pmid", "pmcid", "url"]
    list_per_page = 50
    inspect_view_enabled = True
