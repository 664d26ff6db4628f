"""Telling readers, by one mail each, what became of their requests for a source."""

import logging
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django_tasks import task

from editorial.models import Asker, RequestState

logger = logging.getLogger(__name__)


@task(backend="background")
def send() -> None:
    """Mail every reader who waits for an answer that there is, and erase the address.

    What the mail server refuses is kept, and sent after the next decision.
    """
    waiting = (
        Asker.objects.exclude(email="")
        .exclude(source_request__state=RequestState.WAITING)
        .select_related("source_request__page")
        .order_by("pk")
    )
    for asker in waiting:
        address = asker.email
        # Erased first: of two workers, one finds nothing left to send.
        if not _replace_address(asker, address, by=""):
            continue
        try:
            _mail(asker, address)
        except (OSError, SMTPException):
            _replace_address(asker, "", by=address)
            logger.exception("An answer to a reader could not be sent")


def _replace_address(asker: Asker, address: str, *, by: str) -> bool:
    rows = Asker.objects.filter(pk=asker.pk, email=address)
    return rows.update(email=by) == 1


def _mail(asker: Asker, address: str) -> None:
    request = asker.source_request
    subject = _("You asked for a source: %(title)s") % {"title": request.page.title}
    context = {
        "request": request,
        "address": request.page.full_url if request.page.live else "",
    }
    body = render_to_string("editorial/mail/answer.txt", context).strip() + "\n"
    one_line = " ".join(subject.split())
    send_mail(one_line, body, settings.DEFAULT_FROM_EMAIL, [address])
