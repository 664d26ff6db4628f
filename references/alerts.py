"""Telling the editors that a source which readers are sent to is in trouble."""

from collections.abc import Iterable

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django_tasks import task

from accounts.roles import EDITOR
from references import uses
from references.checking import Event


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
    body = render_to_string("references/mail/alert.txt", {"reports": reports})
    transaction.on_commit(lambda: send_alert.enqueue(subject, body))


@task(backend="background")
def send_alert(subject: str, body: str) -> None:
    """Send a mail to everybody who holds the role of editor."""
    users = get_user_model().objects.filter(is_active=True, groups__name=EDITOR.name)
    for address in users.exclude(email="").values_list("email", flat=True).distinct():
        send_mail(subject, body, settings.DEFAULT_FROM_EMAIL, [address])


def _report(event: Event) -> dict | None:
    pages = uses.published_pages(event.reference) if event.is_bad else []
    if not pages:
        return None
    reference = event.reference
    if event.field == "standing":
        happened = reference.get_standing_display()
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
