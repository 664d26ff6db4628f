"""Addresses below /ask/, where readers ask for a source."""

from django.urls import path

from editorial import views

app_name = "source_requests"

urlpatterns = [
    path("kept/<int:page_id>/", views.kept, name="kept"),
    path("<int:page_id>/<str:block_id>/", views.ask, name="ask"),
]
