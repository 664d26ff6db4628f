"""Addresses of the library's own pages in the admin."""

from django.urls import path

from references.admin import approval, duplicates, paste
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
    path("reports/duplicates/", duplicates.listing, name="references_duplicates"),
    path(
        "reports/duplicates/search/",
        duplicates.search,
        name="references_duplicates_search",
    ),
    path(
        "reports/duplicates/<int:pair_id>/dismiss/",
        duplicates.dismiss,
        name="references_duplicates_dismiss",
    ),
    path(
        "reports/duplicates/<int:first_id>/<int:second_id>/",
        duplicates.compare,
        name="references_compare",
    ),
    path("reports/merges/", duplicates.merges, name="references_merges"),
    path(
        "reports/merges/<int:merge_id>/undo/",
        duplicates.undo,
        name="references_merges_undo",
    ),
    path("reports/waiting-changes/", approval.listing, name="references_waiting"),
    path(
        "reports/waiting-changes/<int:reference_id>/<str:decision>/",
        approval.decide,
        name="references_waiting_decide",
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
