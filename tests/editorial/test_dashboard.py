"""What waits today, on the home page of the admin."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone

from accounts.roles import CONTRIBUTOR, MEDICAL_REVIEWER
from blog.models import ArticlePage
from editorial import review
from editorial.models import ReviewDate
from tests.conftest import make_user
from tests.factories.authors import DisclosureFactory
from tests.factories.editorial import article_of, ask, paragraph, write
from tests.factories.pages import ArticlePageFactory, AuthorPageFactory
from tests.factories.references import ReferenceFactory

CLAIM = "Aspirin prevents clots."


@pytest.fixture
def reviewer(db):
    return make_user("reviewer", MEDICAL_REVIEWER)


def lines(client, user):
    """Give the lines of the panel, each with its address; None without a panel."""
    client.force_login(user)
    page = BeautifulSoup(client.get("/admin/").content.decode(), "html.parser")
    found = page.select_one("ul.today")
    if found is None:
        return None
    return {
        " ".join(link.get_text().split()): link["href"] for link in found.select("a")
    }


def trouble(reviewer, number):
    """Make as many of everything that is counted."""
    for _ in range(number):
        reference = ReferenceFactory(standing="retracted")
        mark = f'<a linktype="citation" id="{reference.pk}">1</a>'
        page = article_of(paragraph(f"{CLAIM}{mark}"))
        review.record(
            ArticlePage.objects.get(pk=page.pk),
            reviewer=reviewer,
            checked=[],
            at=timezone.now(),
        )
        ask(page, CLAIM)
        ReviewDate.objects.filter(page=page.pk).update(due_on=timezone.localdate())
        write(page, paragraph(f"{CLAIM} So it is said.{mark}"))
        author = AuthorPageFactory()
        DisclosureFactory(
            author=author, declared_on=timezone.localdate() - timedelta(days=400)
        )


def submit(number, user):
    """Send drafts to their first step, and that done, to the medical review."""
    author = AuthorPageFactory()
    DisclosureFactory(author=author)
    for _ in range(number):
        page = ArticlePageFactory(live=False, summary="Rest helps.")
        page.authorships.create(author=author)
        page.save_revision(user=user)
        state = page.get_workflow().start(page, user)
        state.current_task_state.approve(user=user)


def test_every_count_leads_to_what_is_counted(client, editor, reviewer):
    trouble(reviewer, 2)
    found = lines(client, editor)
    assert list(found) == [
        "2 articles due for review",
        "2 articles edited since review",
        "2 articles on sources in trouble",
        "2 sentences that readers want a source for",
        "2 authors must disclose interests anew",
    ]
    for address in found.values():
        response = client.get(address)
        assert response.status_code == 200
        assert response.context["items_count"] == 2


def test_a_reviewer_reads_what_waits_for_the_own_review(client, editor, reviewer):
    submit(1, editor)
    trouble(reviewer, 1)
    found = lines(client, reviewer)
    assert list(found) == [
        "1 article awaits your review",
        "1 article due for review",
        "1 article edited since review",
        "1 article on a source in trouble",
    ]
    path, _, place = found["1 article awaits your review"].partition("#")
    home = BeautifulSoup(client.get(path).content.decode(), "html.parser")
    assert len(home.select(f"#{place} table.listing > tr, #{place} tbody > tr")) == 1


def test_where_nothing_waits_there_is_no_panel(client, editor):
    assert lines(client, editor) is None


def test_moderators_and_contributors_see_none(client, moderator, reviewer):
    trouble(reviewer, 1)
    assert lines(client, moderator) is None
    assert lines(client, make_user("writer", CONTRIBUTOR)) is None
