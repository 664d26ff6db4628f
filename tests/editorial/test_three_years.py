"""One article through three years: signed, reminded of, overdue, and signed again."""

from datetime import date, timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from accounts.roles import EDITOR, MEDICAL_REVIEWER
from blog.models import ArticlePage
from editorial.models import ReviewDate, SignOff
from editorial.review_form import SignOffForm
from tests.conftest import make_user
from tests.factories.authors import DisclosureFactory
from tests.factories.pages import ArticlePageFactory, AuthorPageFactory
from tests.factories.reviewing import noon

BEGIN, END = date(2026, 1, 5), date(2029, 1, 5)
DUE = date(2028, 1, 5)
STATEMENT = dict.fromkeys(SignOffForm.lines(), True)


@pytest.fixture
def clock(monkeypatch):
    """Let it be noon of a day."""

    def stand(day):
        monkeypatch.setattr(timezone, "now", lambda: noon(day))

    return stand


@pytest.fixture
def people(db):
    """Give two editors and a reviewer, each with an address."""
    roles = {"ada": EDITOR, "ben": EDITOR, "rhea": MEDICAL_REVIEWER}
    people = {name: make_user(name, role) for name, role in roles.items()}
    for name, user in people.items():
        user.email = f"{name}@example.org"
        user.save()
    return people


@pytest.fixture
def author(db):
    return AuthorPageFactory(title="Orla Finch")


@pytest.fixture
def draft(clock, author):
    """An article that waits to be sent to its review."""
    clock(BEGIN)
    page = ArticlePageFactory(title="Owls", summary="Owls see at night.", live=False)
    page.authorships.create(author=author)
    page.save()
    page.save_revision()
    return ArticlePage.objects.get(pk=page.pk)


def reviewed(article, author, people, by="ada"):
    """Send the article through both steps of its review."""
    DisclosureFactory(author=author)
    page = ArticlePage.objects.get(pk=article.pk)
    state = page.get_workflow().start(page, people[by])
    state.current_task_state.specific.approve(user=people["ben"])
    state.refresh_from_db()
    task = state.current_task_state.task.specific
    task.on_action(state.current_task_state, people["rhea"], "approve", **STATEMENT)


def days(first, last):
    """Give each day from the first to the one before the last."""
    return [first + timedelta(days=number) for number in range((last - first).days)]


@pytest.fixture
def walk(clock, mailoutbox, django_capture_on_commit_callbacks):
    """Let days pass on which the reminders run; give what was mailed, and when."""

    def walk(first, last):
        told = []
        for day in days(first, last):
            clock(day)
            mailoutbox.clear()
            with django_capture_on_commit_callbacks(execute=True):
                call_command("send_reminders", verbosity=0)
            told += [
                (day, to)
                for mail in mailoutbox
                if mail.subject == "Due for review: Owls"
                for to in mail.to
            ]
        return told

    return walk


def test_three_years(draft, author, people, walk, clock, client):
    def shown(day):
        clock(day)
        html = client.get(draft.get_url()).content.decode()
        return ("Reviewed by" in html, "Overdue: the next review" in html)

    reviewed(draft, author, people)
    assert ReviewDate.objects.get().due_on == DUE
    assert shown(BEGIN) == (True, False)

    assert walk(BEGIN, DUE) == [
        (DUE - timedelta(days=60), "ada@example.org"),
        (DUE - timedelta(days=14), "ada@example.org"),
    ]
    assert shown(DUE) == (True, False)
    assert shown(DUE + timedelta(days=1)) == (True, True)

    left = DUE + timedelta(days=10)
    assert walk(DUE, left) == [(DUE + timedelta(days=7), "ada@example.org")]
    people["ada"].is_active = False
    people["ada"].save()
    again = DUE + timedelta(days=25)
    assert walk(left, again) == [
        (DUE + timedelta(days=14), "ben@example.org"),
        (DUE + timedelta(days=21), "ben@example.org"),
    ]
    assert ReviewDate.objects.get().responsible is None

    clock(again)
    reviewed(draft, author, people, by="ben")
    assert SignOff.objects.count() == 2
    due = ReviewDate.objects.get()
    assert (due.due_on, due.responsible) == (date(2030, 1, 30), people["ben"])
    assert shown(again) == (True, False)
    assert walk(again, END) == []
    assert shown(END) == (True, False)


def test_what_was_taken_from_readers_reminds_nobody(draft, author, people, walk):
    reviewed(draft, author, people)
    assert ReviewDate.objects.get().due_on == DUE
    ArticlePage.objects.get(pk=draft.pk).unpublish()
    around_each_step = [*days(date(2027, 11, 1), date(2027, 11, 10)), DUE]
    assert [walk(day, day + timedelta(days=1)) for day in around_each_step] == [
        []
    ] * len(around_each_step)
