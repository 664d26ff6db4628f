"""The sheet of standards: what is met, what is not, what a person must judge."""

import csv
import json
from datetime import date, timedelta
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.roles import CONTRIBUTOR, MEDICAL_REVIEWER
from blog.models import ArticlePage
from editorial import review
from editorial.models import ReviewDate
from editorial.standards import sheet
from editorial.standards.facts import ArticleFacts, AuthorFacts, SiteFacts
from editorial.standards.lines import LINES
from editorial.standards.verdict import State
from tests.conftest import make_user
from tests.factories.authors import DisclosureFactory
from tests.factories.editorial import article_of, paragraph, publish_draft, write
from tests.factories.pages import ArticlePageFactory, AuthorPageFactory
from tests.factories.references import ReferenceFactory

TODAY = date(2026, 3, 2)
DRAFT = ArticleFacts("Rest", "", "/admin/pages/9/edit/", TODAY)
COMPLETE = ArticleFacts(
    title="Rest",
    url="/articles/rest/",
    edit_url="/admin/pages/9/edit/",
    today=TODAY,
    is_live=True,
    funding="Nobody.",
    authors=(
        AuthorFacts(
            "Heron", "/authors/heron/", "MD", ("A clinic",), "/authors/heron/d/"
        ),
    ),
    is_reviewed=True,
    signed_by="Egret",
    signed_on=date(2026, 1, 1),
    due_on=date(2028, 1, 1),
    published_on=date(2026, 1, 2),
    source_count=1,
    version_count=1,
    takes_requests=True,
    markup={
        "@type": ["MedicalWebPage"],
        "author": [
            dict.fromkeys(("name", "honorificSuffix", "jobTitle", "url", "sameAs"), "x")
        ],
        **dict.fromkeys(("aspect", "medicalAudience", "about"), "x"),
        **dict.fromkeys(("reviewedBy", "lastReviewed"), "x"),
        **dict.fromkeys(("datePublished", "dateModified"), "x"),
        "citation": [{}],
    },
)
REPORTS = dict.fromkeys(
    ("disclosures", "due", "edited", "notices", "sources", "requests"), "/r/"
)
EMPTY_SITE = SiteFacts("https://example.org", "/admin/settings/", REPORTS)
FULL_SITE = SiteFacts(
    "https://example.org",
    "/admin/settings/",
    REPORTS,
    publisher="Reed",
    contact="reed@example.org",
    disclaimer="It replaces nobody.",
    policies=dict.fromkeys(
        ("editorial_policy", "privacy_policy", "comment_policy"), "/p/"
    ),
    review_months=24,
    has_medical_review=True,
    articles=2,
    reviewed=2,
    planned=2,
    sources=3,
)


def states(rows):
    return {row.line.id: row.verdict.state for row in rows}


def state_of(line, article):
    return states(sheet.of_article(article))[line]


def test_every_line_has_an_own_id_and_somebody_who_answers():
    ids = [line.id for line in LINES]
    assert len(set(ids)) == len(ids)
    assert [line.id for line in LINES if not (line.article or line.site)] == []
    families = ("NHS-", "PIF-", "J", "H", "I", "S", "W", "DISCERN-", "rMETRIQ-", "L")
    for family in families:
        assert any(name.startswith(family) for name in ids)


def test_what_is_met_shows_where():
    for row in [*sheet.of_article(COMPLETE), *sheet.of_site(FULL_SITE)]:
        if row.verdict.state is State.MET:
            assert [link for link in row.verdict.evidence if not link.url] == []
            assert row.verdict.evidence


def test_what_is_not_met_says_why():
    for row in [*sheet.of_article(DRAFT), *sheet.of_site(EMPTY_SITE)]:
        if row.verdict.state is State.NOT_MET:
            assert row.verdict.remark


def test_a_program_never_claims_what_a_person_must_judge():
    judged = {"NHS-2a", "NHS-4a", "NHS-5a", "NHS-6a", "PIF-4", "DISCERN-6", "S8", "H5"}
    found = states(sheet.of_article(COMPLETE))
    assert {found[line] for line in judged} == {State.JUDGE}
    site = states(sheet.of_site(FULL_SITE))
    assert {site[line] for line in ("NHS-1e", "NHS-1h", "H3", "H8", "W3", "J3c")} == {
        State.JUDGE
    }


def test_a_complete_article_and_a_complete_site_lack_nothing():
    for rows in (sheet.of_article(COMPLETE), sheet.of_site(FULL_SITE)):
        lacking = [row.line.id for row in rows if row.verdict.state is State.NOT_MET]
        assert lacking == []


def test_an_empty_draft_and_an_empty_site_meet_nothing_that_records_should_show():
    expected = {"NHS-1a", "NHS-1d", "NHS-7", "J1", "J2", "J3a", "J4", "H1", "I1", "I13"}
    found = states(sheet.of_article(DRAFT))
    assert {found[line] for line in expected} == {State.NOT_MET}
    site = states(sheet.of_site(EMPTY_SITE))
    assert {site[line] for line in ("NHS-1a", "NHS-1c", "NHS-7", "H2", "H6")} == {
        State.NOT_MET
    }


@pytest.mark.parametrize(
    ("line", "change"),
    [
        ("NHS-1a", {"is_reviewed": False}),
        ("NHS-1b", {"due_on": TODAY - timedelta(days=1)}),
        ("NHS-7", {"due_on": date(2029, 1, 3)}),
        ("NHS-2f", {"findings": {"retracted_sources": 1}}),
        ("NHS-8", {"findings": {"relative_risks": 1}}),
        ("NHS-3a", {"findings": {"picture_rights": 1}}),
        ("H5", {"findings": {"uncited_claims": 2}}),
        ("H7", {"funding": ""}),
        ("J1", {"authors": (AuthorFacts("Heron", "/authors/heron/", "MD"),)}),
        ("J3a", {"authors": (AuthorFacts("Heron", qualifications="MD"),)}),
        ("S1", {"markup": {"@type": ["MedicalWebPage"]}}),
        ("S2", {"is_reviewed": False}),
        ("S5", {"source_count": 2}),
        ("S6", {"correction_count": 1}),
        ("PIF-8", {"takes_requests": False}),
        ("NHS-1l", {"requests_waiting": 1}),
    ],
)
def test_what_is_missing_is_noticed(line, change):
    assert state_of(line, COMPLETE) in (State.MET, State.JUDGE)
    changed = ArticleFacts(**{**COMPLETE.__dict__, **change})
    assert state_of(line, changed) is State.NOT_MET


def test_three_years_may_hold_a_leap_day():
    facts = {**COMPLETE.__dict__, "signed_on": date(2026, 1, 1)}
    three = ArticleFacts(**{**facts, "due_on": date(2029, 1, 1)})
    assert state_of("NHS-7", three) is State.MET


@pytest.fixture
def reviewer(db):
    return make_user("reviewer", MEDICAL_REVIEWER)


def sheet_of(page):
    return f"/admin/standards/{page.pk}/"


def shown(client, address):
    page = BeautifulSoup(client.get(address).content.decode(), "html.parser")
    return {
        row["id"]: row.select_one("[data-state]")["data-state"]
        for row in page.select(".standards tbody tr")
    }


def test_the_sheet_of_an_article_follows_its_records(client, editor, reviewer):
    source = ReferenceFactory()
    author = AuthorPageFactory(post_nominals="MD")
    disclosure = DisclosureFactory(author=author)
    page = ArticlePageFactory(live=False, title="Rest")
    page.authorships.create(author=author)
    mark = f'<a linktype="citation" id="{source.pk}">1</a>'
    page.body = [("paragraph", f"<p>Rest helps.{mark}</p>")]
    publish_draft(page)
    page = ArticlePage.objects.get(pk=page.pk)
    client.force_login(editor)
    found = shown(client, sheet_of(page))
    assert (found["J2"], found["J4"], found["S5"]) == ("met", "met", "met")
    assert (found["I1"], found["H1"]) == ("met", "met")
    assert (found["NHS-1a"], found["S2"]) == ("not met", "not met")
    review.record(page, reviewer=reviewer, checked=[], at=timezone.now())
    found = shown(client, sheet_of(page))
    assert (found["NHS-1a"], found["NHS-7"], found["S2"]) == ("met", "met", "met")
    html = client.get(sheet_of(page)).content.decode()
    assert f"{author.url}disclosures/{disclosure.pk}/" in html
    write(page, paragraph("Rest may help."))
    found = shown(client, sheet_of(page))
    assert (found["NHS-1a"], found["J2"], found["S2"]) == ("not met",) * 3


def test_the_evidence_can_be_opened(client, editor, reviewer):
    author = AuthorPageFactory(post_nominals="MD")
    DisclosureFactory(author=author)
    page = ArticlePageFactory(live=False)
    page.authorships.create(author=author)
    publish_draft(page)
    page = ArticlePage.objects.get(pk=page.pk)
    review.record(page, reviewer=reviewer, checked=[], at=timezone.now())
    client.force_login(editor)
    for address in (sheet_of(page), "/admin/standards/"):
        answer = client.get(address, {"export": "json"}).json()
        urls = {
            link["url"]
            for line in answer["lines"]
            if line["state"] == "met"
            for link in line["evidence"]
        }
        assert urls
        for url in urls:
            path = urlsplit(url).path or "/"
            assert (url, client.get(path).status_code) == (url, 200)


def test_a_draft_has_a_sheet_too(client, editor):
    page = ArticlePageFactory(live=False)
    page.save_revision()
    client.force_login(editor)
    found = shown(client, sheet_of(page))
    assert (found["J4"], found["S4"], found["NHS-1f"]) == ("not met",) * 3


def test_both_sheets_are_exported(client, editor, reviewer):
    page = article_of(paragraph("Rest helps."), title="Rest")
    client.force_login(editor)
    for address in (sheet_of(page), "/admin/standards/"):
        found = shown(client, address)
        text = client.get(address, {"export": "csv"}).content.decode()
        rows = list(csv.DictReader(text.splitlines()))
        assert {row["id"]: row["state"] for row in rows} == found
        answer = json.loads(client.get(address, {"export": "json"}).content)
        assert {line["id"]: line["state"] for line in answer["lines"]} == found
        assert all(line["known_by"] for line in answer["lines"])
    assert client.get(sheet_of(page), {"export": "json"}).json()["title"] == "Rest"
    assert client.get(sheet_of(page), {"export": "nonsense"}).status_code == 200


def test_who_may_see_the_sheets(client, editor, moderator, reviewer):
    page = article_of(paragraph("Rest helps."))
    writer = make_user("writer", CONTRIBUTOR)
    own = ArticlePageFactory(live=False, owner=writer)
    own.save_revision(user=writer)
    expected = {
        editor: (200, 200, 200),
        reviewer: (200, 200, 200),
        writer: (302, 302, 200),
        moderator: (302, 302, 302),
    }
    for user, statuses in expected.items():
        client.force_login(user)
        addresses = ("/admin/standards/", sheet_of(page), sheet_of(own))
        assert (
            user.username,
            *(client.get(address).status_code for address in addresses),
        ) == (user.username, *statuses)
    client.force_login(editor)
    edit = client.get(f"/admin/pages/{page.pk}/edit/").content.decode()
    assert sheet_of(page) in edit
    assert client.get(f"/admin/standards/{page.get_parent().pk}/").status_code == 404
    assert client.get("/admin/standards/999999/").status_code == 404


def test_the_sheet_of_the_site_counts_articles_in_a_fixed_number_of_queries(
    client, editor, reviewer
):
    client.force_login(editor)
    counted = []
    for number in (1, 4):
        for _ in range(number):
            page = article_of(paragraph("Rest helps."))
            page = ArticlePage.objects.get(pk=page.pk)
            review.record(page, reviewer=reviewer, checked=[], at=timezone.now())
        assert shown(client, "/admin/standards/")["NHS-1a"] == "met"
        with CaptureQueriesContext(connection) as captured:
            client.get("/admin/standards/")
        counted.append(len(captured))
    assert counted[0] == counted[1]
    ReviewDate.objects.filter(page=page.pk).update(due_on=date(2020, 1, 1))
    found = shown(client, "/admin/standards/")
    assert (found["NHS-1a"], found["NHS-1b"]) == ("met", "not met")
    article_of(paragraph("Nobody signed this."))
    assert shown(client, "/admin/standards/")["NHS-1a"] == "not met"
