"""The reports in the order of their menu."""

from functools import partial

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from editorial.admin_views import PERMISSION
from editorial.reports.disclosures import DisclosureReport
from editorial.reports.due import DueReport
from editorial.reports.edited_pages import EditedReport
from editorial.reports.listing import Report, ReportMenuItem
from editorial.reports.notices import NoticeReport
from editorial.reports.sources import SourcesReport
from editorial.reports.unsigned import UnsignedReport

REPORTS = (
    DueReport,
    EditedReport,
    SourcesReport,
    DisclosureReport,
    UnsignedReport,
    NoticeReport,
)
FIRST = 600
URLPATTERNS = [pattern for report in REPORTS for pattern in report.urlpatterns()]


def _item(report: type[Report], order: int) -> ReportMenuItem:
    return ReportMenuItem(
        report.page_title,
        reverse(f"editorial_{report.slug}"),
        permission=report.permission,
        icon_name=report.header_icon,
        order=order,
    )


def _requests_waiting() -> ReportMenuItem:
    return ReportMenuItem(
        _("Requests waiting"),
        f"{reverse('editorial_source_requests')}?state=waiting",
        permission=PERMISSION,
        icon_name="help",
        order=FIRST + len(REPORTS),
    )


# Made when the admin is: addresses are not known before.
MENU_ITEMS = (
    *(partial(_item, report, FIRST + at) for at, report in enumerate(REPORTS)),
    _requests_waiting,
)
