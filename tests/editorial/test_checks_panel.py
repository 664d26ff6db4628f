"""The list of claims in the checks panel of the page editor."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from accounts.roles import CONTRIBUTOR
from blog.models import ArticlePage, BlogIndexPage
from tests.conftest import make_user
from tests.factories.pages import ArticlePageFactory
from tests.factories.references import ReferenceFactory

CLAIM = "Aspirin prevents clots."


def body(*texts):
    return [
        {"type": "paragraph", "value": f"<p>{text}</p>", "id": f"b{n}"}
        for n, text in enumerate(texts)
    ]


def make_article(*texts, **fields):
    article = ArticlePageFactory(**fields)
    article.body = article.body.stream_block.to_python(body(*texts))
    article.save()
    article.save_revision()
    return article


def url(page):
    return reverse("editorial_claims", args=[page.pk])


def listed(client, page):
    answer = client.get(url(page))
    assert answer.status_code == 200
    items = BeautifulSoup(answer.content, "html.parser").find_all("li")
    return [(item.a["href"], item.a.get_text(), item.span.get_text()) for item in items]


@pytest.fixture
def signed_in(client, editor):
    client.force_login(editor)
    return client


def test_claims_are_listed_with_links_to_their_blocks(signed_in):
    reference = ReferenceFactory()
    mark = f'<a linktype="citation" id="{reference.pk}">[cite]</a>'
    page = make_article("Water is wet.", CLAIM, f"Aspirin thins blood.{mark}")
    assert listed(signed_in, page) == [
        ("#:w:contentpath=body.b1", CLAIM, "effect"),
    ]


def test_the_newest_draft_is_read(signed_in):
    page = make_article("Water is wet.")
    page.body = page.body.stream_block.to_python(body(CLAIM))
    page.save_revision()
    assert [sentence for _, sentence, _ in listed(signed_in, page)] == [CLAIM]


def test_sources_chosen_beside_a_claim_count(signed_in):
    reference = ReferenceFactory()
    page = make_article()
    value = {"claim": f"<p>{CLAIM}</p>", "certainty": "low", "sources": [reference.pk]}
    page.body = page.body.stream_block.to_python([{"type": "evidence", "value": value}])
    page.save_revision()
    assert listed(signed_in, page) == []


def test_what_a_text_says_is_escaped(signed_in):
    page = make_article("Aspirin prevents clots &lt;script&gt;x&lt;/script&gt;.")
    answer = signed_in.get(url(page)).content.decode()
    assert "clots &lt;script&gt;" in answer
    assert "<script>" not in answer


@pytest.mark.parametrize("blocks", [1, 3, 40])
def test_the_number_of_queries_does_not_grow(
    signed_in, blocks, django_assert_num_queries
):
    page = make_article(*[CLAIM] * blocks)
    signed_in.get(url(page))
    with django_assert_num_queries(13):
        assert len(listed(signed_in, page)) == blocks


def test_a_page_without_text_fields_has_no_claims(signed_in):
    assert listed(signed_in, BlogIndexPage.objects.get()) == []


def test_a_page_that_is_gone_is_not_found(signed_in):
    assert signed_in.get(reverse("editorial_claims", args=[999_999])).status_code == 404


def test_a_moderator_is_refused(client, moderator):
    client.force_login(moderator)
    answer = client.get(url(make_article(CLAIM)))
    assert CLAIM not in answer.content.decode()
    assert (answer.status_code, answer.get("Location")) == (
        302,
        reverse("wagtailadmin_home"),
    )


def test_a_contributor_sees_their_own_draft_only(client, db):
    contributor = make_user("contributor", CONTRIBUTOR)
    client.force_login(contributor)
    own = make_article(CLAIM, live=False, owner=contributor)
    assert len(listed(client, own)) == 1
    assert client.get(url(make_article(CLAIM, live=False))).status_code == 302


def test_a_visitor_is_asked_to_sign_in(client, db):
    answer = client.get(url(make_article(CLAIM)))
    assert answer.status_code == 302
    assert answer["Location"].startswith(reverse("wagtailadmin_login"))


def test_the_editor_has_a_place_for_the_list(signed_in):
    page = make_article(CLAIM)
    answer = signed_in.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    html = BeautifulSoup(answer.content, "html.parser")
    place = html.select_one('[data-side-panel="checks"] [data-claims]')
    assert place["data-claims"] == reverse("editorial_claims", args=[0])
    assert place["data-page"] == str(page.pk)
    assert html.select_one('script[src$="js/admin/claims.js"][type=module]')


def test_a_new_page_has_a_place_without_a_page(signed_in):
    parent = BlogIndexPage.objects.get()
    address = reverse("wagtailadmin_pages:add", args=["blog", "articlepage", parent.pk])
    html = BeautifulSoup(signed_in.get(address).content, "html.parser")
    assert "data-page" not in html.select_one("[data-claims]").attrs


def test_a_reference_has_no_such_place(signed_in):
    reference = ReferenceFactory()
    address = f"/admin/snippets/references/reference/edit/{reference.pk}/"
    html = BeautifulSoup(signed_in.get(address).content, "html.parser")
    assert html.select_one("[data-checks-panel]") is not None
    assert html.select_one("[data-claims]") is None


def test_claims_never_keep_a_page_from_being_published(editor):
    page = make_article(CLAIM, live=False)
    page.get_latest_revision().publish(user=editor)
    assert ArticlePage.objects.get(pk=page.pk).live is True


def test_readers_get_nothing_of_it(client, db):
    page = make_article(CLAIM)
    html = client.get(page.url).content.decode()
    assert CLAIM in html
    assert "claims" not in html
