"""Mails about what is due: one to each person, or one to all editors."""

import logging
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django_tasks import task

from accounts.membership import addresses_of
from accounts.models import User
from accounts.roles import EDITOR
from authors.models import Disclosure
from editorial import responsibility
from editorial.models.disclosure_reminder import DisclosureReminder
from editorial.models.review_date import ReviewDate

logger = logging.getLogger(__name__)


@dataclass
class Letter:
    """What one person is told, and the step that each page has come to."""

    pages: list[tuple[ReviewDate, str]] = field(default_factory=list)
    disclosures: list[Disclosure] = field(default_factory=list)


class Letters:
    """The mails of one day.

    What a mail tells of is stored before it is sent, in the same transaction as what
    it tells, so that nothing is sent twice; a refused mail takes it back.
    """

    def __init__(self, today: date) -> None:
        self._today = today
        self._letters: dict[User | None, Letter] = {}
        # One object a person, so that Wagtail finds out once what each may do.
        self._users: dict[int, User] = {}

    def about_page(self, due: ReviewDate, step: str) -> None:
        """Tell whoever is responsible for a page that it came to a step."""
        if due.responsible is not None:
            due.responsible = self._users.setdefault(
                due.responsible.pk, due.responsible
            )
        to = responsibility.settled(due)
        self._letters.setdefault(to, Letter()).pages.append((due, step))

    def about_disclosure(self, disclosure: Disclosure) -> None:
        """Tell the author, or the editors where the author has no way in."""
        to = responsibility.declarer(disclosure)
        self._letters.setdefault(to, Letter()).disclosures.append(disclosure)

    def post(self) -> int:
        """Send all of them once the transaction is through; give how many there are.

        Without anybody to write to nothing is stored, and it is due tomorrow again.
        """
        posted = 0
        for user, letter in self._letters.items():
            addresses = [user.email] if user else addresses_of(EDITOR)
            if not addresses:
                logger.error("No active editor has an address for what is due.")
            elif self._post(addresses, letter, for_all=user is None):
                posted += 1
        return posted

    def _post(self, addresses: list[str], letter: Letter, *, for_all: bool) -> bool:
        disclosures = [each for each in letter.disclosures if self._keep(each)]
        if not (letter.pages or disclosures):
            return False
        steps = []
        for due, step in letter.pages:
            steps.append([due.pk, due.last_step, step])
            due.last_step, due.reminded_on = step, self._today
        ReviewDate.objects.bulk_update(
            [due for due, _step in letter.pages], ["last_step", "reminded_on"]
        )
        context = {
            "disclosures": [_described(each) for each in disclosures],
            "for_all": for_all,
            "pages": [self._page(due) for due, _step in letter.pages],
        }
        body = render_to_string("editorial/mail/reminder.txt", context)
        transaction.on_commit(
            partial(
                send.enqueue,
                addresses,
                _subject([due for due, _step in letter.pages], len(disclosures)),
                body.strip() + "\n",
                steps,
                [each.pk for each in disclosures],
            )
        )
        return True

    def _keep(self, disclosure: Disclosure) -> bool:
        return DisclosureReminder.objects.get_or_create(
            disclosure=disclosure, defaults={"sent_on": self._today}
        )[1]

    def _page(self, due: ReviewDate) -> dict[str, str]:
        return {
            "title": due.page.title,
            "when": _when(due.due_on, self._today),
            "why": due.get_reason_display() if due.is_brought_forward else "",
            "address": _absolute("wagtailadmin_pages:edit", due.page_id),
        }


@task(backend="background")
def send(
    addresses: list[str],
    subject: str,
    body: str,
    steps: list[list],
    disclosures: list[int],
) -> None:
    """Send one mail to some addresses, each on its own.

    Where the mail server takes none of them, the steps and disclosures that it tells
    of are as if they had not been reached, and go out with the next reminders.
    """
    sent = 0
    for address in addresses:
        try:
            sent += send_mail(subject, body, settings.DEFAULT_FROM_EMAIL, [address])
        except (OSError, SMTPException):
            logger.exception("A reminder could not be sent")
    if sent:
        return
    for key, before, step in steps:
        untold = ReviewDate.objects.filter(pk=key, last_step=step)
        untold.update(last_step=before, reminded_on=None)
    DisclosureReminder.objects.filter(disclosure__in=disclosures).delete()


def _subject(pages: list[ReviewDate], disclosures: int) -> str:
    if len(pages) == 1:
        subject = _("Due for review: %(title)s") % {"title": pages[0].page.title}
    elif pages:
        subject = _("%(count)d articles are due for review") % {"count": len(pages)}
    else:
        subject = ngettext(
            "Interests are to be declared again",
            "Interests of %(count)d authors are to be declared again",
            disclosures,
        ) % {"count": disclosures}
    return " ".join(subject.split())


def _when(due_on: date, today: date) -> str:
    left = (due_on - today).days
    if left == 0:
        return _("To be reviewed from today on.")
    day = date_format(due_on, "j F Y")
    if left > 0:
        text = ngettext(
            "To be reviewed by %(day)s, in %(count)d day.",
            "To be reviewed by %(day)s, in %(count)d days.",
            left,
        )
    else:
        text = ngettext(
            "Overdue: to be reviewed by %(day)s, %(count)d day ago.",
            "Overdue: to be reviewed by %(day)s, %(count)d days ago.",
            -left,
        )
    return text % {"day": day, "count": abs(left)}


def _described(disclosure: Disclosure) -> dict[str, str]:
    add = _absolute("disclosures:add")
    return {
        "author": disclosure.author.title,
        "until": date_format(disclosure.asked_again_on, "j F Y"),
        "address": f"{add}?author={disclosure.author_id}",
    }


def _absolute(name: str, *keys: int) -> str:
    return f"{settings.WAGTAILADMIN_BASE_URL}{reverse(name, args=keys)}"
