"""Sends one mail about comments, and tells nobody but its reader what is in it."""

import logging
from smtplib import SMTPException
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string

logger = logging.getLogger(__name__)


def send(
    subject: str,
    template: str,
    context: dict[str, Any],
    to: str,
    headers: dict[str, str] | None = None,
) -> bool:
    """Send a mail and tell whether the mail server took it.

    What a server refuses is logged without its words: they hold the address, and the
    queue of tasks would keep them.
    """
    body = render_to_string(f"comments/mail/{template}.txt", context).strip() + "\n"
    one_line = " ".join(subject.split())
    mail = EmailMessage(
        one_line, body, settings.DEFAULT_FROM_EMAIL, [to], headers=headers
    )
    try:
        mail.send()
    except (OSError, SMTPException) as error:
        logger.error(
            "A mail about a comment (%s) could not be sent: %s",
            template,
            type(error).__name__,
        )
        return False
    return True


def absolute(path: str) -> str:
    """Give the whole address of a path of this site."""
    return f"{settings.SITE_URL}{path}"
