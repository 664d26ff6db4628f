"""Coming in by a link, staying in a session of its own, and leaving.

The session has nothing to do with accounts: its cookie goes to the guests' pages alone.
"""

import secrets
from datetime import timedelta
from hashlib import sha256

from django.conf import settings
from django.core import signing
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from submissions.models import AccessLink, Guest, GuestSession, Submission

COOKIE = "guest"
_SALT = "submissions.entrance"


class NotOpen(ValueError):
    """This link lets nobody in; the message says so in the guest's words."""


def new_link(guest: Guest, submission: Submission | None = None) -> str:
    """Give the whole address of a link that lets a guest in once."""
    secret = secrets.token_urlsafe(32)
    expires_at = timezone.now() + timedelta(days=settings.GUEST_LINK_DAYS)
    AccessLink.objects.create(
        guest=guest,
        submission=submission,
        secret_hash=_hash(secret),
        expires_at=expires_at,
    )
    path = reverse("contribute:enter", args=[_signer().sign(secret)])
    return f"{settings.SITE_URL}{path}"


def find_link(token: str) -> AccessLink | None:
    """Give the link with this token, used and expired ones included."""
    try:
        secret = _signer().unsign(token)
    except signing.BadSignature:
        return None
    links = AccessLink.objects.select_related("guest", "submission")
    return links.filter(secret_hash=_hash(secret)).first()


def is_usable(link: AccessLink) -> bool:
    """Tell whether a link still lets somebody in."""
    return AccessLink.objects.usable(timezone.now()).filter(pk=link.pk).exists()


@transaction.atomic
def enter(link: AccessLink) -> str:
    """Use a link up, and give the secret of the session that begins.

    Raises `NotOpen` when it was used before or has expired.
    """
    now = timezone.now()
    if not AccessLink.objects.usable(now).filter(pk=link.pk).update(used_at=now):
        raise NotOpen(_("This link was used already, or it has expired."))
    secret = secrets.token_urlsafe(32)
    GuestSession.objects.create(
        guest=link.guest,
        secret_hash=_hash(secret),
        expires_at=now + timedelta(days=settings.GUEST_SESSION_DAYS),
    )
    return secret


def end_links(submission: Submission) -> None:
    """Let nobody in any more by the links that were sent about a submission."""
    now = timezone.now()
    submission.links.usable(now).update(expires_at=now)


def session_of(request: HttpRequest) -> GuestSession | None:
    """Give the session of whoever asks, with its guest, if there is a current one."""
    secret = request.get_signed_cookie(COOKIE, default=None, salt=_SALT)
    if secret is None:
        return None
    sessions = GuestSession.objects.current(timezone.now())
    return (
        sessions.filter(secret_hash=_hash(secret))
        .select_related("guest__author")
        .first()
    )


def leave(session: GuestSession) -> None:
    """End a session, on the server as well."""
    session.revoked_at = timezone.now()
    session.save(update_fields=["revoked_at"])


def set_cookie(response: HttpResponse, secret: str) -> None:
    """Give the browser what it shows on the guests' pages, and nowhere else."""
    response.set_signed_cookie(
        COOKIE,
        secret,
        salt=_SALT,
        max_age=timedelta(days=settings.GUEST_SESSION_DAYS),
        path=reverse("contribute:index"),
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        # Not “Strict”: a guest comes back by a link in a mail.
        samesite="Lax",
    )


def forget_cookie(response: HttpResponse) -> None:
    """Take it away again."""
    path = reverse("contribute:index")
    response.delete_cookie(COOKIE, path=path, samesite="Lax")


def _signer() -> signing.TimestampSigner:
    return signing.TimestampSigner(salt=_SALT, sep=".")


def _hash(secret: str) -> str:
    return sha256(secret.encode()).hexdigest()
