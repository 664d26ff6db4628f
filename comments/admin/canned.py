"""Reasons and answers that moderators keep ready."""

from wagtail.admin.viewsets.model import ModelViewSet

from comments.models import CannedReply


class CannedReplyViewSet(ModelViewSet):
    """Lists, adds and changes canned replies; the queue leads to it."""

    model = CannedReply
    url_prefix = "reader-comments/canned"
    url_namespace = "comments_canned"
    icon = "comment"
    form_fields = ["title", "text"]
    list_display = ["title", "text"]
    search_fields = ["title", "text"]
    search_backend_name = None
    add_to_admin_menu = False
    copy_view_enabled = False


canned_replies = CannedReplyViewSet("comments_canned")
