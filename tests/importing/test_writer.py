import base64
import json

import pytest
from wagtail.models import ModelLogEntry, PageLogEntry

from blog.models import ArticlePage
from images.models import SiteImage
from importing import writer
from importing.draft import Block, Citation, Draft, Outcome, Picture, Problem
from importing.models import Original
from references.importing import Outcome as End
from references.models import Reference
from tests.factories.publishing import publish_draft
from tests.factories.references import ReferenceFactory

pytestmark = pytest.mark.django_db

GIF = base64.b64decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7")
FIRST = {"type": "article-journal", "title": "Slow waves in sleep", "DOI": "10.1000/s"}
SECOND = {"type": "book", "title": "Fast waves and what to do about them"}
DRAFT = Draft(
    title="Waves",
    subtitle="What sleep does.",
    blocks=(
        Block("heading", {"level": "h2", "text": "At night"}),
        Block(
            "paragraph",
            '<p>Slow<sup><a linktype="citation" data-key="c1">1</a></sup> waves'
            '<a href="#note-1"><sup>1</sup></a>.</p>',
        ),
        Block("image", {"image": "a.gif", "caption": "<p>A wave</p>"}),
        Block("notes", {"notes": ["<p>In adults.</p>"]}),
    ),
    notes=1,
    citations=(Citation("c1", (0,), ("p. 12",), "1"),),
    references=(FIRST, SECOND),
    printed=("", "Fast waves and what to do about them."),
    pictures={"a.gif": Picture(GIF, "A line", "image/gif")},
    problems=(
        Problem("heading-1", "heading", Outcome.FOUND, "The heading was kept."),
        Problem("reference-1", "reference", Outcome.FOUND, "It was read."),
        Problem("comment-1", "comment", Outcome.FOUND, "Somebody commented."),
    ),
)


def write(draft=DRAFT, **more):
    return writer.write(draft, key="manuscript:1", name="waves.docx", **more)


def values(page, kind):
    return [raw["value"] for raw in page.body.raw_data if raw["type"] == kind]


def test_a_draft_becomes_an_unpublished_article(editor):
    page = write(owner=editor).page

    stored = ArticlePage.objects.get()
    assert (stored, stored.live, stored.owner) == (page, False, editor)
    assert (stored.title, stored.summary, stored.slug) == (
        "Waves",
        "What sleep does.",
        "waves",
    )
    revised = stored.latest_revision.as_object()
    assert list(revised.body.raw_data) == list(stored.body.raw_data)
    entry = PageLogEntry.objects.get(page=page.pk, action="wagtail.create")
    assert entry.user == editor


def test_marks_point_at_records_and_the_rest_becomes_further_reading():
    page = write().page

    first, second = Reference.objects.order_by("pk")
    assert (
        f'linktype="citation" id="{first.pk}" locator="page 12">'
        in (values(page, "paragraph")[0])
    )
    assert [row.reference for row in page.further_reading.all()] == [second]
    assert second.raw == "Fast waves and what to do about them."


def test_marks_show_editors_what_they_cite():
    known = ReferenceFactory(title=FIRST["title"], doi="10.1000/s", issued="2013")
    page = write().page

    assert values(page, "paragraph")[0].startswith(
        f'<p>Slow<a linktype="citation" id="{known.pk}" locator="page 12">'
        "[Slow waves in sleep 2013, page 12]</a> waves"
    )


def test_a_record_that_the_library_has_is_taken_as_it_stands():
    known = ReferenceFactory(title="Slow waves in sleep", doi="10.1000/s", volume="7")
    before = Reference.objects.filter(pk=known.pk).values().get()
    write()

    assert Reference.objects.filter(pk=known.pk).values().get() == before
    assert Reference.objects.count() == 2


def test_notes_stand_in_a_section_with_links_both_ways():
    page = write().page

    raw = page.body.raw_data
    ids = {
        each["value"]["text"]: each["id"] for each in raw if each["type"] == "heading"
    }
    assert list(ids) == ["At night", "Notes"]
    text, notes = values(page, "paragraph")
    assert f'<a href="#section-{ids["Notes"][:8]}"><sup>1</sup></a>' in text
    assert notes == (
        f'<ol><li>In adults. <a href="#section-{ids["At night"][:8]}">↑ At night</a>'
        "</li></ol>"
    )


def test_pictures_are_kept_once_and_ask_for_their_credit(article):
    written = write()
    writer.write(DRAFT, key="manuscript:2", name="again.docx")

    image = SiteImage.objects.get()
    assert (image.description, image.credit) == ("A line", "")
    (value,) = values(written.page, "image")
    assert value["image"] == {
        "image": image.pk,
        "alt_text": "A line",
        "decorative": False,
    }
    assert [row.outcome for row in written.report.items if row.kind == "picture credit"]


def test_a_damaged_picture_is_named_and_its_words_are_kept():
    pictures = {"a.gif": Picture(b"GIF89a broken", "A line", "image/gif")}
    draft = Draft(title="Waves", blocks=DRAFT.blocks[2:3], pictures=pictures)
    written = write(draft)

    assert values(written.page, "paragraph") == ["<p>A line</p><p>A wave</p>"]
    assert {row.kind: row.outcome for row in written.report.items} == {
        "picture": End.LOST,
        "image": End.CHANGED,
    }
    assert SiteImage.objects.count() == 0


def test_what_no_block_holds_becomes_text():
    blocks = (
        Block("sidebar", {"title": "Aside", "text": "<p>Said <b>here</b>.</p>"}),
        Block("heading", {"level": "h2", "text": "x" * 300}),
        Block("table", {"caption": "<p>A</p>", "table": "broken"}),
    )
    written = write(Draft(title="Waves", blocks=blocks))

    assert values(written.page, "paragraph") == [
        "<p>Aside</p><p>Said <b>here</b>.</p>",
        f"<p>h2</p><p>{'x' * 300}</p>",
        "<p>A</p><p>broken</p>",
    ]
    assert written.report.counts == {
        "found": 3,
        "imported": 0,
        "changed": 3,
        "skipped": 0,
        "lost": 0,
    }


def test_the_report_says_what_became_of_each_thing():
    report = write().report

    ends = {row.id: row.outcome for row in report.items}
    assert ends == {
        "heading-1": End.IMPORTED,
        "reference-1": End.IMPORTED,
        "comment-1": End.SKIPPED,
        "reference-2": End.IMPORTED,
        "credit-1": End.CHANGED,
    }
    assert sum(report.counts.values()) == 2 * len(report.items)


def test_a_second_run_changes_nothing():
    first = write()
    page = first.page
    page.title = "Changed since"
    publish_draft(page)
    again = write()

    assert (again.page, again.is_new) == (page, False)
    assert ArticlePage.objects.get().title == "Changed since"
    assert Reference.objects.count() == 2
    assert {row.outcome for row in again.report.items} == {End.SKIPPED}


def test_what_was_deleted_can_be_brought_in_again():
    write().page.delete()

    assert write().is_new
    assert Original.objects.count() == 1


def test_a_dry_run_says_the_same_and_leaves_nothing_behind(settings):
    dry = write(dry_run=True)

    assert dry.page is None
    models = (ArticlePage, Reference, SiteImage, Original, ModelLogEntry)
    assert [model.objects.count() for model in models] == [0, 0, 0, 0, 0]
    folder = settings.MEDIA_ROOT
    assert [path for path in folder.rglob("*") if path.is_file()] == []
    assert dry.report.counts == write().report.counts


def test_a_failure_leaves_nothing_behind(settings):
    draft = Draft(title="Waves", pictures=DRAFT.pictures, citations=DRAFT.citations)
    with pytest.raises(IndexError):
        write(draft)

    assert SiteImage.objects.count() == 0
    assert [path for path in settings.MEDIA_ROOT.rglob("*") if path.is_file()] == []


def test_a_title_that_is_too_long_opens_the_text():
    title = "waves and " * 40
    page = write(Draft(title=title)).page

    assert len(page.title) <= 255
    assert page.title.endswith("and …")
    assert values(page, "paragraph") == [f"<p>{title}</p>"]


def test_a_new_version_takes_the_place_of_the_old_one(editor):
    page = write().page
    draft = Draft(title="Waves again", blocks=(Block("paragraph", "<p>New.</p>"),))
    written = writer.rewrite(page, draft, name="waves-2.docx", by=editor)

    stored = ArticlePage.objects.get()
    assert (written.is_new, stored.title, stored.slug) == (
        False,
        "Waves again",
        "waves",
    )
    assert values(stored, "paragraph") == ["<p>New.</p>"]
    assert list(stored.further_reading.all()) == []
    assert stored.latest_revision.user == editor


def test_a_new_version_of_a_published_article_waits_as_a_revision(article):
    draft = Draft(title="Waves", blocks=(Block("paragraph", "<p>New.</p>"),))
    writer.rewrite(article, draft, name="waves.docx")

    article.refresh_from_db()
    assert (article.live, article.has_unpublished_changes) == (True, True)
    assert list(article.body.raw_data) == []
    assert json.loads(article.latest_revision.content["body"])[0]["value"] == (
        "<p>New.</p>"
    )
