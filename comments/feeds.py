"""The newest comments on one article as an Atom feed."""

import re
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import linebreaks
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from comments import reading
from comments.models import CommentSettings, Relation

_IN_FEED = 50
_NOT_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def feed(request: HttpRequest, page: Any) -> HttpResponse:
    """Give the newest comments that readers may see, each with its whole text."""
    address = page.get_full_url(request)
    made = Atom1Feed(
        title=_("Comments on “%(title)s”") % {"title": _line(page.title)},
        link=address,
        description="",
        language=get_language(),
        feed_url=f"{address}comments.atom",
    )
    for comment in reading.newest(page, _IN_FEED):
        is_reader = comment.relation == Relation.READER
        author = None if is_reader else comment.author
        name = _line(author.title if author else comment.user_name)
        link = request.build_absolute_uri(
            reverse("comments:permalink", args=[comment.pk])
        )
        made.add_item(
            title=_("%(name)s on “%(title)s”")
            % {"name": name, "title": _line(page.title)},
            link=link,
            description=linebreaks(_sayable(comment.comment), autoescape=True),
            unique_id=link,
            author_name=name,
            pubdate=comment.submit_date,
            updateddate=comment.edited_at or comment.submit_date,
        )
    response = HttpResponse(content_type=made.content_type)
    if CommentSettings.for_request(request).noindex:
        response["X-Robots-Tag"] = "noindex"
    made.write(response, "utf-8")
    return response


def _line(text: str) -> str:
    return " ".join(_sayable(text).split())


def _sayable(text: str) -> str:
    return _NOT_XML.sub("", text)
