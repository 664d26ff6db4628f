"""Explorer, editor and reports take as many queries for 30 pages as for 3."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.roles import ADMINISTRATOR, MEDICAL_REVIEWER
from blog.models import ArticlePage, BlogIndexPage
from editorial import review
from editorial.models import ReviewDate
from tests.conftest import make_user
from tests.factories.editorial import publish_draft
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


def make_pages(number, reviewer):
    """Make drafts, and published pages that every report has something to say of."""
    for _ in range(number):
        reference = ReferenceFactory(standing="retracted", link_state="dead")
        mark = f'<a linktype="citation" id="{reference.pk}">1</a>'
        author = AuthorPageFactory()
        page = ArticlePageFactory(live=False)
        page.authorships.create(author=author)
        page.body = [("paragraph", f"<p>Rest helps.{mark} {CLAIM}</p>")]
        publish_draft(page)
        page = ArticlePage.objects.get(pk=page.pk)
        review.record(page, reviewer=reviewer, checked=[], at=timezone.now())
        page.title += "!"
        publish_draft(page)
        draft = ArticlePageFactory(live=False)
        draft.authorships.create(author=author)
        draft.save_revision(user=reviewer)
    ReviewDate.objects.update(due_on=timezone.localdate())


def queries(client, address):
    """Count those of a page that was opened before."""
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        response = client.get(address)
    return response.status_code, len(captured)


@pytest.fixture
def reviewer(db):
    return make_user("reviewer", MEDICAL_REVIEWER)


def test_explorer_and_reports_do_not_ask_per_row(client, editor, reviewer):
    index = BlogIndexPage.objects.get()
    addresses = [f"/admin/pages/{index.pk}/", "/admin/", "/admin/standards/"]
    addresses += [f"/admin/reports/{slug}/" for slug in REPORTS]
    users = [editor, reviewer, make_user("head", ADMINISTRATOR)]
    counted = []
    for number in (3, 27):
        make_pages(number, reviewer)
        editors = [
            f"/admin/pages/{ArticlePage.objects.filter(live=live).first().pk}/edit/"
            for live in (True, False)
        ]
        found = {}
        for user in users:
            client.force_login(user)
            for address in [*addresses, *editors]:
                found[user.username, address] = queries(client, address)
        counted.append(found)
    few, many = counted
    assert many == few
    assert {found[0] for who, found in few.items() if who[0] != "reviewer"} == {200}
