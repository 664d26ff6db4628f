"""Private notes between a guest and the editor."""

from django.db import transaction
from django.utils.translation import gettext as _

from submissions import mails
from submissions.models import Guest, Note, Submission
from submissions.states import Actor, NotPossible


@transaction.atomic
def write(submission: Submission, text: str, *, by: Actor) -> Note:
    """Keep a note; the other side is told by mail.

    Raises `NotPossible` when it says nothing.
    """
    if not text.strip():
        raise NotPossible(_("Write something first."))
    note = Note(submission=submission, text=text.strip())
    if isinstance(by, Guest):
        note.by_guest, note.writer_name, mail = by, by.name, "note_from_guest"
    else:
        note.by_user, note.writer_name = by, by.get_full_name() or by.get_username()
        mail = "note_from_editor"
    note.save()
    mails.tell(submission, mail, note)
    return note
