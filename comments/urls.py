"""Addresses below /comments/; none of django-comments-xtd's own."""

from django.urls import path

from comments import answering, listing, reporting
from comments.views import following, mine, writing

app_name = "comments"

urlpatterns = [
    path("report/<int:comment_id>/", reporting.report, name="report"),
    path("reported/<int:comment_id>/", reporting.reported, name="reported"),
    path("<int:comment_id>/", listing.permalink, name="permalink"),
    path("answer/<str:token>/", answering.answer, name="answer"),
    path("answered/<int:comment_id>/", answering.answered, name="answered"),
    path("write/<int:page_id>/", writing.write, name="write"),
    path("mine/<str:token>/", mine.mine, name="mine"),
    path("mine/<str:token>/edit/", mine.edit, name="edit"),
    path("mine/<str:token>/erase/", mine.erase, name="erase"),
    path("mine/<str:token>/export/", mine.export, name="export"),
    path("follow/thread/<int:comment_id>/", following.ask_thread, name="follow_thread"),
    path("follow/page/<int:page_id>/", following.ask_page, name="follow_page"),
    path("follow/<str:token>/", following.confirm, name="follow"),
    path("leave/<str:token>/", following.leave, name="leave"),
]
