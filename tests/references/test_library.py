"""Bringing works into the library, and changing them."""

import pytest
from django.core.exceptions import ValidationError
from wagtail.models import PageLogEntry

from accounts.roles import EDITOR
from blog.models import FurtherReading
from references import changes, library
from references.changes import Outcome
from references.models import Reference
from tests.conftest import make_user
from tests.factories.pages import ArticlePageFactory
from tests.factories.references import ReferenceFactory

ITEM = {
    "type": "chapter",
    "title": "Pain in <i>H. sapiens</i>",
    "author": [
        {"family": "Gogh", "given": "V", "non-dropping-particle": "van"},
        {"literal": "Society of Herons"},
    ],
    "editor": [{"family": "Quill", "given": "A", "suffix": "Jr"}],
    "container-title": "Book of pain",
    "issued": {"date-parts": [[2020, 7], [2020, 9]]},
    "accessed": {"date-parts": [[2024, 5, 12]]},
    "page": "1-9",
    "DOI": "10.1000/abc",
    "PMID": "123",
    "ISBN": "9780306406157",
    "medium": "Internet",
    "chapter-number": "4",
    "custom": {"NBK": "NBK1", "updated": {"date-parts": [[2022, 11, 28]]}},
}


def test_an_item_comes_back_from_the_library_as_it_went_in(db):
    reference = library.add(ITEM, source="import", raw="as typed")
    stored = Reference.objects.get(pk=reference.pk)
    assert stored.item == ITEM
    assert (stored.raw, stored.year) == ("as typed", 2020)


@pytest.mark.parametrize(
    "date",
    [
        {"date-parts": [[2001]], "season": 1},
        {"date-parts": [[1998, 12], [1999, 1]]},
        {"raw": "in the reign of nobody"},
    ],
)
def test_odd_dates_come_back(db, date):
    item = {"type": "book", "title": "T", "issued": date}
    reference = library.add(item, source="import")
    assert Reference.objects.get(pk=reference.pk).item == item


def test_each_field_remembers_its_source(db):
    item = {"type": "book", "title": "T", "publisher": "P", "PMID": "7"}
    reference = library.add(item, source="Crossref", sources={"PMID": "PubMed"})
    sources = {name: mark["source"] for name, mark in reference.provenance.items()}
    assert sources == {
        "csl_type": "Crossref",
        "title": "Crossref",
        "publisher": "Crossref",
        "pmid": "PubMed",
    }


@pytest.mark.parametrize(
    "item",
    [
        {"type": "book", "title": "Other", "DOI": "10.1000/ABC"},
        {"type": "book", "title": "Other", "PMID": "123"},
    ],
)
def test_a_work_that_is_there_is_not_added_twice(db, item):
    reference = library.add(ITEM, source="import")
    with pytest.raises(library.AlreadyThere) as error:
        library.add(item, source="import")
    assert error.value.reference == reference
    assert Reference.objects.count() == 1


def test_what_cannot_be_stored_is_said_and_leaves_no_row(db):
    with pytest.raises(ValidationError):
        library.add({"type": "book", "title": "T" * 5001}, source="import")
    assert Reference.objects.count() == 0


def test_matches_offer_the_same_title_and_take_the_same_doi(db):
    reference = library.add({**ITEM, "custom": {}}, source="import")
    [match] = library.matches(
        {
            "type": "chapter",
            "title": "Pain in H. sapiens",
            "DOI": "10.1000/ABC",
        }
    )
    assert (match.reference, match.certain) == (reference, True)
    assert library.matches({"type": "book", "title": "Something else"}) == []


def test_a_look_up_changes_what_is_not_locked(db):
    reference = ReferenceFactory(title="Old", volume="1", locked_fields=["title"])
    item = {**reference.item, "title": "New", "volume": "2"}
    assert changes.apply(reference, item, source="Crossref") == Outcome.PUBLISHED
    reference.refresh_from_db()
    assert (reference.title, reference.volume) == ("Old", "2")
    assert reference.provenance["volume"]["source"] == "Crossref"
    assert changes.apply(reference, item, source="Crossref") == Outcome.UNCHANGED


def test_what_a_look_up_lacks_is_not_emptied(db):
    reference = ReferenceFactory(volume="1")
    item = {"type": "article-journal", "title": reference.title}
    assert changes.apply(reference, item, source="Crossref") == Outcome.UNCHANGED


@pytest.fixture
def cited(article):
    reference = ReferenceFactory(title="Old")
    FurtherReading.objects.create(page=article, reference=reference)
    article.save()
    return reference


def test_a_change_of_a_cited_record_waits_and_then_shows_in_the_history(
    cited, article, editor
):
    item = {**cited.item, "title": "New"}
    assert changes.apply(cited, item, source="Crossref", by=editor) == Outcome.WAITING
    cited.refresh_from_db()
    assert (cited.title, cited.has_unpublished_changes) == ("Old", True)
    assert PageLogEntry.objects.filter(action="references.changed").count() == 0

    cited.latest_revision.publish(user=editor)
    cited.refresh_from_db()
    assert cited.title == "New"
    entry = PageLogEntry.objects.get(action="references.changed")
    assert (entry.page_id, entry.data["reference"]["pk"]) == (article.pk, cited.pk)


def test_a_page_that_only_drafts_a_citation_does_not_make_a_change_wait(db):
    reference = ReferenceFactory(title="Old")
    draft = ArticlePageFactory(live=False)
    FurtherReading.objects.create(page=draft, reference=reference)
    item = {**reference.item, "title": "New"}
    assert changes.apply(reference, item, source="Crossref") == Outcome.PUBLISHED


def test_somebody_else_approves_the_change_of_a_cited_record(cited, editor, db):
    second = make_user("second", EDITOR)
    assert changes.may_approve(editor, cited) is False
    changes.apply(cited, {**cited.item, "title": "New"}, source="editor", by=editor)
    cited.refresh_from_db()
    assert changes.may_approve(editor, cited) is False
    assert changes.may_approve(second, cited) is True


def test_the_admin_refuses_to_publish_ones_own_change_of_a_cited_record(
    client, cited, editor
):
    client.force_login(editor)
    url = f"/admin/snippets/references/reference/edit/{cited.pk}/"
    assert "action-publish" not in client.get(url).content.decode()
    data = {
        "csl_type": "article-journal",
        "title": "New",
        "contributors-count": "0",
        "appraisals-count": "0",
        "action-publish": "1",
    }
    client.post(url, data)
    cited.refresh_from_db()
    assert (cited.title, cited.has_unpublished_changes) == ("Old", True)


def test_an_editor_s_correction_is_remembered_and_can_be_locked(client, editor):
    reference = library.add(ITEM, source="Crossref")
    client.force_login(editor)
    data = {
        "csl_type": "chapter",
        "title": "Corrected",
        "contributors-count": "0",
        "appraisals-count": "0",
        "locked_fields": ["title"],
        "action-publish": "1",
    }
    client.post(f"/admin/snippets/references/reference/edit/{reference.pk}/", data)
    reference.refresh_from_db()
    assert (reference.title, reference.locked_fields) == ("Corrected", ["title"])
    assert reference.provenance["title"]["source"] == "editor"
    assert (
        changes.differences(reference, {**ITEM, "DOI": "10.1000/x"}).get("title")
        is None
    )
