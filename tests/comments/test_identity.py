"""Names that nobody else may take, and what an account is to an article."""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from blog.models import Authorship
from comments import identity
from comments.confusables import poses_as, resembles, skeleton
from comments.models import Relation
from tests.factories.authors import CredentialFactory
from tests.factories.pages import AuthorPageFactory

AUTHOR = "Marguerite Fennimore-Quill"


@pytest.mark.parametrize(
    "name",
    [
        AUTHOR,
        "marguerite fennimore quill",
        "Dr. Marguerite Fennimore-Quill, MD",
        "Fennimore-Quill, Marguerite",
        "Marguerite  Fennimore\u2011Quill",
        "Marguerite\u200b Fennimore-Quill",
        "Marguérite Fennimore-Quìll",
        "Mаrguеrite Fennimоre-Quill",  # Cyrillic а, е, о
        "Margυerite Fεnnimore-Quill",  # Greek υ, ε
        "Ｍarguerite Fennimore-Quill",
        "𝐌arguerite Fennimore-Quill",
        "Marguer1te Fennim0re-Qui|l",
        "MARGUERITE FENNIMORE QUILL",
        "MargueriteFennimoreQuill",
        "M a r g u e r i t e Fennimore Quill",
        "Margueri\u0301te Fennimore-Quill!",
        "The real Marguerite Fennimore-Quill",
    ],
)
def test_names_that_look_like_another_resemble_it(name):
    assert resembles(name, AUTHOR)


@pytest.mark.parametrize(
    "name",
    ["Marguerite", "Quill", "Margaret Fennimore", "Heron", "", "!!!", "M. Q.", "Фома"],
)
def test_names_that_look_otherwise_are_free(name):
    assert not resembles(name, AUTHOR)


@pytest.mark.parametrize(
    ("name", "is_theirs"),
    [
        ("Dr Smith", True),
        ("Prof. J. Smith", True),
        ("J. Ѕmith, MD", True),
        ("Smith", False),
        ("Dr Ada Smith", False),
        ("Dr K. Smith", False),
        ("Dr Smithson", False),
    ],
)
def test_a_title_makes_a_family_name_that_of_the_author(name, is_theirs):
    assert poses_as(name, "Jane", "Smith") is is_theirs


def test_a_name_of_one_word_is_taken_as_a_whole_alone():
    assert resembles("hеron", "Heron")
    assert not resembles("Heron of the reeds", "Heron")


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_two_texts_can_be_compared(one, other):
    assert resembles(one, other) in (True, False)
    assert resembles(one, one) is bool(skeleton(one))


def test_names_of_authors_staff_and_the_site_are_taken(db, moderator):
    AuthorPageFactory(title=AUTHOR, given_name="Marguerite", family_name="Quillwater")
    moderator.first_name, moderator.last_name = "Orla", "Thistlewick"
    moderator.save()
    get_user_model().objects.create_user("reader", first_name="Pia", last_name="Lund")
    taken = [
        *(AUTHOR, "Marguerite Quillwater", "Dr Quillwater", "orla THISTLEWICK"),
        *("moderator", "Site team", "The author", "Article author", "Editor"),
    ]
    free = ["Heron", "Pia Lund", "Marguerite", "Quillwater", "Orla", "Teammate"]
    assert [name for name in taken if not identity.is_taken(name)] == []
    assert [name for name in free if identity.is_taken(name)] == []


@pytest.mark.parametrize("authors", [1, 3, 30])
def test_looking_for_a_name_takes_the_same_queries(
    db, django_assert_num_queries, authors
):
    AuthorPageFactory.create_batch(authors)
    with django_assert_num_queries(4):
        identity.is_taken("Heron")


def test_the_relation_follows_byline_credential_and_account(article, moderator):
    author, clinician, other = AuthorPageFactory.create_batch(3)
    Authorship.objects.create(page=article, author=author)
    CredentialFactory(author=author)
    CredentialFactory(author=clinician)
    day = timezone.localdate() - timedelta(days=1)
    CredentialFactory(author=other, checked_on=day - timedelta(9), expires_on=day)
    CredentialFactory(author=other, checker_name="", checked_on=None, expires_on=None)
    relations = [
        identity.relation_of(who, article)
        for who in (author, clinician, other, moderator)
    ]
    assert relations == [
        *(Relation.AUTHOR, Relation.CLINICIAN, Relation.READER, Relation.TEAM)
    ]


def test_an_account_counts_by_its_profile(article, moderator):
    author = AuthorPageFactory(user=moderator)
    assert identity.relation_of(moderator, article) == Relation.TEAM
    CredentialFactory(author=author)
    assert identity.relation_of(moderator, article) == Relation.CLINICIAN
    Authorship.objects.create(page=article, author=author)
    assert identity.relation_of(moderator, article) == Relation.AUTHOR


def test_an_account_that_was_closed_speaks_for_nobody(article, moderator):
    moderator.is_active = False
    assert identity.relation_of(moderator, article) == Relation.READER
