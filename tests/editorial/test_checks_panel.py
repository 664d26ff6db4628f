"""The checklist in the checks panel of the page editor."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.models import Site

from accounts.roles import CONTRIBUTOR
from blog.models import BlogIndexPage
from editorial.models import ChecklistSettings
from tests.conftest import make_user
from tests.factories.authors import DisclosureFactory
from tests.factories.pages import ArticlePageFactory
from tests.factories.references import ReferenceFactory

CLAIM = "Aspirin prevents clots."


def body(*texts):
    return [
        {"type": "paragraph", "value": f"<p>{text}</p>", "id": f"b{n}"}
        for n, text in enumerate(texts)
    ]


def make_article(*texts, **fields):
    """Make an article that lacks nothing but what its texts lack."""
    article = ArticlePageFactory(**{"summary": "What it is about."} | fields)
    article.authorships.create(author=DisclosureFactory().author)
    article.body = article.body.stream_block.to_python(body(*texts))
    article.save()
    article.save_revision()
    return article


def url(page):
    return reverse("editorial_checklist", args=[page.pk])


def shown(client, page):
    answer = client.get(url(page))
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser")


def listed(client, page):
    """Give rule, place, words and detail of each finding."""
    return [
        (
            item.find_parent("details")["data-rule"],
            item.a["href"].removeprefix("#:w:contentpath="),
            item.a.get_text(),
            item.span.get_text() if item.span else "",
        )
        for item in shown(client, page).find_all("li")
    ]


def counts(client, page):
    headings = shown(client, page).find_all("h3")
    return [int(heading.get_text().split(":")[1]) for heading in headings]


@pytest.fixture
def signed_in(client, editor):
    client.force_login(editor)
    return client


def test_nothing_is_said_in_words_too(signed_in):
    page = make_article("Water is wet.")
    assert listed(signed_in, page) == []
    assert counts(signed_in, page) == [0, 0]
    assert "Nothing that this list knows of." in shown(signed_in, page).get_text()


def test_what_is_in_the_way_stands_apart(signed_in):
    page = make_article(CLAIM, summary="")
    assert counts(signed_in, page) == [1, 1]
    assert listed(signed_in, page) == [
        ("summary", "summary", "Write a summary.", ""),
        ("uncited_claims", "body.b0", CLAIM, "effect"),
    ]


def test_a_site_weighs_what_is_found(signed_in):
    page = make_article(CLAIM, summary="")
    ChecklistSettings.objects.create(
        site=Site.objects.get(), summary="off", uncited_claims="block"
    )
    assert counts(signed_in, page) == [1, 0]
    assert [found[0] for found in listed(signed_in, page)] == ["uncited_claims"]


def test_claims_are_listed_with_links_to_their_blocks(signed_in):
    reference = ReferenceFactory()
    mark = f'<a linktype="citation" id="{reference.pk}">[cite]</a>'
    page = make_article("Water is wet.", CLAIM, f"Aspirin thins blood.{mark}")
    assert listed(signed_in, page) == [("uncited_claims", "body.b1", CLAIM, "effect")]


def test_the_newest_draft_is_read(signed_in):
    page = make_article("Water is wet.")
    page.body = page.body.stream_block.to_python(body(CLAIM))
    page.save_revision()
    assert [found[2] for found in listed(signed_in, page)] == [CLAIM]


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
    references = ReferenceFactory.create_batch(blocks, standing="retracted")
    page = make_article(
        *[
            f'{CLAIM}</p><p>No.<a linktype="citation" id="{each.pk}">[cite]</a>'
            for each in references
        ]
    )
    signed_in.get(url(page))
    ChecklistSettings.objects.create(site=Site.objects.get(), readability="off")
    with django_assert_num_queries(20):
        assert len(listed(signed_in, page)) == 2 * blocks


def test_a_page_without_text_fields_has_no_claims(signed_in):
    assert listed(signed_in, BlogIndexPage.objects.get()) == []


def test_a_page_that_is_gone_is_not_found(signed_in):
    assert (
        signed_in.get(reverse("editorial_checklist", args=[999_999])).status_code == 404
    )


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
    assert CLAIM in shown(client, own).get_text()
    assert client.get(url(make_article(CLAIM, live=False))).status_code == 302


def test_a_visitor_is_asked_to_sign_in(client, db):
    answer = client.get(url(make_article(CLAIM)))
    assert answer.status_code == 302
    assert answer["Location"].startswith(reverse("wagtailadmin_login"))


def test_the_editor_has_a_place_for_the_list(signed_in):
    page = make_article(CLAIM)
    answer = signed_in.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    html = BeautifulSoup(answer.content, "html.parser")
    place = html.select_one('[data-side-panel="checks"] [data-checklist]')
    assert place["data-checklist"] == reverse("editorial_checklist", args=[0])
    assert place["data-page"] == str(page.pk)
    assert html.select_one('script[src$="js/admin/checklist.js"][type=module]')


def test_a_new_page_has_a_place_without_a_page(signed_in):
    parent = BlogIndexPage.objects.get()
    address = reverse("wagtailadmin_pages:add", args=["blog", "articlepage", parent.pk])
    html = BeautifulSoup(signed_in.get(address).content, "html.parser")
    assert "data-page" not in html.select_one("[data-checklist]").attrs


def test_a_reference_has_no_such_place(signed_in):
    reference = ReferenceFactory()
    address = f"/admin/snippets/references/reference/edit/{reference.pk}/"
    html = BeautifulSoup(signed_in.get(address).content, "html.parser")
    assert html.select_one("[data-checks-panel]") is not None
    assert html.select_one("[data-checklist]") is None


def test_readers_get_nothing_of_it(client, db):
    page = make_article(CLAIM)
    html = client.get(page.url).content.decode()
    assert CLAIM in html
    assert "checklist" not in html
