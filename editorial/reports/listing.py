"""What the reports have in common: who may see one, its table, its menu item."""

from typing import Any

from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.models import Page, PagePermissionTester


class Report(ReportView):
    """A report for those who hold its permission; `slug` names it in addresses."""

    slug: str
    permission: str
    nothing = _("Nothing to do here.")
    is_searchable = False
    permission_required = "view"

    @cached_property
    def index_url_name(self) -> str:
        """Give the name of its address."""
        return f"editorial_{self.slug}"

    @cached_property
    def index_results_url_name(self) -> str:
        """Give the name under which the table alone is found."""
        return f"editorial_{self.slug}_results"

    @cached_property
    def no_results_message(self):
        """Say that the list is empty, or that the filters leave nothing."""
        return _("Nothing matches.") if self.is_filtering else self.nothing

    def user_has_permission(self, permission: str) -> bool:
        """Let in those who hold the report's own permission."""
        return self.request.user.has_perm(self.permission)

    def get_filename(self) -> str:
        """Name exported files as the address."""
        return self.slug

    def address_of(self, page: Page) -> str:
        """Lead to the editor those who may edit every page, and others to the page."""
        tester = PagePermissionTester(self.request.user, page)
        if self.request.user.is_superuser or "change" in tester.permissions:
            return reverse("wagtailadmin_pages:edit", args=[page.pk])
        return page.get_url(self.request) or ""

    def title_column(self, of: str = "") -> TitleColumn:
        """Give the column of page titles; `of` leads from the row to its page."""

        def page_of(row: Any) -> Page:
            return getattr(row, of) if of else row

        return TitleColumn(
            "title",
            label=_("Page"),
            accessor=lambda row: page_of(row).title,
            get_url=lambda row: self.address_of(page_of(row)),
        )

    @classmethod
    def urlpatterns(cls) -> list:
        """Give the report and its table their addresses."""
        return [
            path(f"reports/{cls.slug}/", cls.as_view(), name=f"editorial_{cls.slug}"),
            path(
                f"reports/{cls.slug}/results/",
                cls.as_view(results_only=True),
                name=f"editorial_{cls.slug}_results",
            ),
        ]


class ReportMenuItem(MenuItem):
    """A report among the others, for those who may see it."""

    def __init__(self, label, url, *, permission: str, **kwargs) -> None:
        self.permission = permission
        super().__init__(label, url, **kwargs)

    def is_shown(self, request) -> bool:
        """Tell who may."""
        return request.user.has_perm(self.permission)
