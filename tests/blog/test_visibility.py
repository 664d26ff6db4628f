"""What a contributor finds in the admin."""

import pytest

from accounts.roles import CONTRIBUTOR
from blog.models import BlogIndexPage
from tests.conftest import make_user
from tests.factories.pages import ArticlePageFactory


@pytest.fixture
def contributor(db):
    return make_user("contributor", CONTRIBUTOR)


@pytest.fixture
def pages(contributor, editor):
    ArticlePageFactory(title="Own draft", live=False, owner=contributor)
    ArticlePageFactory(title="Foreign draft", live=False, owner=editor)
    ArticlePageFactory(title="Published by somebody", owner=editor)


@pytest.mark.parametrize(
    "address",
    [
        "/admin/pages/{index}/",
        "/admin/pages/search/?q=draft",
        "/admin/choose-page/{index}/",
        "/admin/choose-page/search/?q=draft",
    ],
)
def test_a_contributor_finds_no_draft_of_others(client, contributor, pages, address):
    client.force_login(contributor)
    index = BlogIndexPage.objects.get().pk
    html = client.get(address.format(index=index)).content.decode()
    assert ("Own draft" in html, "Foreign draft" in html) == (True, False)


def test_an_editor_finds_every_draft(client, editor, pages):
    client.force_login(editor)
    index = BlogIndexPage.objects.get().pk
    html = client.get(f"/admin/pages/{index}/").content.decode()
    assert ("Own draft" in html, "Foreign draft" in html) == (True, True)


def test_a_contributor_opens_no_draft_of_others(client, contributor, editor, pages):
    foreign = ArticlePageFactory(title="Foreign", live=False, owner=editor)
    client.force_login(contributor)
    assert client.get(f"/admin/pages/{foreign.pk}/edit/").status_code == 302
