"""What the checks find in pages, and which of it keeps them from publication."""

import json

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Site

from accounts.roles import ADMINISTRATOR
from blog import checking
from blog.models import ArticlePage, Authorship, FurtherReading
from editorial import checks
from editorial.models import ChecklistSettings
from images.models import SiteImage
from tests.conftest import make_user
from tests.factories.authors import DisclosureFactory
from tests.factories.pages import ArticlePageFactory, AuthorPageFactory
from tests.factories.references import ReferenceFactory


def make_article(*blocks, **fields):
    """Make an article that lacks nothing but what these blocks and fields lack."""
    article = ArticlePageFactory(**{"summary": "What it is about."} | fields)
    article.authorships.create(author=DisclosureFactory().author)
    article.body = json.dumps(blocks)
    article.save()
    article.save_revision()
    return article.get_latest_revision_as_object()


def make_picture(**fields):
    known = {"title": "Leg", "credit": "Ada Finch", "licence": "own"} | fields
    return SiteImage.objects.create(file=get_test_image_file(), **known)


def figure(image, block_id="i", alt_text="A leg", decorative=False):
    key = image and image.pk
    chosen = {"image": key, "alt_text": alt_text, "decorative": decorative}
    value = {"image": chosen, "caption": ""}
    return {"type": "image", "id": block_id, "value": value}


def paragraph(html, block_id="p"):
    return {"type": "paragraph", "id": block_id, "value": html}


def mark(reference):
    return f'<a linktype="citation" id="{reference.pk}">[cite]</a>'


def found(page):
    return [(each.rule, each.path, each.message) for each in checks.findings(page)]


def test_a_complete_article_has_no_findings(db):
    assert found(make_article(figure(make_picture()))) == []


def test_pictures_of_the_body(db):
    page = make_article(
        figure(make_picture(title="One"), "i1", alt_text=""),
        figure(make_picture(title="Two"), "i2", alt_text="", decorative=True),
        figure(make_picture(title="Three", shows_patient=True), "i3"),
        figure(None, "i4", alt_text=""),
    )
    assert found(page) == [
        ("alternative_texts", "body.i1.image.alt_text", "Say what “One” shows."),
        (
            "picture_rights",
            "body.i3.image",
            "“Three” shows a patient and has no consent record.",
        ),
    ]


def test_the_same_picture_with_and_without_alternative_text(db):
    picture = make_picture()
    page = make_article(figure(picture, "i1"), figure(picture, "i2", alt_text=""))
    assert [path for _, path, _ in found(page)] == ["body.i2.image.alt_text"]


def test_the_lead_picture(db):
    page = make_article(lead_image=make_picture(credit=""))
    assert found(page) == [
        ("alternative_texts", "lead_image_alt", "Say what “Leg” shows."),
        ("picture_rights", "lead_image", "“Leg” has no credit."),
    ]


def test_sources_by_the_first_place_where_they_stand(db):
    retracted = ReferenceFactory(title="A", standing="retracted")
    questioned = ReferenceFactory(title="B", standing="concern", link_state="dead")
    fine = ReferenceFactory(title="C", standing="corrected", link_state="suspect")
    read = ReferenceFactory(title="D", standing="withdrawn")
    evidence = {"claim": "<p>No.</p>", "certainty": "low", "sources": [questioned.pk]}
    page = make_article(
        paragraph(f"<p>One.{mark(fine)}{mark(retracted)}</p>", "p1"),
        paragraph(f"<p>Two.{mark(retracted)}</p>", "p2"),
        {"type": "evidence", "id": "e", "value": evidence},
    )
    page.further_reading.add(FurtherReading(reference=read))
    (source,) = page.body[2].value["sources"].bound_blocks
    assert found(page) == [
        ("retracted_sources", "body.p1", "2020. A"),
        ("retracted_sources", "further_reading", "2020. D"),
        ("questioned_sources", f"body.e.sources.{source.id}", "2020. B"),
        ("dead_sources", f"body.e.sources.{source.id}", "2020. B"),
    ]


@pytest.mark.parametrize("key", ["", "x", "-1", "٥", "9" * 40, "99999"])
def test_marks_that_point_nowhere(db, key):
    html = f'<p>One.<a linktype="citation" id="{key}">[cite]</a></p>'
    assert found(make_article(paragraph(html))) == []


def test_a_picture_that_was_pasted_into_a_text(db):
    key = make_picture(credit="").pk
    embed = f'<embed embedtype="image" id="{key}" alt="" format="left"/>'
    table = {
        "columns": [{"type": "text", "heading": "A"}],
        "rows": [{"values": [embed]}],
        "caption": "",
    }
    value = {"caption": "<p>B</p>", "table": table, "row_headers": True, "note": ""}
    page = make_article(paragraph(embed), {"type": "table", "id": "t", "value": value})
    assert found(page) == []


def test_headings_and_texts_are_read_in_their_order(db):
    heading = {"type": "heading", "id": "h", "value": {"level": "h3", "text": "Why"}}
    empty = {"type": "heading", "id": "n", "value": {"level": "h2", "text": ""}}
    page = make_article(
        paragraph("<p>One.</p>", "p1"), heading, paragraph("<p>Two.</p>", "p2"), empty
    )
    assert [part.path for part in checks.draft_of(page).content] == [
        *("body.p1", "body.h", "body.p2", "body.n")
    ]
    assert [(rule, path) for rule, path, _ in found(page)] == [
        ("headings", "body.h"),
        ("headings", "body.n"),
    ]


def test_the_byline(db):
    page = make_article()
    page.authorships.create(author=AuthorPageFactory(title="Bo Reed"))
    assert [author.title for author in checking.authors_without_disclosure(page)] == [
        "Bo Reed"
    ]
    assert found(page) == [
        (
            "disclosures",
            "authorships",
            "Bo Reed has not disclosed any interests in the last 12 months.",
        )
    ]
    page.authorships.set([])
    assert [message for _, _, message in found(page)] == [
        "Name an author in the byline."
    ]


def test_a_missing_sign_off_is_listed_and_left_to_whoever_publishes(db):
    page = make_article(summary="")
    page.missing_sign_off = lambda: "Nobody signed this."
    assert [rule for rule, _, _ in found(page)] == ["sign_off", "summary"]
    assert [each.rule for each in checks.obstacles(page)] == ["summary"]


def test_a_site_decides_what_keeps_from_publication(db):
    page = make_article(paragraph("<p>Aspirin prevents clots.</p>"), summary="")
    assert [each.rule for each in checks.obstacles(page)] == ["summary"]
    ChecklistSettings.objects.create(
        site=Site.objects.get(), summary="advise", uncited_claims="block"
    )
    assert [each.rule for each in checks.obstacles(page)] == ["uncited_claims"]


def test_looking_stores_nothing(db):
    checks.findings(make_article())
    assert ChecklistSettings.objects.count() == 0


def test_an_article_that_is_not_stored_yet(db):
    assert [rule for rule, _, _ in found(ArticlePage(title="New"))] == [
        "summary",
        "disclosures",
    ]


@pytest.mark.parametrize("count", [1, 3, 40])
def test_the_number_of_queries_does_not_grow(db, count, django_assert_num_queries):
    page = make_article(
        *[figure(make_picture(), f"i{n}", alt_text="") for n in range(count)],
        *[
            paragraph(
                f"<p>No.{mark(ReferenceFactory(standing='retracted'))}</p>", f"{n}"
            )
            for n in range(count)
        ],
    )
    for _ in range(count):
        Authorship.objects.create(page_id=page.pk, author=AuthorPageFactory())
    # Wagtail remembers where sites begin.
    page.get_site()
    page = ArticlePage.objects.get(pk=page.pk)
    with django_assert_num_queries(8):
        assert len(checks.findings(page)) == 3 * count


def test_the_database_knows_what_a_rule_may_do(db):
    with pytest.raises(IntegrityError), transaction.atomic():
        ChecklistSettings.objects.create(site=Site.objects.get(), links="perhaps")


def test_administrators_choose_and_editors_do_not(client, editor):
    site = Site.objects.get()
    url = reverse(
        "wagtailsettings:edit", args=["editorial", "checklistsettings", site.pk]
    )
    client.force_login(editor)
    assert client.get(url).status_code == 302
    client.force_login(make_user("boss", ADMINISTRATOR))
    form = client.get(url).context["form"].initial
    assert client.post(url, form | {"links": "block"}).status_code == 302
    assert ChecklistSettings.for_site(site).links == "block"
