"""Receiving a guest's manuscript, and making it a page."""

import logging

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import translation
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django_tasks import task
from wagtail.coreutils import get_dummy_request

from blog.models import ArticlePage, Authorship
from blog.text import text_of
from importing import writer
from importing.conversion import convert_safely
from importing.draft import Draft
from importing.refusals import Refused
from references.citing.styles import Style
from submissions.models import ConversionState, Manuscript, State, Submission
from submissions.states import NotPossible, lock

logger = logging.getLogger(__name__)

MOST_BYTES = 20 * 2**20
MOST_VERSIONS = 50
PASTED = "pasted.html"


@transaction.atomic
def receive(submission: Submission, data: bytes, name: str) -> Manuscript:
    """Keep a version of a manuscript, and have it read.

    Raises `NotPossible` when it is not the guest's turn to write, or nothing was sent.
    """
    lock(submission)
    if submission.state != State.DRAFTING:
        raise NotPossible(_("You can send a manuscript while it is being written."))
    if not data:
        raise NotPossible(_("This file is empty."))
    if len(data) > MOST_BYTES:
        raise NotPossible(_("This file is larger than 20 MB."))
    newest = submission.manuscripts.first()
    number = newest.number + 1 if newest else 1
    if number > MOST_VERSIONS:
        raise NotPossible(_("These are many versions. Please write to your editor."))
    name = name.replace("\0", "")[-255:]
    manuscript = Manuscript(submission=submission, number=number, name=name)
    manuscript.file.save(name, ContentFile(data), save=False)
    manuscript.save()
    transaction.on_commit(lambda: convert.enqueue(manuscript.pk))
    return manuscript


@task(backend="background")
def convert(manuscript_id: int) -> None:
    """Read a manuscript, and put what it says onto the page of its submission.

    What cannot be read is refused with a reason, and its file is deleted.
    """
    waiting = Manuscript.objects.filter(pk=manuscript_id, state=ConversionState.QUEUED)
    # Of two workers, one finds nothing left to do.
    if not waiting.update(state=ConversionState.CONVERTING):
        return
    manuscript = Manuscript.objects.select_related("submission__guest__author").get(
        pk=manuscript_id
    )
    with translation.override(manuscript.submission.language):
        try:
            with manuscript.file.open() as file:
                draft = convert_safely(file.read(), manuscript.name)
            _put_onto_page(manuscript, draft)
        except Refused as error:
            _refuse(manuscript, str(error))
        except Exception:
            # The guest must hear of it, whatever it was.
            logger.exception("A manuscript could not be made a page")
            _refuse(manuscript, _("Something broke on our side. Please send it again."))


def sign(submission: Submission) -> None:
    """Put the guest into the byline of the page, once there are both."""
    author, page = submission.guest.author, submission.page
    if author is None or page is None:
        return
    latest = page.get_latest_revision_as_object()
    rows = list(latest.authorships.all())
    if author.pk in {row.author_id for row in rows}:
        return
    latest.authorships = [*rows, Authorship(author=author, sort_order=len(rows))]
    revision = latest.save_revision()
    if not latest.live:
        revision.as_object().save()


@transaction.atomic
def _put_onto_page(manuscript: Manuscript, draft: Draft) -> None:
    submission = manuscript.submission
    lock(submission)
    if submission.state != State.DRAFTING:
        raise Refused(_("It came too late: the version before it was submitted."))
    if submission.page is None:
        key = f"submission:{submission.pk}"
        written = writer.write(draft, key=key, name=manuscript.name)
        submission.page = written.page
        submission.save(update_fields=["page"])
    else:
        written = writer.rewrite(submission.page, draft, name=manuscript.name)
    sign(submission)
    page = ArticlePage.objects.get(submission=submission)
    manuscript.revision = page.latest_revision
    manuscript.text = html_of(page.get_latest_revision_as_object())
    manuscript.report = written.report.as_json() | {"words": draft.counts}
    manuscript.state = ConversionState.READY
    manuscript.save(update_fields=["revision", "text", "report", "state"])


def html_of(page: ArticlePage) -> str:
    """Give the text of a page as versions are compared by."""
    text = text_of(page, get_dummy_request(site=page.get_site()), Style.AMA)
    return format_html("<h1>{}</h1>{}{}", page.title, text.opening, text.sections)


def _refuse(manuscript: Manuscript, problem: str) -> None:
    manuscript.file.delete(save=False)
    manuscript.problem = problem
    manuscript.state = ConversionState.REFUSED
    manuscript.save(update_fields=["file", "problem", "state"])
