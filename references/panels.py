"""How the form of a record is laid out."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    MultiFieldPanel,
    ObjectList,
    TabbedInterface,
)

from references.forms import ReferenceForm

_SOURCE = [
    MultiFieldPanel(
        ["csl_type", FieldPanel("title", required_on_save=True)], _("Work")
    ),
    "contributors",
    MultiFieldPanel(
        [
            "container_title",
            "container_title_short",
            FieldRowPanel(["issued", "available"]),
            FieldRowPanel(["volume", "issue", "pages"]),
            FieldRowPanel(["publisher", "publisher_place"]),
        ],
        _("Published in"),
    ),
    MultiFieldPanel(
        [
            FieldRowPanel(["doi", "pmid", "pmcid"]),
            FieldRowPanel(["isbn", "issn", "nbk"]),
        ],
        _("Identifiers"),
    ),
    MultiFieldPanel(["url", FieldRowPanel(["updated", "accessed"])], _("On the web")),
    MultiFieldPanel(
        [
            FieldRowPanel(["genre", "number"]),
            FieldRowPanel(["edition", "collection_title"]),
            FieldRowPanel(["publication_status", "language"]),
        ],
        _("Rarely needed"),
        classname="collapsed",
    ),
]

REFERENCE = TabbedInterface(
    [
        ObjectList(_SOURCE, heading=_("Source")),
        ObjectList(["appraisals"], heading=_("Appraisal")),
        ObjectList(["locked_fields", "raw"], heading=_("Origin")),
    ],
    base_form_class=ReferenceForm,
)
