"""The reports: what they list, to whom, filtered, exported, and in how many queries."""

import csv
from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone

from accounts.roles import ADMINISTRATOR, CONTRIBUTOR, MEDICAL_REVIEWER
from blog.models import ArticlePage
from editorial import edited, publishing, review
from editorial.models import LiveFingerprint, ReviewDate
from references import checking
from tests.conftest import make_user
from tests.factories.authors import DisclosureFactory
from tests.factories.editorial import article_of, paragraph, write
from tests.factories.pages import ArticlePageFactory, AuthorPageFactory
from tests.factories.references import ReferenceFactory

CLAIM = "Aspirin lowers the risk of a stroke by 30%."
REPORTS = (
    "due-for-review",
    "edited-since-review",
    "sources-and-claims",
    "disclosures-expired",
    "published-without-sign-off",
)


@pytest.fixture
def reviewer(db):
    return make_user("reviewer", MEDICAL_REVIEWER)


@pytest.fixture
def signed_in(client, editor):
    client.force_login(editor)
    return client


def address(slug):
    return f"/admin/reports/{slug}/"


def sign(page, reviewer):
    """Let somebody sign a page as it is."""
    page = ArticlePage.objects.get(pk=page.pk)
    return review.record(page, reviewer=reviewer, checked=[], at=timezone.now())


def rows(client, slug, **filters):
    """Give the cells of a report's table as they are read."""
    response = client.get(address(slug), filters)
    table = BeautifulSoup(response.content.decode(), "html.parser").select(
        "table.listing tbody tr"
    )
    return [
        [" ".join(cell.get_text().split()) for cell in row.select("td, th")]
        for row in table
    ]


def titles(client, slug, **filters):
    return [row[0] for row in rows(client, slug, **filters)]


def exported(client, slug, **filters):
    response = client.get(address(slug), {"export": "csv", **filters})
    text = b"".join(response.streaming_content).decode()
    return list(csv.DictReader(text.splitlines()))


def citing(reference, **fields):
    """Give a published article that cites a record."""
    mark = f'<a linktype="citation" id="{reference.pk}">1</a>'
    return article_of(paragraph(f"Rest helps.{mark}"), **fields)


def test_edited_pages_are_listed_until_they_are_signed_again(signed_in, reviewer):
    page = article_of(paragraph("Rest helps."), title="Rest")
    article_of(paragraph("Nobody signed this."))
    sign(page, reviewer)
    assert titles(signed_in, "edited-since-review") == []
    write(page, paragraph("Rest may help."))
    (row,) = exported(signed_in, "edited-since-review")
    assert (row["Title"], row["Reviewer"]) == ("Rest", "reviewer")
    assert titles(signed_in, "edited-since-review") == ["Rest"]
    sign(page, reviewer)
    assert titles(signed_in, "edited-since-review") == []


def test_a_change_without_substance_keeps_the_review(signed_in, reviewer):
    page = article_of(paragraph("Rest helps."))
    sign(page, reviewer)
    page = ArticlePage.objects.get(pk=page.pk)
    page.title = "Resting"
    page.notice_kind = "minor"
    page.notice_what = page.notice_why = "A letter."
    page.save_revision().publish()
    assert titles(signed_in, "edited-since-review") == []


def test_a_page_whose_source_was_retracted_is_found_when_it_is_looked_at(
    signed_in, reviewer
):
    reference = ReferenceFactory()
    page = citing(reference, title="Rest")
    sign(page, reviewer)
    assert edited.look_again() == 0
    reference.standing = "retracted"
    reference.save()
    assert titles(signed_in, "edited-since-review") == []
    assert edited.look_again() == 1
    assert edited.look_again() == 0
    assert titles(signed_in, "edited-since-review") == ["Rest"]


def test_what_was_published_before_notes_were_kept_is_noted_at_the_first_look(db):
    page = article_of(paragraph("Rest helps."))
    LiveFingerprint.objects.all().delete()
    assert edited.look_again() == 1
    noted = LiveFingerprint.objects.get()
    assert (noted.page_id, noted.fingerprint) == (
        page.pk,
        ArticlePage.objects.get().fingerprint(),
    )


def test_unpublished_pages_are_not_listed(signed_in, reviewer):
    page = article_of(paragraph("Rest helps."))
    sign(page, reviewer)
    page = write(page, paragraph("Rest may help."))
    page.unpublish()
    for slug in ("edited-since-review", "due-for-review", "sources-and-claims"):
        assert titles(signed_in, slug) == []


def test_reviews_are_listed_by_the_day_they_are_due(signed_in, reviewer, editor):
    today = timezone.localdate()
    for title, days in (("Later", 90), ("Soon", 30), ("Today", 0), ("Late", -3)):
        page = article_of(paragraph("Rest helps."), title=title)
        sign(page, reviewer)
        ReviewDate.objects.filter(page=page.pk).update(
            due_on=today + timedelta(days=days)
        )
    late = ReviewDate.objects.filter(page__title="Late")
    late.update(responsible=editor)
    ReviewDate.objects.filter(page__title="Today").update(
        reason="retraction", brought_forward_at=timezone.now()
    )
    slug = "due-for-review"
    found = rows(signed_in, slug)
    assert [(row[0], row[2], row[4]) for row in found] == [
        ("Late", "Overdue", "editor"),
        ("Today", "Due today", "All editors"),
        ("Soon", "", "All editors"),
        ("Later", "", "All editors"),
    ]
    assert "retracted" in found[1][3]
    assert titles(signed_in, slug, due="now") == ["Late", "Today"]
    assert titles(signed_in, slug, due="soon") == ["Late", "Today", "Soon"]
    assert titles(signed_in, slug, reason="retraction") == ["Today"]
    assert titles(signed_in, slug, mine="yes") == ["Late"]
    assert titles(signed_in, slug, mine="nobody") == ["Today", "Soon", "Later"]
    states = [row["State"] for row in exported(signed_in, slug, due="now")]
    assert states == ["Overdue", "Due today"]


def test_sources_in_trouble_and_claims_are_listed_by_page(signed_in):
    citing(ReferenceFactory(title="Herons", standing="retracted"), title="Wading")
    citing(ReferenceFactory(title="Gone", link_state="dead"), title="Links")
    citing(ReferenceFactory(title="Fine", standing="corrected"), title="Fine")
    article_of(paragraph(CLAIM), title="Claims")
    slug = "sources-and-claims"
    found = {row[0]: row[1:] for row in rows(signed_in, slug)}
    assert list(found) == ["Links", "Wading", "Claims", "Fine"]
    assert "Herons" in found["Wading"][0]
    assert "Retracted" in found["Wading"][0]
    assert found["Wading"][1:] == ["", "0"]
    assert found["Links"][0] == ""
    assert "Gone" in found["Links"][1]
    assert found["Claims"] == ["", "", "1"]
    assert titles(signed_in, slug, trouble="yes") == ["Links", "Wading"]
    assert titles(signed_in, slug, trouble="no") == ["Claims", "Fine"]
    claims = {row["Title"]: row["Those claims"] for row in exported(signed_in, slug)}
    assert claims["Claims"] == CLAIM


def test_authors_are_listed_whose_disclosure_expired(signed_in):
    today = timezone.localdate()
    DisclosureFactory(author=AuthorPageFactory(title="Told"), declared_on=today)
    expired = AuthorPageFactory(title="Expired")
    DisclosureFactory(author=expired, declared_on=today - timedelta(days=400))
    AuthorPageFactory(title="Silent")
    page = ArticlePageFactory(live=False)
    page.authorships.create(author=expired)
    page.save()
    publishing.excuse(ArticlePage.objects.get(), by=None, reason="It is for a test.")
    page.save_revision().publish()
    slug = "disclosures-expired"
    found = {row[0]: row[1:] for row in rows(signed_in, slug)}
    assert set(found) == {"Silent", "Expired"}
    assert found["Silent"] == ["Never", "0"]
    assert found["Expired"][1] == "1"
    assert titles(signed_in, slug, declared="expired") == ["Expired"]
    assert titles(signed_in, slug, declared="never") == ["Silent"]
    assert titles(signed_in, slug, writes="yes") == ["Expired"]
    assert titles(signed_in, slug, writes="no") == ["Silent"]


def test_publications_without_sign_off_say_why_and_whether_it_is_settled(
    client, reviewer
):
    head = make_user("head", ADMINISTRATOR)
    client.force_login(head)
    page = ArticlePageFactory(live=False, title="Urgent")
    page.save_revision(user=reviewer)
    publishing.publish_without_sign_off(page, by=head, reason="A recall today.")
    slug = "published-without-sign-off"
    assert [row[:3] for row in rows(client, slug)] == [
        ["Urgent", "A recall today.", "head"]
    ]
    assert titles(client, slug, is_unsigned="yes") == ["Urgent"]
    sign(page, reviewer)
    assert titles(client, slug, is_unsigned="yes") == []
    assert titles(client, slug, is_unsigned="no") == ["Urgent"]
    (row,) = exported(client, slug)
    assert (row["Reason"], row["Published by"]) == ("A recall today.", "head")


def allowed(client, user):
    client.force_login(user)
    menu = client.get("/admin/").content.decode()
    opened = {slug for slug in REPORTS if client.get(address(slug)).status_code == 200}
    partly = {
        slug
        for slug in REPORTS
        if client.get(f"{address(slug)}results/").status_code == 200
    }
    listed = {slug for slug in REPORTS if address(slug) in menu}
    assert opened == partly == listed
    return opened


def test_each_role_sees_its_own_reports(client, editor, moderator, reviewer):
    assert allowed(client, editor) == set(REPORTS)
    assert allowed(client, make_user("head", ADMINISTRATOR)) == set(REPORTS)
    assert allowed(client, reviewer) == {
        "due-for-review",
        "edited-since-review",
        "sources-and-claims",
    }
    assert allowed(client, moderator) == set()
    assert allowed(client, make_user("writer", CONTRIBUTOR)) == set()
    client.logout()
    for slug in REPORTS:
        assert client.get(address(slug)).status_code == 302


def test_reviewers_are_led_to_the_page_and_editors_to_the_editor(
    client, editor, reviewer
):
    page = article_of(paragraph("Rest helps."))
    for user, expected in (
        (editor, f"/admin/pages/{page.pk}/edit/"),
        (reviewer, page.url),
    ):
        client.force_login(user)
        html = client.get(address("sources-and-claims")).content.decode()
        assert f'href="{expected}"' in html


@pytest.mark.parametrize("slug", REPORTS)
def test_reports_are_exported_as_spreadsheets(signed_in, reviewer, slug):
    sign(article_of(paragraph("Rest helps.")), reviewer)
    response = signed_in.get(address(slug), {"export": "xlsx"})
    assert b"".join(response.streaming_content).startswith(b"PK")
    assert f'filename="{slug}.xlsx"' in response["Content-Disposition"]


@pytest.mark.parametrize("slug", REPORTS)
def test_reports_ask_nothing_of_nonsense(signed_in, slug):
    nonsense = {"due": "x", "reason": "\x00", "at_from": "x", "p": "x", "trouble": "'"}
    assert signed_in.get(address(slug), nonsense).status_code == 200


def test_a_retraction_that_a_check_finds_is_reported_at_once(signed_in, reviewer):
    reference = ReferenceFactory()
    sign(citing(reference, title="Rest"), reviewer)
    reference.standing = "retracted"
    reference.save()
    event = checking.Event(reference, "standing", "current", "retracted")
    checking._note(event, dict(checking.StandingState.choices))
    assert titles(signed_in, "edited-since-review") == ["Rest"]
