"""Where a record is used: in drafts and scheduled versions as well."""

from collections.abc import Iterable

from django.db import models
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.ui import tables
from wagtail.admin.views.generic.usage import UsageView as GenericUsageView
from wagtail.snippets.views.snippets import UsageView

from references.uses import Use, uses


def linked(found: Iterable[Use], user) -> SafeString:
    """Give the names of what uses a record, each with a link to where it is edited."""
    used = ((links([use.user], user), use.versions.lower()) for use in found)
    return format_html_join("; ", "{} ({})", used)


def links(objects: Iterable[models.Model], user) -> SafeString:
    """Give the names of objects, each with a link for those who may edit it."""
    finder = AdminURLFinder(user)
    names = []
    for each in objects:
        address = finder.get_edit_url(each)
        link = '<a href="{}">{}</a>' if address else "{1}"
        names.append((format_html(link, address, each),))
    return format_html_join("; ", "{}", names)


class _NameColumn(tables.TitleColumn):
    def get_link_attrs(self, instance, parent_context):
        return {"title": _("Edit “%(name)s”") % {"name": instance["name"]}}


class ReferenceUsageView(UsageView):
    """What uses a record, and in which of its versions."""

    page_title = gettext_lazy("Usage")

    def get_queryset(self):
        """Give every use, drafts included."""
        return uses(self.object)

    @property
    def columns(self):
        """Name, kind, and the versions that use the record."""
        return [
            _NameColumn("name", label=_("Name"), get_url=lambda row: row["edit_url"]),
            tables.Column("kind", label=_("Type")),
            tables.Column("versions", label=_("Used in")),
        ]

    def get_table(self, object_list, **kwargs):
        """Show each use as a row, with a link for those who may edit the object."""
        finder = AdminURLFinder(self.request.user)
        rows = []
        for use in object_list:
            address = finder.get_edit_url(use.user)
            kind = use.user._meta.verbose_name
            private = _("(Private %(object)s)") % {"object": kind}
            rows.append(
                {
                    "name": str(use) if address else private,
                    "kind": capfirst(kind),
                    "versions": use.versions,
                    "edit_url": address,
                }
            )
        return super(GenericUsageView, self).get_table(rows, **kwargs)
