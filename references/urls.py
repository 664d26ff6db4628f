"""Addresses of the public library."""

from django.urls import path, re_path

from references import views

app_name = "references"

_ENDING = f"(?P<ending>{'|'.join(views.DOWNLOADS)})"

urlpatterns = [
    path("", views.library, name="library"),
    re_path(rf"^export\.{_ENDING}$", views.export, name="export"),
    path("<int:reference_id>/", views.record, name="record"),
    re_path(
        rf"^(?P<reference_id>[0-9]{{1,18}})/cite\.{_ENDING}$", views.cite, name="cite"
    ),
]
