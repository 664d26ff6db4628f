"""Checking credentials."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from wagtail.log_actions import registry

from authors import credentials
from authors.models import Credential
from tests.factories.authors import CredentialFactory
from tests.factories.pages import AuthorPageFactory

DAY, EXPIRY = date(2025, 3, 1), date(2026, 3, 1)
UNCHECKED = {"checked_on": None, "expires_on": None, "checker_name": ""}


@pytest.fixture
def checker(editor):
    editor.first_name, editor.last_name = "Ada", "Finch"
    editor.save()
    return editor


@pytest.fixture
def credential(db):
    return CredentialFactory(**UNCHECKED)


def stored(credential):
    fields = ("checked_by", "checker_name", "checked_on", "expires_on")
    return Credential.objects.values_list(*fields).get(pk=credential.pk)


def test_a_check_names_who_and_until_when(credential, checker):
    credentials.check(credential, by=checker, expires_on=EXPIRY, on=DAY)
    assert stored(credential) == (checker.pk, "Ada Finch", DAY, EXPIRY)


def test_checks_are_logged_without_the_number(credential, checker):
    credentials.check(credential, by=checker, expires_on=EXPIRY, on=DAY)
    credentials.withdraw(credential, by=checker)
    entries = registry.get_logs_for_instance(credential).order_by("pk")
    assert [(one.action, one.user) for one in entries] == [
        ("authors.credential_checked", checker),
        ("authors.credential_withdrawn", checker),
    ]
    said = [f"{one.label} {one.data}" for one in entries]
    assert [text for text in said if credential.number in text] == []


def test_a_check_can_be_renewed_and_taken_back(credential, checker):
    credentials.check(credential, by=checker, expires_on=EXPIRY, on=DAY)
    later = date(2027, 3, 1)
    credentials.check(credential, by=checker, expires_on=later, on=EXPIRY)
    assert stored(credential) == (checker.pk, "Ada Finch", EXPIRY, later)
    credentials.withdraw(credential, by=None)
    assert stored(credential) == (None, "", None, None)


def refusal(credential, by, expires_on=EXPIRY):
    with pytest.raises(credentials.NotChecked) as caught:
        credentials.check(credential, by=by, expires_on=expires_on, on=DAY)
    assert stored(credential) == (None, "", None, None)
    return str(caught.value)


def test_nobody_checks_their_own(checker):
    author = AuthorPageFactory(user=checker)
    own = CredentialFactory(author=author, **UNCHECKED)
    assert refusal(own, checker) == "Somebody else must check your own credential."


def test_a_checker_has_a_name(credential, editor):
    assert "put your name into your account" in refusal(credential, editor)


@pytest.mark.parametrize("expires_on", [DAY, date(2020, 1, 1)])
def test_what_has_expired_is_not_checked(credential, checker, expires_on):
    assert "has expired" in refusal(credential, checker, expires_on)


def test_the_name_stays_when_the_account_goes(credential, checker):
    credentials.check(credential, by=checker, expires_on=EXPIRY, on=DAY)
    checker.delete()
    assert stored(credential) == (None, "Ada Finch", DAY, EXPIRY)


@pytest.mark.parametrize(
    "fields",
    [
        {"checked_on": None},
        {"expires_on": None},
        {"checker_name": ""},
        {"checked_on": DAY, "expires_on": DAY},
        {"checked_on": EXPIRY, "expires_on": DAY},
    ],
)
def test_the_database_keeps_checks_whole(db, fields):
    with pytest.raises(IntegrityError), transaction.atomic():
        CredentialFactory(**fields)


@pytest.mark.parametrize(
    ("day", "holds"),
    [
        (date(2025, 2, 28), False),
        (DAY, True),
        (date(2026, 2, 28), True),
        (EXPIRY, False),
    ],
)
def test_record_and_database_agree_on_what_holds(db, day, holds):
    credential = CredentialFactory(checked_on=DAY, expires_on=EXPIRY)
    assert credential.is_current(day) == holds
    assert Credential.objects.current(day).exists() == holds


def test_unchecked_credentials_never_hold(credential):
    assert not credential.is_current(DAY)
    assert not Credential.objects.current(DAY).exists()


def test_readers_records_hold_no_number(db):
    CredentialFactory()
    credential = Credential.objects.for_readers().get()
    assert "number" in credential.get_deferred_fields()
