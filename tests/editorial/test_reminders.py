"""Who is told what, on which day, and never twice."""

from datetime import date, timedelta
from smtplib import SMTPException, SMTPRecipientsRefused

import pytest
from django.contrib.auth.models import Group
from django.core.mail.backends.locmem import EmailBackend
from django.core.management import call_command
from django.utils import timezone

from accounts.roles import CONTRIBUTOR, EDITOR
from editorial import reminders
from editorial.models import DisclosureReminder, ReviewDate
from tests.conftest import make_user
from tests.factories.authors import DisclosureFactory
from tests.factories.pages import AuthorPageFactory
from tests.factories.reviewing import signed_article

DUE = date(2027, 3, 10)
SOON = DUE - timedelta(days=60)


@pytest.fixture
def person(db):
    """Make somebody with an address."""

    def person(name, role=EDITOR):
        user = make_user(name, role)
        user.email = f"{name}@example.org"
        user.save()
        return user

    return person


@pytest.fixture
def run(django_capture_on_commit_callbacks, mailoutbox):
    """Send the reminders of a day; give to whom and the subjects."""

    def run(today):
        mailoutbox.clear()
        with django_capture_on_commit_callbacks(execute=True):
            reminders.send(today)
        return [(mail.to[0], mail.subject) for mail in mailoutbox]

    return run


# Reviews


def test_each_person_gets_one_mail_about_all_their_articles(person, run, mailoutbox):
    ada, ben = person("ada"), person("ben")
    first = signed_article(title="Herons & <storks>", responsible=ada)
    signed_article(responsible=ada)
    signed_article(title="Owls", responsible=ben)
    signed_article(day=date(2025, 8, 1), responsible=ben)
    assert sorted(run(SOON)) == [
        ("ada@example.org", "2 articles are due for review"),
        ("ben@example.org", "Due for review: Owls"),
    ]
    body = next(mail.body for mail in mailoutbox if mail.to == ["ada@example.org"])
    assert "\nHerons & <storks>\n" in body
    assert "To be reviewed by 10 March 2027, in 60 days." in body
    assert f"/admin/pages/{first.pk}/edit/\n" in body


def test_a_step_is_sent_once_and_only_the_newest_of_those_missed(person, run):
    signed_article(title="Owls", responsible=person("ada"))
    owls = [("ada@example.org", "Due for review: Owls")]
    assert run(SOON) == owls
    assert run(SOON) == []
    assert run(SOON + timedelta(days=1)) == []
    assert run(DUE - timedelta(days=4)) == owls
    assert run(DUE) == []
    assert run(DUE + timedelta(days=30)) == owls
    assert run(DUE + timedelta(days=34)) == []
    assert run(DUE + timedelta(days=35)) == owls


@pytest.mark.parametrize("leaves", ["left", "has no address", "has another role"])
def test_the_articles_of_who_left_pass_to_all_editors(person, run, leaves):
    ada = person("ada")
    person("ben")
    person("cleo")
    signed_article(title="Owls", responsible=ada)
    if leaves == "left":
        ada.is_active = False
    elif leaves == "has no address":
        ada.email = ""
    else:
        ada.groups.set([])
    ada.save()
    assert sorted(run(SOON)) == [
        ("ben@example.org", "Due for review: Owls"),
        ("cleo@example.org", "Due for review: Owls"),
    ]
    assert ReviewDate.objects.get().responsible is None


def test_a_deleted_account_leaves_its_articles_to_the_editors(person, run):
    ada = person("ada")
    signed_article(title="Owls", responsible=ada)
    ada.delete()
    person("ben")
    assert run(SOON) == [("ben@example.org", "Due for review: Owls")]


def test_a_contributor_sees_to_their_own_article(person, run):
    signed_article(title="Owls", responsible=person("cora", CONTRIBUTOR))
    assert run(SOON) == [("cora@example.org", "Due for review: Owls")]


def test_where_nobody_can_be_told_it_stays_due(person, run, caplog):
    signed_article(title="Owls")
    assert run(SOON) == []
    assert "No active editor" in caplog.text
    person("ada")
    assert run(SOON + timedelta(days=1)) == [
        ("ada@example.org", "Due for review: Owls")
    ]


def test_what_readers_do_not_see_reminds_nobody_until_it_is_back(person, run):
    article = signed_article(title="Owls", responsible=person("ada"))
    article.unpublish()
    assert run(SOON) == []
    ReviewDate.objects.get().page.specific_class.objects.update(live=True)
    assert run(SOON) == [("ada@example.org", "Due for review: Owls")]


class Refusing(EmailBackend):
    """Refuses one address, as a mail server may."""

    def send_messages(self, messages):
        if any("ada@example.org" in message.to for message in messages):
            raise SMTPRecipientsRefused({})
        return super().send_messages(messages)


class Down(EmailBackend):
    """Takes nothing."""

    def send_messages(self, messages):
        raise SMTPException


def test_a_refused_mail_is_tried_again_on_the_next_day(person, run, settings):
    working = settings.EMAIL_BACKEND
    ada, ben = person("ada"), person("ben")
    signed_article(title="Owls", responsible=ada)
    signed_article(title="Storks", responsible=ben)
    settings.EMAIL_BACKEND = f"{__name__}.Refusing"
    assert run(SOON) == [("ben@example.org", "Due for review: Storks")]
    settings.EMAIL_BACKEND = working
    assert run(SOON + timedelta(days=1)) == [
        ("ada@example.org", "Due for review: Owls")
    ]


def test_one_refused_editor_does_not_make_the_others_be_told_twice(
    person, run, settings
):
    person("ada")
    person("ben")
    signed_article(title="Owls")
    settings.EMAIL_BACKEND = f"{__name__}.Refusing"
    assert run(SOON) == [("ben@example.org", "Due for review: Owls")]
    assert run(SOON + timedelta(days=1)) == []


@pytest.mark.parametrize("count", [1, 3, 30])
def test_many_articles_take_as_many_queries_as_one(
    person, django_assert_max_num_queries, count
):
    ada = person("ada")
    for _ in range(count):
        signed_article(responsible=ada)
    with django_assert_max_num_queries(12):
        assert reminders.send(SOON) == 1


def test_the_command_sends_what_is_due_today(
    person, mailoutbox, capsys, django_capture_on_commit_callbacks
):
    signed_article(timezone.localdate() - timedelta(days=800), responsible=person("a"))
    with django_capture_on_commit_callbacks(execute=True):
        call_command("send_reminders")
        call_command("send_reminders")
    assert len(mailoutbox) == 1
    assert capsys.readouterr().out == "Reminders: 1.\nReminders: 0.\n"


# Disclosures


def test_an_author_is_asked_once_a_month_before_a_disclosure_ends(
    person, run, mailoutbox
):
    author = AuthorPageFactory(title="Ada Finch", user=person("ada", CONTRIBUTOR))
    DisclosureFactory(author=author, declared_on=date(2025, 3, 10))
    asked = [("ada@example.org", "Interests are to be declared again")]
    assert run(date(2026, 2, 7)) == []
    assert run(date(2026, 2, 8)) == asked
    assert "holds until 10 March 2026" in mailoutbox[0].body
    assert f"/admin/disclosures/new/?author={author.pk}" in mailoutbox[0].body
    assert run(date(2026, 2, 9)) == []
    DisclosureFactory(author=author, declared_on=date(2026, 3, 1))
    assert run(date(2026, 3, 20)) == []
    assert run(date(2027, 2, 20)) == asked


def test_the_editors_are_asked_where_the_author_has_no_account(person, run):
    person("ada")
    for _ in range(2):
        DisclosureFactory(declared_on=date(2025, 3, 10))
    assert run(date(2026, 3, 1)) == [
        ("ada@example.org", "Interests of 2 authors are to be declared again")
    ]


def test_the_editors_are_asked_for_an_author_who_left(person, run):
    person("ada")
    ben = person("ben", CONTRIBUTOR)
    ben.is_active = False
    ben.save()
    author = AuthorPageFactory(user=ben)
    DisclosureFactory(author=author, declared_on=date(2025, 3, 10))
    assert [to for to, _subject in run(date(2026, 3, 1))] == ["ada@example.org"]


def test_articles_and_interests_come_in_one_mail(person, run, mailoutbox):
    ada = person("ada")
    ada.groups.add(Group.objects.get(name=CONTRIBUTOR.name))
    signed_article(title="Owls", responsible=ada)
    DisclosureFactory(
        author=AuthorPageFactory(title="Ada Finch", user=ada),
        declared_on=date(2026, 1, 20),
    )
    assert run(SOON) == [("ada@example.org", "Due for review: Owls")]
    assert "Owls" in mailoutbox[0].body
    assert "Ada Finch" in mailoutbox[0].body


def test_a_refused_mail_about_interests_is_tried_again(person, run, settings):
    working = settings.EMAIL_BACKEND
    person("ada")
    DisclosureFactory(declared_on=date(2025, 3, 10))
    settings.EMAIL_BACKEND = f"{__name__}.Down"
    assert run(date(2026, 3, 1)) == []
    assert DisclosureReminder.objects.count() == 0
    settings.EMAIL_BACKEND = working
    assert len(run(date(2026, 3, 2))) == 1
