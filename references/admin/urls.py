"""Addresses of the library's own pages in the admin."""

from django.urls import path

from references.admin import paste
from references.reports import TroubleReportView

urlpatterns = [
    path(
        "reports/sources-in-trouble/",
        TroubleReportView.as_view(),
        name="references_trouble",
    ),
    path(
        "reports/sources-in-trouble/results/",
        TroubleReportView.as_view(results_only=True),
        name="references_trouble_results",
    ),
    path("references/paste/", paste.paste, name="references_paste"),
    path(
        "references/paste/<int:paste_id>/", paste.review, name="references_paste_review"
    ),
    path(
        "references/paste/<int:paste_id>/<int:entry_id>/look-up/",
        paste.look_up,
        name="references_paste_look_up",
    ),
]
