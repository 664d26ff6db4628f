"""Addresses below those of pages that end like files: Wagtail's own take no dots."""

from django.urls import re_path
from wagtail.views import serve

from blog.downloads import FILES

urlpatterns = [
    re_path(
        rf"^((?:[\w\-]+/)+(?:(?:cite|references)\.(?:{'|'.join(FILES)})|comments\.atom))$",
        serve,
        name="article_files",
    )
]
