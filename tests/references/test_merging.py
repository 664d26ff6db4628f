"""Two records of one work become one, wherever they are used, and two again."""

import pytest
from django.utils import timezone
from wagtail.models import ModelLogEntry, PageLogEntry, ReferenceIndex, Revision
from wagtail.search.backends import get_search_backend

from accounts.roles import EDITOR
from blog.models import ArticlePage, FurtherReading
from references import changes, duplicates, merging, signals
from references.merging import Side
from references.models import Merge, Reference, SuspectedPair
from tests.conftest import make_user
from tests.factories.pages import ArticlePageFactory
from tests.factories.publishing import publish_draft
from tests.factories.references import ReferenceFactory


def cite(reference, more=""):
    return f'<a linktype="citation" id="{reference.pk}"{more}>[cite]</a>'


def text(*references):
    return "<p>Claim " + " and ".join(map(cite, references)) + ".</p>"


def body(*references):
    """A body that cites at every depth: a list, a struct, cells of a table."""
    said = text(*references)
    return [
        {"type": "paragraph", "value": said, "id": "p"},
        {
            "type": "options",
            "id": "o",
            "value": {
                "title": "",
                "options": [
                    {
                        "type": "item",
                        "id": "o1",
                        "value": {
                            "name": "One",
                            "description": said,
                            "benefits": [{"type": "item", "id": "b", "value": said}],
                            "drawbacks": [],
                        },
                    }
                ],
            },
        },
        {
            "type": "table",
            "id": "t",
            "value": {
                "caption": said,
                "merged": None,
                "table": {
                    "columns": [{"type": "text", "heading": "H"}] * 2,
                    "rows": [{"values": ["<p>Plain</p>", said]}],
                    "caption": "",
                },
                "row_headers": True,
                "note": "",
            },
        },
    ]


def stored(page):
    return ArticlePage.objects.get(pk=page.pk).body.get_prep_value()


@pytest.fixture
def kept(db):
    return ReferenceFactory(title="Kept", doi="10.1000/kept")


@pytest.fixture
def absorbed(db):
    return ReferenceFactory(title="Absorbed", doi=None)


@pytest.fixture
def page(article, kept, absorbed):
    article.body = body(absorbed, kept, absorbed)
    FurtherReading.objects.create(page=article, reference=absorbed)
    article.save()
    return article


def test_every_place_of_a_published_page_follows(page, kept, absorbed):
    key = absorbed.pk
    merging.merge(kept, absorbed)
    assert stored(page) == body(kept, kept, kept)
    assert [row.reference for row in FurtherReading.objects.all()] == [kept]
    assert not Reference.objects.filter(pk=key).exists()
    assert not ReferenceIndex.objects.filter(to_object_id=str(key)).exists()
    found = ReferenceIndex.get_references_to(kept)
    assert {row.object_id for row in found} == {str(page.pk)}
    assert found.count() == 6


def test_drafts_scheduled_and_old_versions_follow(page, kept, absorbed):
    old = page.save_revision()
    page.title = "Draft"
    draft = page.save_revision()
    scheduled = page.save_revision(
        approved_go_live_at=timezone.now() + timezone.timedelta(days=1)
    )
    merging.merge(kept, absorbed)
    for revision in (old, draft, scheduled):
        version = Revision.objects.get(pk=revision.pk).as_object()
        assert version.body.get_prep_value() == body(kept, kept, kept)
        assert [row.reference_id for row in version.further_reading.all()] == [kept.pk]


def test_a_reading_list_with_both_keeps_one(page, kept, absorbed):
    FurtherReading.objects.create(page=page, reference=kept)
    page.refresh_from_db()
    revision = ArticlePage.objects.get(pk=page.pk).save_revision()
    done = merging.merge(kept, absorbed)
    assert FurtherReading.objects.get().reference == kept
    version = Revision.objects.get(pk=revision.pk).as_object()
    assert [row.reference_id for row in version.further_reading.all()] == [kept.pk]

    merging.undo(done)
    rows = FurtherReading.objects.order_by("pk")
    assert [row.reference_id for row in rows] == [absorbed.pk, kept.pk]
    version = Revision.objects.get(pk=revision.pk).as_object()
    assert {row.reference_id for row in version.further_reading.all()} == {
        absorbed.pk,
        kept.pk,
    }


def test_a_number_that_is_no_key_stays(article, kept, absorbed):
    digits = str(absorbed.pk)
    article.body = [
        {"type": "paragraph", "value": f"<p>{digits} people</p>", "id": digits}
    ]
    article.save()
    revision = article.save_revision()
    before = Revision.objects.get(pk=revision.pk).content
    merging.merge(kept, absorbed)
    assert stored(article)[0]["value"] == f"<p>{digits} people</p>"
    assert Revision.objects.get(pk=revision.pk).content == before


def test_what_the_kept_one_lacks_is_filled(db):
    kept = ReferenceFactory(
        title="Kept",
        doi="10.1000/a",
        locked_fields=["issue"],
        other_variables={"medium": "Print"},
    )
    absorbed = ReferenceFactory(
        title="Other",
        doi="10.1000/b",
        pmid="77",
        volume="3",
        issue="4",
        other_variables={"medium": "Internet", "annote": "Note"},
        provenance={"volume": {"source": "Crossref", "at": "2026-01-01"}},
        locked_fields=["volume"],
        contributors=[("organisation", {"role": "author", "name": "Herons"})],
    )
    merging.merge(kept, absorbed)
    kept.refresh_from_db()
    assert (kept.title, kept.doi, kept.pmid) == ("Kept", "10.1000/a", "77")
    assert (kept.volume, kept.issue, kept.surnames) == ("3", "", "Herons")
    assert kept.other_variables == {"medium": "Print", "annote": "Note"}
    assert kept.provenance["volume"]["source"] == "Crossref"
    assert kept.locked_fields == ["issue", "volume"]
    assert kept.get_latest_revision_as_object().pmid == "77"


def test_an_editor_chooses_the_side_of_a_field(db):
    kept = ReferenceFactory(title="Kept", doi="10.1000/a", locked_fields=["doi"])
    absorbed = ReferenceFactory(title="Other", doi="10.1000/b", volume="3", issued="")
    sides = {
        "doi": Side.ABSORBED,
        "volume": Side.KEPT,
        "issued": Side.ABSORBED,
        "title": Side.KEPT,
    }
    merging.merge(kept, absorbed, fields=sides)
    kept.refresh_from_db()
    assert (kept.title, kept.doi, kept.volume, kept.issued, kept.year) == (
        "Kept",
        "10.1000/b",
        "",
        "",
        None,
    )


def test_appraisals_are_joined_and_the_worse_standing_holds(db):
    one = {"design": "cohort", "finding": "Less pain", "participants": 20}
    two = {"design": "guideline", "finding": "More sleep"}
    kept = ReferenceFactory(appraisals=[("appraisal", one)], standing="corrected")
    absorbed = ReferenceFactory(
        appraisals=[("appraisal", one), ("appraisal", two)],
        standing="retracted",
        notice_doi="10.1000/notice",
        notice_date="2024-05",
    )
    done = merging.merge(kept, absorbed)
    kept.refresh_from_db()
    findings = [block.value["finding"] for block in kept.appraisals]
    assert findings == ["Less pain", "More sleep"]
    assert (kept.standing, kept.notice_doi, kept.notice_date) == (
        "retracted",
        "10.1000/notice",
        "2024-05",
    )
    merging.undo(done)
    kept.refresh_from_db()
    assert [block.value["finding"] for block in kept.appraisals] == ["Less pain"]
    assert (kept.standing, kept.notice_doi) == ("corrected", "")


def test_a_lighter_standing_changes_nothing(db):
    kept = ReferenceFactory(standing="retracted", notice_doi="10.1000/n")
    merging.merge(kept, ReferenceFactory(standing="concern", notice_doi="10.1000/m"))
    kept.refresh_from_db()
    assert (kept.standing, kept.notice_doi) == ("retracted", "10.1000/n")


def test_a_draft_of_the_kept_one_goes_on_waiting(page, kept, absorbed, editor):
    absorbed.volume = "9"
    absorbed.save()
    page.body = body(kept)
    page.save()
    item = {**kept.item, "title": "Waiting"}
    changes.apply(kept, item, source="editor", by=editor)
    kept.refresh_from_db()
    merging.merge(kept, absorbed, by=make_user("second", EDITOR))
    kept.refresh_from_db()
    assert (kept.title, kept.volume, kept.has_unpublished_changes) == (
        "Kept",
        "9",
        True,
    )
    draft = kept.get_latest_revision_as_object()
    assert (draft.title, draft.volume) == ("Waiting", "9")
    assert kept.latest_revision.user == editor


def test_a_replaced_value_of_a_cited_record_waits_for_approval(
    page, kept, absorbed, editor
):
    sides = {"title": Side.ABSORBED}
    done = merging.merge(kept, absorbed, by=editor, fields=sides)
    kept.refresh_from_db()
    assert (kept.title, kept.has_unpublished_changes) == ("Kept", True)
    assert kept.get_latest_revision_as_object().title == "Absorbed"
    assert changes.may_approve(editor, kept) is False

    merging.undo(done, by=editor)
    kept.refresh_from_db()
    assert (kept.title, kept.has_unpublished_changes) == ("Kept", False)
    assert kept.get_latest_revision_as_object().title == "Kept"


def test_a_value_that_was_approved_since_goes_back(page, kept, absorbed, editor):
    sides = {"title": Side.ABSORBED}
    done = merging.merge(kept, absorbed, by=editor, fields=sides)
    changes.approve(kept, by=make_user("second", EDITOR))
    kept.refresh_from_db()
    assert kept.title == "Absorbed"
    assert merging.undo(done, by=editor).left == ()
    kept.refresh_from_db()
    assert (kept.title, kept.has_unpublished_changes) == ("Kept", False)


def test_a_record_that_was_never_published_becomes_so_with_the_other(page, absorbed):
    draft = ReferenceFactory(title="Draft", live=False)
    merging.merge(draft, absorbed)
    draft.refresh_from_db()
    assert (draft.title, draft.live) == ("Draft", True)


def test_a_merge_is_logged_and_told(page, kept, absorbed, editor):
    told = []

    def listen(sender, kept, absorbed_pk, pages, by, **kwargs):
        told.append((kept, absorbed_pk, pages, by))

    unpublished = ArticlePageFactory(live=False)
    FurtherReading.objects.create(page=unpublished, reference=absorbed)
    key = absorbed.pk
    signals.merged.connect(listen)
    try:
        done = merging.merge(kept, absorbed, by=editor)
    finally:
        signals.merged.disconnect(listen)
    assert told == [(kept, key, [page], editor)]
    assert (done.kept, done.absorbed_pk, done.merged_by) == (kept, key, editor)
    [entry] = PageLogEntry.objects.filter(action="references.merged")
    assert (entry.page_id, entry.user) == (page.pk, editor)
    assert entry.message == "Sources merged: 2020. Absorbed into 2020. Kept"
    [entry] = ModelLogEntry.objects.filter(action="references.merged")
    assert entry.object_id == str(kept.pk)


def test_an_undone_merge_leaves_everything_as_it_was(page, kept, absorbed, editor):
    absorbed.pmid = "77"
    absorbed.save()
    absorbed.volume = "draft"
    absorbed.save_revision(user=editor)
    revision = ArticlePage.objects.get(pk=page.pk).save_revision()
    pair = duplicates.SuspectedPair.objects.create(
        first=kept, second=absorbed, score=0.9
    )
    rows = Reference.objects.order_by("pk").values()
    before = list(rows)
    content = Revision.objects.get(pk=revision.pk).content

    done = merging.merge(kept, absorbed, by=editor)
    assert not SuspectedPair.objects.exists()
    outcome = merging.undo(done, by=editor)
    assert (outcome.restored, outcome.places, outcome.left) == (absorbed, 12, ())
    ours = ("title", "doi", "pmid", "volume", "provenance", "live", "standing")
    assert [{name: row[name] for name in ours} for row in rows.all()] == [
        {name: row[name] for name in ours} for row in before
    ]
    absorbed.refresh_from_db()
    assert absorbed.get_latest_revision_as_object().volume == "draft"
    assert stored(page) == body(absorbed, kept, absorbed)
    assert Revision.objects.get(pk=revision.pk).content == content
    assert FurtherReading.objects.get().reference == absorbed
    assert SuspectedPair.objects.get() == pair
    assert ReferenceIndex.get_references_to(absorbed).count() == 6
    assert PageLogEntry.objects.filter(action="references.merge_undone").count() == 1
    done.refresh_from_db()
    assert done.undone_at is not None
    with pytest.raises(merging.CannotUndo, match="undone already"):
        merging.undo(done)


def test_what_was_changed_since_is_left_and_named(page, kept, absorbed, editor):
    other = ArticlePageFactory(body=body(absorbed))
    absorbed.pmid = "77"
    absorbed.save()
    done = merging.merge(kept, absorbed)
    now = ArticlePage.objects.get(pk=page.pk)
    raw = now.body.get_prep_value()
    raw[0]["value"] = text(kept)
    now.body = raw
    now.save()
    kept.refresh_from_db()
    kept.pmid = "78"
    kept.save()

    outcome = merging.undo(done)
    assert set(outcome.left) == {page, kept}
    assert stored(other) == body(absorbed)
    assert stored(page) == [
        {"type": "paragraph", "value": text(kept), "id": "p"},
        *body(absorbed, kept, absorbed)[1:],
    ]
    kept.refresh_from_db()
    absorbed.refresh_from_db()
    assert (kept.pmid, absorbed.pmid) == ("78", "77")


def test_a_wording_changed_since_does_not_keep_a_citation_from_going_back(
    page, kept, absorbed
):
    done = merging.merge(kept, absorbed)
    now = ArticlePage.objects.get(pk=page.pk)
    raw = now.body.get_prep_value()
    raw[0]["value"] = raw[0]["value"].replace("Claim", "Better claim")
    now.body = raw
    revision = publish_draft(now)
    outcome = merging.undo(done)
    assert outcome.left == ()
    expected = text(absorbed, kept, absorbed).replace("Claim", "Better claim")
    assert stored(page)[0]["value"] == expected
    # The draft was begun after the merge, and follows.
    version = Revision.objects.get(pk=revision.pk).as_object()
    assert version.body.get_prep_value()[0]["value"] == expected
    assert [row.reference_id for row in version.further_reading.all()] == [absorbed.pk]


def test_merges_are_undone_last_first(page, kept, absorbed):
    third = ReferenceFactory(title="Third")
    first = merging.merge(kept, absorbed)
    second = merging.merge(third, kept)
    assert stored(page) == body(third, third, third)
    # The address of the first one leads to the last one.
    assert Merge.objects.get(absorbed_pk=absorbed.pk).kept == third
    with pytest.raises(merging.CannotUndo, match="itself merged"):
        merging.undo(first)
    merging.undo(second)
    merging.undo(Merge.objects.get(pk=first.pk))
    assert stored(page) == body(absorbed, kept, absorbed)


def test_an_identifier_that_was_given_away_keeps_a_merge_from_being_undone(db):
    absorbed = ReferenceFactory(doi="10.1000/b")
    done = merging.merge(ReferenceFactory(doi="10.1000/a"), absorbed)
    ReferenceFactory(doi="10.1000/b", title="Newcomer")
    with pytest.raises(merging.CannotUndo, match="Newcomer"):
        merging.undo(done)
    assert Reference.objects.count() == 2


def test_a_record_is_not_merged_with_itself_or_with_nothing(kept, absorbed):
    with pytest.raises(merging.CannotMerge, match="itself"):
        merging.merge(kept, kept)
    gone = Reference(pk=absorbed.pk)
    absorbed.delete()
    with pytest.raises(merging.CannotMerge, match="gone"):
        merging.merge(kept, gone)


def test_the_search_forgets_a_record_and_finds_it_again(page, kept, absorbed):
    def found():
        return list(get_search_backend().search("Absorbed", Reference))

    done = merging.merge(kept, absorbed)
    assert found() == []
    merging.undo(done)
    assert found() == [absorbed]


def test_a_draft_saved_late_from_an_open_editor_follows(page, kept, absorbed):
    still_open = ArticlePage.objects.get(pk=page.pk)
    FurtherReading.objects.create(page=page, reference=kept)
    assert len(still_open.further_reading.all()) == 2
    merging.merge(kept, absorbed)
    revision = still_open.save_revision(clean=False)
    version = Revision.objects.get(pk=revision.pk).as_object()
    assert version.body.get_prep_value() == body(kept, kept, kept)
    assert [row.reference_id for row in version.further_reading.all()] == [kept.pk]
