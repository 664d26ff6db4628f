"""Feeds with whole articles."""

import json

import pytest
from bs4 import BeautifulSoup
from defusedxml import ElementTree
from django.contrib.contenttypes.models import ContentType
from wagtail.models import Site

from blog.feed_content import portable
from blog.models import ArticlePage, Authorship
from references.models.choices import StandingState
from tests.factories.files import ImageFactory
from tests.factories.pages import (
    ArticlePageFactory,
    AuthorPageFactory,
    TopicPageFactory,
)
from tests.factories.references import ReferenceFactory

CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
CREATOR = "{http://purl.org/dc/elements/1.1/}creator"
ATOM = "{http://www.w3.org/2005/Atom}"


def mark(reference):
    return f'<a linktype="citation" id="{reference.pk}">[x]</a>'


def write(page, *sources):
    """Give an article a body with most of what loads something."""
    first, *rest = sources
    chosen = [
        {"type": "item", "id": f"{page.pk}-{source.pk}", "value": source.pk}
        for source in rest
    ]
    image = {"image": ImageFactory().pk, "alt_text": "A heron", "decorative": False}
    page.lead_image = ImageFactory()
    page.body = json.dumps(
        [
            {"type": "paragraph", "value": f"<p>Words{mark(first)}.</p>"},
            {"type": "image", "value": {"image": image, "caption": ""}},
            {
                "type": "evidence",
                "value": {
                    "claim": "<p>It helps.</p>",
                    "certainty": "low",
                    "sources": chosen,
                },
            },
            {"type": "heading", "id": "a", "value": {"level": "h2", "text": "More"}},
            {"type": "paragraph", "value": f"<p>Again{mark(first)}.</p>"},
        ]
    )
    page.save()


def make(number):
    for _ in range(number):
        page = ArticlePageFactory()
        page.topics.add(TopicPageFactory())
        write(page, ReferenceFactory(), ReferenceFactory(), ReferenceFactory())
        Authorship.objects.create(page=page, author=AuthorPageFactory())


def rss(client):
    return ElementTree.fromstring(client.get("/feed/").content)


@pytest.mark.parametrize("address", ["/feed/", "/feed.atom"])
def test_a_feed_costs_the_same_for_any_number_of_articles(
    client, db, django_assert_num_queries, address
):
    ContentType.objects.get_for_model(ArticlePage)
    for more in (1, 2, 7):
        make(more)
        Site.clear_site_root_paths_cache()
        client.get(address)
        with django_assert_num_queries(13):
            client.get(address)
    assert ArticlePage.objects.count() == 10


def test_numbers_and_list_are_those_of_the_page(client, article):
    sources = [ReferenceFactory() for _ in range(3)]
    write(article, *sources)
    html = rss(client).find("channel/item").findtext(CONTENT)
    content = BeautifulSoup(html, "html.parser")
    page = BeautifulSoup(client.get(article.url).content.decode(), "html.parser")
    numbers = [sup.get_text() for sup in content.find_all("sup")]
    assert numbers == [sup.get_text() for sup in page.select("sup.citations")]
    assert numbers == ["1", "2,3", "1"]
    listed = [li.get_text(" ", strip=True) for li in content.find_all("ol")[-1]("li")]
    assert len(listed) == 3
    assert all(
        source.title in line for source, line in zip(sources, listed, strict=True)
    )


def test_every_address_is_whole(client, article):
    write(article, ReferenceFactory())
    content = BeautifulSoup(
        rss(client).find("channel/item").findtext(CONTENT), "html.parser"
    )
    links = [tag["href"] for tag in content.find_all("a")]
    pictures = [tag["src"] for tag in content.find_all("img")]
    assert f"{article.full_url}#ref-1" in links
    assert len(pictures) == 2
    assert all(each.startswith(("http://", "https://")) for each in links + pictures)


def test_a_retracted_source_is_marked(client, article):
    write(article, ReferenceFactory(standing=StandingState.RETRACTED))
    html = rss(client).find("channel/item").findtext(CONTENT)
    assert "<strong>" in html
    assert "Retracted" in html


def test_both_feeds_carry_authors_topics_and_text(client, db):
    make(1)
    page = ArticlePage.objects.get()
    Authorship.objects.create(page=page, author=AuthorPageFactory(), sort_order=1)
    names = [byline.author.title for byline in page.authorships.all()]
    item = rss(client).find("channel/item")
    assert [each.text for each in item.findall(CREATOR)] == names
    assert item.findtext("category") == page.topics.get().title
    assert item.findtext("link") == page.full_url
    atom = ElementTree.fromstring(client.get("/feed.atom").content)
    entry = atom.find(f"{ATOM}entry")
    assert [each.text for each in entry.findall(f"{ATOM}author/{ATOM}name")] == names
    content = entry.find(f"{ATOM}content")
    assert content.get("type") == "html"
    assert content.text == item.findtext(CONTENT)


def test_the_feeds_own_addresses_are_those_of_the_site(client, article):
    root = Site.objects.get().root_url
    channel = rss(client).find("channel")
    assert channel.findtext("title") == "Citewell"
    assert channel.findtext("link") == f"{root}/"
    assert channel.find(f"{ATOM}link").get("href") == f"{root}/feed/"


def test_a_site_without_articles_has_a_feed(client, db):
    assert rss(client).findall("channel/item") == []


def test_control_characters_break_no_feed(client, article):
    ArticlePage.objects.update(title="A\x0bB", summary="C\x01D")
    item = rss(client).find("channel/item")
    assert (item.findtext("title"), item.findtext("description")) == ("A B", "CD")


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<script>alert(1)</script><p onclick='x'>A</p>", "<p>A</p>"),
        ("<form><input name='a'><button>B</button></form>C", "C"),
        ("<p class='x' style='y' id='z'>A</p>", "<p>A</p>"),
        ("<svg><text>A</text></svg>", ""),
        (
            "<a href='#ref-1'>1</a>",
            '<a href="https://example.org/a/#ref-1" rel="noopener noreferrer">1</a>',
        ),
        ("<a href='javascript:alert(1)'>A</a>", '<a rel="noopener noreferrer">A</a>'),
        (
            "<img src='/media/a.webp' srcset='/b 2x' alt='A'>",
            '<img src="https://example.org/media/a.webp" alt="A">',
        ),
    ],
)
def test_only_plain_elements_leave_the_site(html, expected):
    assert portable(html, "https://example.org/a/") == expected
