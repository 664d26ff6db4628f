"""Addresses below /comments/; none of django-comments-xtd's own."""

from django.urls import path

from comments import listing, reporting, views

app_name = "comments"

urlpatterns = [
    path("<int:comment_id>/", listing.permalink, name="permalink"),
    path("report/<int:comment_id>/", reporting.report, name="report"),
    path("reported/<int:comment_id>/", reporting.reported, name="reported"),
    path("write/<int:page_id>/", views.write, name="write"),
    path("held/<int:page_id>/", views.held, name="held"),
]
