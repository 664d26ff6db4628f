"""Registers guest submissions with the admin."""

from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogFormatter

from submissions import admin_views
from submissions.models import State
from submissions.viewsets import SubmissionViewSet


@hooks.register("register_admin_viewset")
def register_viewset():
    """List submissions in the menu."""
    return SubmissionViewSet()


@hooks.register("register_admin_urls")
def register_urls():
    """Give each submission its page, and each thing to be done its address."""
    return [
        path(
            "submissions/<int:pk>/",
            admin_views.submission,
            name="submissions_submission",
        ),
        *(
            path(
                f"submissions/<int:pk>/{verb}/",
                admin_views.act,
                {"verb": verb},
                name=f"submissions_{verb.replace('-', '_')}",
            )
            for verb in admin_views.VERBS
        ),
    ]


@hooks.register("register_log_actions")
def register_log_actions(actions):
    """Name, in the history of a submission, what was done."""
    actions.register_action("submissions.invited", _("Invite"), _("Invitation sent"))
    actions.register_action(
        "submissions.due_changed", _("Change due date"), _("Due date changed")
    )
    actions.register_action(
        "submissions.proof_approved", _("Approve"), _("Proof approved")
    )
    actions.register_action(
        "submissions.changes_asked", _("Ask for changes"), _("Changes asked for")
    )

    actions.register_action(
        "submissions.change_proposed", _("Propose a change"), _("Change proposed")
    )
    actions.register_action(
        "submissions.proposal_settled",
        _("Decide about a change"),
        _("Proposed change decided"),
    )

    @actions.register_action("submissions.approval_waived")
    class Waived(LogFormatter):
        label = _("Not waited for every author")

        def format_message(self, log_entry):
            """Give the reason."""
            reason = log_entry.data.get("reason", "")
            return _("Not waited for every author: %(reason)s") % {"reason": reason}

    @actions.register_action("submissions.moved")
    class Moved(LogFormatter):
        label = _("New state")

        def format_message(self, log_entry):
            """Name the state, and the guest where it was one."""
            state = dict(State.choices).get(log_entry.data.get("state"), "")
            guest = log_entry.data.get("guest")
            return f"{state} ({guest})" if guest else state
