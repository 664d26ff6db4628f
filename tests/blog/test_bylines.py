"""The disclosures that a byline keeps."""

from datetime import date

import pytest
from django.db.models import ProtectedError
from wagtail.models import Revision

from blog.bylines import keep_disclosures
from blog.models import ArticlePage, Authorship
from tests.factories.authors import DisclosureFactory
from tests.factories.pages import ArticlePageFactory, AuthorPageFactory
from tests.factories.publishing import announce, publish_draft

MARCH = date(2025, 3, 1)
JUNE = date(2025, 6, 1)
YEARS_LATER = date(2029, 1, 1)


@pytest.fixture
def row(article):
    return Authorship.objects.create(page=article, author=AuthorPageFactory())


def declare(row, on):
    return DisclosureFactory(author=row.author, declared_on=on)


def reload(row):
    return ArticlePage.objects.get(pk=row.page_id)


def stored(row):
    return Authorship.objects.get(page=row.page_id, author=row.author_id).disclosure


def test_each_row_keeps_what_held_on_the_day(row):
    other = Authorship.objects.create(page=row.page, author=AuthorPageFactory())
    silent = Authorship.objects.create(page=row.page, author=AuthorPageFactory())
    declare(row, date(2024, 3, 1))
    held, _later = declare(row, MARCH), declare(row, JUNE)
    other_held = declare(other, date(2024, 7, 1))
    page = reload(row)
    assert keep_disclosures(page, MARCH)
    page.save()
    assert (stored(row), stored(other), stored(silent)) == (held, other_held, None)
    assert not keep_disclosures(reload(row), MARCH)


def test_only_the_given_page_changes_until_it_is_saved(row):
    held = declare(row, MARCH)
    page = reload(row)
    keep_disclosures(page, MARCH)
    assert stored(row) is None
    page.authorships.commit()
    assert stored(row) == held


def test_a_revision_carries_what_it_kept_until_it_is_published(row):
    first = declare(row, MARCH)
    page = reload(row)
    keep_disclosures(page, MARCH)
    announce(page)
    revision = page.save_revision()
    assert stored(row) is None
    revision.publish()
    assert stored(row) == first


def test_a_row_that_was_new_in_a_revision_keeps_its_disclosure_when_published_again(
    article,
):
    declared = DisclosureFactory()
    page = ArticlePage.objects.get(pk=article.pk)
    page.authorships.add(Authorship(author=declared.author))
    revision = publish_draft(page)
    Revision.objects.get(pk=revision.pk).publish()
    assert Authorship.objects.get().disclosure == declared


def test_one_query_finds_them_for_any_number_of_rows(
    article, django_assert_num_queries
):
    for _ in range(5):
        author = AuthorPageFactory()
        DisclosureFactory(author=author, declared_on=MARCH)
        Authorship.objects.create(page=article, author=author)
    with django_assert_num_queries(2):
        keep_disclosures(article, MARCH)


def test_a_later_change_without_a_new_disclosure_keeps_the_old_one(row):
    draft = reload(row).save_revision()
    held = declare(row, MARCH)
    page = reload(row)
    keep_disclosures(page, MARCH)
    page.save()
    again = draft.as_object()
    assert again.authorships.get().disclosure == held
    assert not keep_disclosures(again, YEARS_LATER)
    publish_draft(again)
    assert stored(row) == held


def test_a_newer_disclosure_takes_the_place_of_the_kept_one(row):
    declare(row, MARCH)
    page = reload(row)
    keep_disclosures(page, MARCH)
    page.save()
    newer = declare(row, JUNE)
    page = reload(row)
    assert keep_disclosures(page, JUNE)
    publish_draft(page)
    assert stored(row) == newer


def test_a_row_sent_anew_keeps_the_disclosure(row):
    held = declare(row, MARCH)
    row.disclosure = held
    row.save()
    Authorship(pk=row.pk, page=row.page, author=row.author).save()
    assert stored(row) == held


def test_a_row_that_names_somebody_else_drops_it(row):
    row.disclosure = declare(row, MARCH)
    row.save()
    row.author = AuthorPageFactory()
    assert row.kept is None
    row.save()
    assert Authorship.objects.get().disclosure is None


def test_a_revision_with_a_disclosure_that_is_gone_can_be_restored(row):
    page = reload(row)
    revision = page.save_revision()
    revision.content["authorships"][0]["disclosure"] = 99999
    revision.save()
    restored = revision.as_object()
    assert [one.author for one in restored.authorships.all()] == [row.author]
    publish_draft(restored)
    assert stored(row) is None


def test_a_kept_disclosure_is_protected(row):
    row.disclosure = declare(row, MARCH)
    row.save()
    with pytest.raises(ProtectedError):
        type(row.disclosure).objects.all().delete()


def test_a_copy_of_an_article_has_the_byline_of_its_original(row):
    row.disclosure = declare(row, MARCH)
    row.save()
    copy = reload(row).copy(
        update_attrs={"slug": "copy", "title": "Copy"}, keep_live=False
    )
    assert [one.disclosure for one in copy.authorships.all()] == [row.disclosure]


def test_an_article_without_a_byline_has_nothing_to_keep(db):
    assert not keep_disclosures(ArticlePageFactory(), MARCH)
