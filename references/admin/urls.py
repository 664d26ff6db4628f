"""Addresses of the library's own pages in the admin."""

from django.urls import path

from references.admin import paste

urlpatterns = [
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
