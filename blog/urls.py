"""Where reads are counted, and files: addresses that Wagtail’s own do not take."""

from django.urls import path, re_path
from wagtail.views import serve

from blog import reads
from blog.downloads import FILES

urlpatterns = [
    path("reads/<int:pk>/", reads.read, name="reads"),
    re_path(
        rf"^((?:[\w\-]+/)+(?:(?:cite|references)\.(?:{'|'.join(FILES)})|comments\.atom))$",
        serve,
        name="article_files",
    ),
]
