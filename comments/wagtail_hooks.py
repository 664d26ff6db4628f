"""Registers the moderators' queue with the admin."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from comments.admin import answering, decisions
from comments.admin.canned import canned_replies
from comments.admin.panel import CommentsPanel
from comments.admin.queue import QueueMenuItem, QueueView


@hooks.register("register_admin_urls")
def register_urls():
    """Give the queue and each comment their addresses."""
    return [
        path("reader-comments/", QueueView.as_view(), name="comments_queue"),
        path(
            "reader-comments/results/",
            QueueView.as_view(results_only=True),
            name="comments_queue_results",
        ),
        path("reader-comments/bulk/", decisions.bulk, name="comments_bulk"),
        path(
            "reader-comments/<int:comment_id>/",
            decisions.comment,
            name="comments_comment",
        ),
        path("reader-questions/", answering.listing, name="comments_questions"),
        path(
            "reader-questions/<int:comment_id>/",
            answering.answer,
            name="comments_question",
        ),
    ]


@hooks.register("register_admin_menu_item")
def register_menu_item():
    """Show the queue to those who may moderate."""
    return QueueMenuItem(
        _("Reader comments"), reverse("comments_queue"), icon_name="comment", order=260
    )


@hooks.register("register_admin_menu_item")
def register_questions():
    """Show open questions to those who may answer them."""
    return answering.QuestionsMenuItem(
        _("Readers’ questions"),
        reverse("comments_questions"),
        icon_name="help",
        order=261,
    )


@hooks.register("register_admin_viewset")
def register_canned_replies():
    """Give the canned replies their pages."""
    return canned_replies


@hooks.register("construct_homepage_panels")
def show_panel(request, panels):
    """Tell those who may moderate what waits."""
    if request.user.has_perm(decisions.PERMISSION):
        panels.insert(0, CommentsPanel())


@hooks.register("register_log_actions")
def register_log_actions(actions):
    """Name the decisions for the history."""
    for action, label, message in (
        ("answered", _("Answer"), _("Question answered")),
        ("approved", _("Approve"), _("Comment approved")),
        ("closed", _("Close thread"), _("Thread closed")),
        ("comment", _("Mark as comment"), _("Marked as comment")),
        ("edited", _("Change"), _("Changed by its writer")),
        ("erased", _("Erase"), _("Comment erased")),
        ("held", _("Hold"), _("Comment held")),
        ("kept", _("Keep"), _("Kept after readers’ reports")),
        ("not_answered_here", _("Not answered here"), _("Not answered here")),
        ("opened", _("Open thread"), _("Thread opened")),
        ("question", _("Mark as question"), _("Marked as question")),
        ("redacted", _("Remove words"), _("Words removed")),
        ("rejected", _("Reject"), _("Comment rejected")),
        ("spam", _("Spam"), _("Comment marked as spam")),
        ("waits_again", _("Wait again"), _("Waits for an answer again")),
        ("withdrawn", _("Take back"), _("Taken back by its writer")),
    ):
        actions.register_action(f"comments.{action}", label, message)
