"""Giving disclosures, and which of them held."""

from datetime import date

import pytest
from django.contrib.auth import get_user_model
from wagtail.log_actions import registry

from authors import disclosures, icmje
from authors.models import Disclosure
from authors.models.disclosure import GivenForGood
from tests.factories.authors import DisclosureFactory, answers
from tests.factories.pages import AuthorPageFactory

DAY = date(2025, 3, 1)
QUILL = {"entity": "Quill Ltd", "detail": "owner"}


@pytest.fixture
def author(db):
    return AuthorPageFactory()


def on(author, day, **fields):
    return DisclosureFactory(author=author, declared_on=day, **fields)


def test_what_is_declared_is_dated_stored_and_logged(author, editor):
    given = disclosures.declare(
        author, answers(stock=["Quill Ltd – owner"]), "Owns Quill.", by=editor, on=DAY
    )
    given = Disclosure.objects.get(pk=given.pk)
    assert given.answers == answers(stock=[QUILL])
    stored = given.author, given.statement, given.declared_on, given.created_by
    assert stored == (author, "Owns Quill.", DAY, editor)
    entries = registry.get_logs_for_instance(given)
    assert [(one.action, one.user) for one in entries] == [("wagtail.create", editor)]


@pytest.mark.parametrize(
    ("given", "statement"),
    [
        ({}, ""),
        (None, ""),
        (answers(stock=["Quill"]), ""),
        (answers(), "Owns Quill."),
        (answers(more=[]), ""),
    ],
)
def test_what_is_incomplete_is_not_stored(author, given, statement):
    with pytest.raises(icmje.Incomplete):
        disclosures.declare(author, given, statement, by=None)
    assert Disclosure.objects.count() == 0


def test_a_disclosure_is_neither_changed_nor_deleted(author):
    given = on(author, DAY)
    given.statement = "Changed."
    with pytest.raises(GivenForGood):
        given.save()
    with pytest.raises(GivenForGood):
        given.delete()
    assert Disclosure.objects.get().statement == ""


def test_it_goes_with_the_profile(author):
    on(author, DAY)
    author.delete()
    assert Disclosure.objects.count() == 0


def test_it_stays_when_the_account_that_entered_it_goes(author):
    user = get_user_model().objects.create_user("gone")
    given = disclosures.declare(author, answers(), by=user)
    user.delete()
    given.refresh_from_db()
    assert given.created_by is None


def test_all_lines_are_given_in_their_order(author):
    given = on(author, DAY, answers=answers(stock=[QUILL]), statement="Owns Quill.")
    lines = Disclosure.objects.get(pk=given.pk).lines
    assert [line for line, _ in lines] == list(icmje.LINES)
    declared = [(line.key, named) for line, named in lines if named]
    assert declared == [("stock", (icmje.Interest("Quill Ltd", "owner"),))]
    assert not given.declares_nothing


@pytest.mark.parametrize(
    ("declared", "day", "holds"),
    [
        (DAY, date(2025, 2, 28), False),
        (DAY, DAY, True),
        (DAY, date(2026, 2, 28), True),
        (DAY, date(2026, 3, 1), False),
        (date(2024, 2, 29), date(2025, 2, 28), True),
        (date(2024, 2, 29), date(2025, 3, 1), False),
        (date(2023, 2, 28), date(2024, 2, 28), False),
        (date(2023, 3, 1), date(2024, 2, 29), True),
    ],
)
def test_record_and_database_agree_on_what_holds(author, declared, day, holds):
    given = on(author, declared)
    assert given.is_current(day) == holds
    assert Disclosure.objects.current(day).exists() == holds
    assert disclosures.held_on([author], day) == ({author.pk: given} if holds else {})


def test_the_newest_of_each_author_held(author, django_assert_num_queries):
    others = [AuthorPageFactory() for _ in range(3)]
    on(author, date(2024, 6, 1))
    on(author, DAY)
    newest = on(author, DAY)
    on(author, date(2025, 6, 1))
    held = {other.pk: on(other, date(2025, 1, 1)) for other in others[:2]}
    with django_assert_num_queries(1):
        found = disclosures.held_on([author, *others], date(2025, 5, 1))
    assert found == {author.pk: newest, **held}


def test_keys_do_as_well_as_authors(author):
    given = on(author, DAY)
    assert disclosures.held_on([author.pk], DAY) == {author.pk: given}
    assert disclosures.held_on([], DAY) == {}


def test_the_latest_of_each_author(author):
    on(author, date(2020, 1, 1))
    latest = on(author, DAY)
    other = on(AuthorPageFactory(), date(2019, 1, 1))
    assert set(Disclosure.objects.latest_per_author()) == {latest, other}


def test_named_organisations_can_be_compared(author):
    given = on(
        author,
        DAY,
        answers=answers(stock=[QUILL], gifts=["The QUILL", "Moss & Son"]),
        statement="Owns Quill.",
    )
    assert disclosures.entities(given) == {"quill", "moss and son"}
    assert disclosures.entities(on(author, DAY)) == set()


def test_who_must_be_asked(author, django_assert_num_queries):
    on(author, date(2024, 2, 1))
    fresh, never = AuthorPageFactory(), AuthorPageFactory()
    older = AuthorPageFactory()
    on(fresh, date(2020, 1, 1))
    on(fresh, date(2024, 3, 2))
    on(older, date(2023, 1, 1))
    AuthorPageFactory(live=False)
    with django_assert_num_queries(1):
        found = [(one.pk, one.last_declared_on) for one in disclosures.overdue(DAY)]
    assert sorted(found, key=str) == sorted(
        [
            (author.pk, date(2024, 2, 1)),
            (never.pk, None),
            (older.pk, date(2023, 1, 1)),
        ],
        key=str,
    )
