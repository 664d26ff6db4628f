"""Bringing many records into the library at once."""

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import ModelLogEntry

from blog.models import FurtherReading
from references import importing, library, search
from references.formats import registry
from references.models import Reference, SuspectedPair
from tests.factories.references import ReferenceFactory

PAPER = {
    "type": "article-journal",
    "title": "Sleep and pain in grey herons",
    "author": [{"family": "Quill", "given": "Ada B"}],
    "container-title": "Journal of Examples",
    "issued": {"date-parts": [[2023]]},
    "volume": "17",
    "page": "340-348",
    "DOI": "10.5555/heron.1",
}


def run(*items, **options):
    batch = registry.read(json.dumps(items), "csl-json")
    return importing.write(batch, "library.json", **options)


def ends(report):
    return [row.outcome.value for row in report.items]


def without(*names, **changes):
    return {key: PAPER[key] for key in PAPER if key not in names} | changes


def test_a_record_comes_in_whole_and_is_found(db, editor):
    report = run(PAPER, by=editor)
    reference = Reference.objects.get()
    assert reference.item == PAPER
    assert (reference.year, reference.live) == (2023, True)
    assert reference.provenance["title"]["source"] == "import"
    assert json.loads(reference.raw) == PAPER
    assert list(search.search(Reference.objects.live(), "grey heron")) == [reference]
    entry = ModelLogEntry.objects.get(object_id=str(reference.pk))
    assert (entry.action, entry.user, entry.data["file"]) == (
        "wagtail.create",
        editor,
        "library.json",
    )
    assert report.as_json() == {
        "source": "library.json",
        "counts": {"found": 1, "imported": 1, "changed": 0, "skipped": 0, "lost": 0},
        "items": [
            {
                "id": "item 1",
                "kind": "article-journal",
                "outcome": "imported",
                "reason": "",
            }
        ],
    }


ODD = [
    {"type": "book", "title": "Editorial"},
    {"type": "book", "title": "A book", "issued": {"raw": "in the reign of nobody"}},
    {"type": "webpage", "title": "A page", "URL": "https://example.org/?a=1&b=2"},
    {"type": "article", "author": [{"literal": "Society of Herons"}]},
    {"type": "book", "title": "Long", "volume": "V" * 300},
    {"type": "chapter", "title": "On reeds", "custom": {"NBK": "NBK1"}, "note": "x"},
    without("DOI", "page", "volume"),
    PAPER,
    {**PAPER, "type": "article", "genre": "preprint", "DOI": "10.5555/heron.2"},
]


@pytest.mark.parametrize("split", [0, 4])
def test_a_second_run_changes_nothing(db, split):
    first = [run(*ODD[:split]), run(*ODD[split:])] if split else [run(*ODD)]
    before = list(Reference.objects.order_by("pk").values())
    report = run(*ODD)
    assert ends(report) == ["skipped"] * len(ODD)
    assert list(Reference.objects.order_by("pk").values()) == before
    assert sum(each.counts["lost"] for each in first) == 0


def test_two_records_of_one_work_in_a_file_do_not_undo_each_other(db):
    other = without("author", page="340", publisher="Reed Press")
    report = run(PAPER, other)
    assert ends(report) == ["imported", "changed"]
    assert report.items[1].reason.endswith(
        "What it says otherwise was left out: Pages."
    )
    reference = Reference.objects.get()
    assert (reference.pages, reference.publisher) == ("340-348", "Reed Press")
    assert reference.surnames == "Quill"
    assert ends(run(PAPER, other)) == ["skipped", "skipped"]


def test_the_same_holds_between_records_that_are_stored_apart(db, monkeypatch):
    monkeypatch.setattr("references.importing.writing._AT_ONCE", 1)
    other = without("author", page="340", publisher="Reed Press")
    assert ends(run(PAPER, other)) == ["imported", "changed"]
    assert Reference.objects.get().pages == "340-348"
    assert ends(run(PAPER, other)) == ["skipped", "skipped"]


def test_what_a_file_lacks_stays(db):
    there = library.add({**PAPER, "abstract": "Long.", "note": "Ours"}, source="x")
    report = run({**PAPER, "volume": "18", "note": "Theirs"})
    there.refresh_from_db()
    assert ends(report) == ["changed"]
    assert (there.volume, there.other_variables) == (
        "18",
        {"abstract": "Long.", "note": "Theirs"},
    )


def test_a_locked_field_stays(db):
    ReferenceFactory(title=PAPER["title"], doi=PAPER["DOI"], locked_fields=["volume"])
    run(PAPER)
    assert Reference.objects.get().volume == ""


def test_a_change_of_a_cited_record_waits(article):
    reference = library.add(PAPER, source="x")
    FurtherReading.objects.create(page=article, reference=reference)
    article.save()
    report = run({**PAPER, "volume": "18"})
    reference.refresh_from_db()
    assert (ends(report), reference.volume) == (["changed"], "17")
    assert "awaits approval" in report.items[0].reason
    assert ends(run({**PAPER, "volume": "18"})) == ["skipped"]


def test_a_scanty_record_is_not_taken_for_a_fuller_one_with_its_title(db):
    library.add({"type": "book", "title": "Editorial", "volume": "3"}, source="x")
    scanty = {"type": "book", "title": "Editorial"}
    assert ends(run(scanty)) == ["imported"]
    added = Reference.objects.get(volume="")
    assert ends(run(scanty)) == ["skipped"]
    Reference.objects.filter(pk=added.pk).update(publisher="Reed Press")
    assert ends(run(scanty)) == ["skipped"]


def test_an_identifier_that_another_work_has_is_left_out_and_named(db):
    there = library.add({**PAPER, "title": "Something else altogether"}, source="x")
    report = run(PAPER)
    assert ends(report) == ["imported"]
    assert f"DOI 10.5555/heron.1 left out: record {there.pk} has it." in (
        report.items[0].reason
    )
    new = Reference.objects.exclude(pk=there.pk).get()
    assert (new.doi, "10.5555/heron.1" in new.raw) == (None, True)
    assert ends(run(PAPER)) == ["skipped"]


@pytest.mark.parametrize(
    ("item", "column", "value", "note"),
    [
        ({"volume": "V" * 300}, "volume", "V" * 150, "Volume cut to 150 characters."),
        ({"URL": "https://bad host/"}, "url", "", ""),
        ({"DOI": "10.5555/" + "x" * 3000}, "doi", None, "DOI left out"),
        ({"author": [{"family": "F" * 900}]}, "surnames", "F" * 200, "A name was cut"),
    ],
    ids=["volume", "url", "doi", "name"],
)
def test_what_does_not_fit_is_said_and_stops_nothing(db, item, column, value, note):
    report = run({"type": "book", "title": "T", **item}, PAPER)
    assert ends(report) == ["imported", "imported"]
    reference = Reference.objects.get(title="T")
    assert getattr(reference, column) == value
    assert note in report.items[0].reason


def test_texts_that_no_database_holds_stop_nothing(db):
    items = '[{"type": "book", "title": "A\\u0000b", "note": "\\ud800"},'
    batch = registry.read(f"{items} {json.dumps(PAPER)}]", "csl-json")
    assert ends(importing.write(batch, "x")) == ["imported", "imported"]


def test_a_record_that_the_database_refuses_is_lost_alone(db, monkeypatch):
    def refuse(reference):
        if reference.title == "Bad":
            raise ValueError("no room")
        bring(reference)

    bring = Reference.bring_to_form
    monkeypatch.setattr(Reference, "bring_to_form", refuse)
    report = run({"type": "book", "title": "Bad"}, PAPER)
    assert ends(report) == ["lost", "imported"]
    assert report.items[0].reason == ('no room — {"type": "book", "title": "Bad"}')


def test_a_dry_run_foretells_what_a_run_does(db):
    library.add({**PAPER, "volume": "16"}, source="x")
    before = list(Reference.objects.values())
    foretold = run(*ODD, *ODD, dry_run=True)
    assert list(Reference.objects.values()) == before
    assert ends(foretold) == ends(run(*ODD, *ODD))


def queries_for(rows):
    """Count the queries that an import of so many new records takes."""
    items = [{"type": "book", "title": f"Book {rows} of {n}"} for n in range(rows)]
    with CaptureQueriesContext(connection) as queries:
        run(*items)
    return len(queries)


def test_new_records_take_the_same_number_of_queries(db):
    run({"type": "book", "title": "Warm up"})
    assert queries_for(1) == queries_for(3) == queries_for(9)


def test_what_only_looks_alike_is_suspected(db, django_capture_on_commit_callbacks):
    preprint = {**PAPER, "type": "article", "genre": "preprint", "DOI": "10.5555/2"}
    with django_capture_on_commit_callbacks(execute=True):
        run(PAPER, preprint)
    [pair] = SuspectedPair.objects.all()
    assert "one is a preprint" in pair.reasons
