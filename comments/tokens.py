"""Signed links to one record: they say which and what for, and hold nothing else."""

from datetime import timedelta
from enum import StrEnum

from django.core import signing
from django.db.models import Model


class Purpose(StrEnum):
    """What a link is for; a token for one purpose opens no other door."""

    MINE = "mine"
    MAILED = "mailed"
    FOLLOW = "follow"
    LEAVE = "leave"
    ANSWER = "answer"


class BadToken(ValueError):
    """It was not signed here, not for this purpose, or too long ago."""


def make(purpose: Purpose, record: Model) -> str:
    """Give the token that opens this record for one purpose."""
    return _signer(purpose).sign(str(record.pk))


def read(purpose: Purpose, token: str, max_age: timedelta | None = None) -> int:
    """Give the key of the record that a token opens; raise `BadToken` otherwise.

    Keys that signed before (`SECRET_KEY_FALLBACKS`) are still known.
    """
    try:
        return int(_signer(purpose).unsign(token, max_age=max_age))
    except (signing.BadSignature, ValueError) as error:
        raise BadToken from error


def _signer(purpose: Purpose) -> signing.TimestampSigner:
    return signing.TimestampSigner(salt=f"{__name__}.{purpose}")
