"""Mails to guests and editors: who is told what.

Links are made when a mail is sent, so that no queue and no log ever holds one.
"""

import logging
from dataclasses import dataclass
from smtplib import SMTPException
from typing import Any

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django_tasks import task

from submissions import entrance
from submissions.models import Guest, Invitation, Note, Submission, Turn

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Mail:
    """To which side a mail goes, and its subject, which may name the topic."""

    to: Turn
    subject: str | Promise


# By the names of their templates.
MAILS = {
    "withdrawn": Mail(Turn.GUEST, _("Invitation withdrawn: %(topic)s")),
    "accepted": Mail(Turn.EDITOR, _("%(guest)s accepts: %(topic)s")),
    "submitted": Mail(Turn.EDITOR, _("%(guest)s submitted: %(topic)s")),
    "received": Mail(Turn.GUEST, _("Your manuscript has arrived: %(topic)s")),
    "review_started": Mail(Turn.GUEST, _("Your manuscript is being read: %(topic)s")),
    "returned": Mail(Turn.GUEST, _("Please look at your manuscript: %(topic)s")),
    "proof_sent": Mail(Turn.GUEST, _("Please read the proof: %(topic)s")),
    "changes_asked": Mail(Turn.EDITOR, _("%(guest)s asks for changes: %(topic)s")),
    "approved": Mail(Turn.EDITOR, _("All authors approve: %(topic)s")),
    "published": Mail(Turn.GUEST, _("Your article is published: %(topic)s")),
    "change_proposed": Mail(Turn.EDITOR, _("%(guest)s proposes a change: %(topic)s")),
    "proposal_settled": Mail(Turn.GUEST, _("About the change you proposed: %(topic)s")),
    "declined_by_guest": Mail(Turn.EDITOR, _("%(guest)s declines: %(topic)s")),
    "declined_by_editor": Mail(Turn.GUEST, _("About your manuscript: %(topic)s")),
    "note_from_guest": Mail(Turn.EDITOR, _("%(guest)s wrote a note: %(topic)s")),
    "note_from_editor": Mail(Turn.GUEST, _("A note from your editor: %(topic)s")),
}


def tell(
    submission: Submission,
    name: str,
    note: Note | None = None,
    guest: Guest | None = None,
) -> None:
    """Send one of the mails once what it tells is stored.

    `guest` is the one who is told or told of, where it is not who was invited.
    """
    note_id = note.pk if note else None
    guest_id = guest.pk if guest else None
    transaction.on_commit(lambda: send.enqueue(submission.pk, name, note_id, guest_id))


def invite(invitation: Invitation) -> None:
    """Send an invitation once it is stored."""
    transaction.on_commit(lambda: send_invitation.enqueue(invitation.pk))


@task(backend="background")
def send(
    submission_id: int,
    name: str,
    note_id: int | None = None,
    guest_id: int | None = None,
) -> None:
    """Mail to one side what happened to a submission."""
    submission = _submissions().get(pk=submission_id)
    guest = Guest.objects.get(pk=guest_id) if guest_id else submission.guest
    mail = MAILS[name]
    context: dict[str, Any] = {"submission": submission, "guest": guest}
    if note_id:
        context["note"] = submission.notes.get(pk=note_id)
    if mail.to == Turn.EDITOR:
        address = _address_of_editor(submission)
        path = reverse("submissions_submission", args=[submission.pk])
        context["url"] = f"{settings.WAGTAILADMIN_BASE_URL}{path}"
        language = settings.LANGUAGE_CODE
    else:
        address = guest.email
        if not submission.is_closed:
            context |= _link(guest, submission)
        language = submission.language
    with translation.override(language):
        subject = mail.subject % {"topic": submission, "guest": guest}
        body = render_to_string(f"submissions/mail/{name}.txt", context)
    _deliver(subject, body, address)


@task(backend="background")
def send_invitation(invitation_id: int) -> None:
    """Mail an invitation: what the editor wrote, then topic, due date and link."""
    invitation = Invitation.objects.get(pk=invitation_id)
    submission = _submissions().get(pk=invitation.submission_id)
    context = {
        "invitation": invitation,
        "submission": submission,
        **_link(submission.guest, submission),
    }
    with translation.override(submission.language):
        body = render_to_string("submissions/mail/invited.txt", context)
    _deliver(invitation.subject, body, submission.guest.email)


@task(backend="background")
def send_link(email: str) -> None:
    """Mail a new link to a guest; nothing where nobody with this address writes."""
    guest = Guest.objects.filter(email__iexact=email).first()
    open_ones = _submissions().of(guest).exclude_closed()
    newest = open_ones.order_by("-created_at").first()
    if guest is None or newest is None:
        return
    with translation.override(newest.language):
        subject = translation.gettext("Your link to your manuscripts")
        body = render_to_string("submissions/mail/link.txt", _link(guest))
    _deliver(subject, body, guest.email)


def _submissions():
    return Submission.objects.select_related("guest", "editor", "page")


def _link(guest: Guest, submission: Submission | None = None) -> dict[str, Any]:
    return {
        "guest": guest,
        "url": entrance.new_link(guest, submission),
        "days": settings.GUEST_LINK_DAYS,
    }


def _address_of_editor(submission: Submission) -> str:
    editor = submission.editor
    if editor and editor.is_active and editor.email:
        return editor.email
    return settings.CONTACT_EMAIL


def _deliver(subject: str, body: str, address: str) -> None:
    one_line = " ".join(str(subject).split())
    try:
        send_mail(one_line, body.strip() + "\n", settings.DEFAULT_FROM_EMAIL, [address])
    except (OSError, SMTPException):
        logger.exception("A mail about a submission could not be sent")
