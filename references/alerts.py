"""Telling the editors that a source which readers are sent to is in trouble."""

import logging
from collections.abc import Iterable
from smtplib import SMTPException
from typing import Any

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django_tasks import task

from accounts.membership import addresses_of
from accounts.roles import EDITOR
from references import marking, uses
from references.checking import Event

logger = logging.getLogger(__name__)


def tell_editors(events: Iterable[Event]) -> None:
    """Mail, once, what happened to sources that published pages use."""
    reports = [report for event in events if (report := _report(event))]
    if not reports:
        return
    subject = ngettext(
        "A source that articles cite is in trouble",
        "%(count)d sources that articles cite are in trouble",
        len(reports),
    ) % {"count": len(reports)}
    body = render_to_string("references/mail/alert.txt", {"reports": reports}).strip()
    transaction.on_commit(lambda: send_alert.enqueue(subject, body))


@task(backend="background")
def send_alert(subject: str, body: str) -> None:
    """Send a mail to everybody who holds the role of editor, each on their own.

    An address that the mail server refuses does not keep it from the others.
    """
    for address in addresses_of(EDITOR):
        try:
            send_mail(subject, body, settings.DEFAULT_FROM_EMAIL, [address])
        except (OSError, SMTPException):
            logger.exception("An alert about references could not be sent")


def _report(event: Event) -> dict[str, Any] | None:
    pages = uses.published_pages(event.reference) if event.is_bad else []
    if not pages:
        return None
    reference = event.reference
    if event.field == "standing":
        happened = marking.words(reference)
    else:
        happened = _("Its address is dead: %(url)s") % {"url": reference.url}
    return {
        "happened": happened,
        "notice": reference.notice_url if event.field == "standing" else "",
        "reference": reference,
        "pages": [
            {
                "title": page.title,
                "address": _absolute("wagtailadmin_pages:edit", page.pk),
            }
            for page in pages
        ],
    }


def _absolute(name: str, key: int) -> str:
    return f"{settings.WAGTAILADMIN_BASE_URL}{reverse(name, args=[key])}"
