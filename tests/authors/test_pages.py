"""What readers see of credentials and disclosures."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import PageViewRestriction, Site

from blog.bylines import keep_disclosures
from blog.models import ArticlePage, Authorship
from tests.factories.authors import CredentialFactory, DisclosureFactory, answers
from tests.factories.pages import AuthorPageFactory

HOSTILE = "<script>alert(1)</script> & “Quill”"


@pytest.fixture
def author(db):
    return AuthorPageFactory(title="Ines Fern")


def days(number):
    return timezone.localdate() + timedelta(days=number)


def text(client, address):
    page = BeautifulSoup(client.get(address).content.decode(), "html.parser")
    return " ".join(page.main.get_text(" ").split())


def address(disclosure):
    return f"{disclosure.author.url}disclosures/{disclosure.pk}/"


def declared(author, statement="She owns Quill.", on=0, entity="Quill"):
    return DisclosureFactory(
        author=author,
        declared_on=days(on),
        statement=statement,
        answers=answers(stock=[{"entity": entity, "detail": "owner"}]),
    )


# The page of an author


def test_a_credential_is_shown_until_it_expires(client, author):
    CredentialFactory(author=author, checked_on=days(-9), expires_on=days(1))
    CredentialFactory(
        author=author, title="Old", checked_on=days(-9), expires_on=days(0)
    )
    CredentialFactory(
        author=author, title="New", checked_on=None, expires_on=None, checker_name=""
    )
    said = text(client, author.url)
    day = days(-9)
    assert (
        f"Licensed physician. Licence checked on {day.day} {day:%B %Y} by Ada Finch"
        " (Medical Council of Elsewhere)"
    ) in said
    assert ("Old" in said, "New" in said) == (False, False)


def test_no_public_page_prints_a_number(client, author, article):
    credential = CredentialFactory(author=author)
    given = declared(author)
    Authorship.objects.create(page=article, author=author, disclosure=given)
    author.save_revision().publish()
    addresses = [
        *(author.url, address(given), article.url, "/authors/", "/articles/", "/"),
        *("/feed/", "/feed.atom", "/sitemap.xml", "/search/?q=" + credential.number),
    ]
    for each in addresses[:-1]:
        page = client.get(each)
        assert (page.status_code, credential.number in page.content.decode()) == (
            200,
            False,
        )
    assert "Ines Fern" not in text(client, addresses[-1])
    contents = [str(one.content) for one in author.revisions.all()]
    assert [one for one in contents if credential.number in one] == []


def test_the_last_disclosure_takes_the_place_of_the_interests(client, author):
    author.interests = "An old sentence."
    author.save()
    assert "An old sentence." in text(client, author.url)
    declared(author, on=-40, statement="She owned Moss.")
    given = declared(author)
    said = text(client, author.url)
    assert "She owns Quill." in said
    assert ("An old sentence." in said, "She owned Moss." in said) == (False, False)
    assert f'href="{address(given)}"' in client.get(author.url).content.decode()


def test_who_declares_nothing_is_said_to(client, author):
    DisclosureFactory(author=author)
    assert "Nothing to declare." in text(client, author.url)


def test_an_author_costs_the_same_for_any_number_of_rows(client, author):
    counts = []
    for rows in (1, 3, 9):
        for number in range(rows):
            CredentialFactory(author=author)
            given = declared(author, on=-number)
        Site.clear_site_root_paths_cache()
        for each in (author.url, address(given)):
            client.get(each)
            with CaptureQueriesContext(connection) as queries:
                client.get(each)
            counts.append(len(queries))
    assert counts == counts[:2] * 3


# A whole disclosure


def test_a_whole_disclosure_has_thirteen_dated_lines(client, author):
    given = declared(author)
    earlier = declared(author, on=-40)
    page = BeautifulSoup(client.get(address(given)).content.decode(), "html.parser")
    rows = [" ".join(row.td.get_text(" ").split()) for row in page.select("tbody tr")]
    assert rows == [*["None"] * 10, "Quill – owner", "None", "None"]
    assert page.select_one("time")["datetime"] == given.declared_on.isoformat()
    links = [link["href"] for link in page.select(".prose a")]
    assert links == [address(earlier)]


def test_an_old_one_says_so(client, author):
    old = declared(author, on=-400)
    assert "more than twelve months old" in text(client, address(old))
    assert "more than twelve months" not in text(client, address(declared(author)))


def test_hostile_words_stay_words(client, author, article):
    given = declared(author, statement=HOSTILE, entity=HOSTILE)
    Authorship.objects.create(page=article, author=author, disclosure=given)
    for each in (author.url, address(given), article.url):
        html = client.get(each).content.decode()
        assert "<script>alert" not in html
        assert HOSTILE in text(client, each)


@pytest.mark.parametrize("key", ["0", "99999999999999999999", "x", ""])
def test_unknown_disclosures_are_not_found(client, author, key):
    assert client.get(f"{author.url}disclosures/{key}/").status_code == 404


def test_one_of_another_author_is_not_found(client, author):
    foreign = DisclosureFactory()
    answer = client.get(f"{author.url}disclosures/{foreign.pk}/")
    assert answer.status_code == 404


def test_none_is_shown_of_an_author_who_is_not_public(client, author):
    given = declared(author)
    author.unpublish()
    assert client.get(address(given)).status_code == 404
    hidden = declared(AuthorPageFactory())
    PageViewRestriction.objects.create(
        page=hidden.author, restriction_type=PageViewRestriction.LOGIN
    )
    assert client.get(address(hidden)).status_code == 302


# The byline


@pytest.fixture
def row(article, author):
    author.interests = "A sentence of the profile."
    author.save()
    return Authorship.objects.create(page=article, author=author)


def byline(client, row):
    page = BeautifulSoup(client.get(row.page.url).content.decode(), "html.parser")
    found = page.select_one(".byline__authors")
    links = [link["href"] for link in found.select(".disclosure-link")]
    return " ".join(found.get_text(" ").split()), links


def keep(row):
    page = ArticlePage.objects.get(pk=row.page_id)
    keep_disclosures(page)
    page.save()


def test_without_a_disclosure_the_profile_speaks(client, row):
    said, links = byline(client, row)
    assert "Interests: A sentence of the profile." in said
    assert links == []


def test_the_kept_disclosure_speaks_with_a_link_to_all_of_it(client, row, author):
    given = declared(author)
    keep(row)
    said, links = byline(client, row)
    assert "Interests: She owns Quill." in said
    assert "A sentence of the profile." not in said
    assert links == [address(given)]


def test_nothing_to_declare_is_said_quietly(client, row, author):
    given = DisclosureFactory(author=author)
    keep(row)
    said, links = byline(client, row)
    assert "Nothing to declare." in said
    assert "Interests:" not in said
    assert links == [address(given)]


def test_a_new_disclosure_does_not_change_the_byline_by_itself(client, row, author):
    kept = declared(author, on=-40, statement="She owned Moss.")
    keep(row)
    declared(author)
    said, links = byline(client, row)
    assert "She owned Moss." in said
    assert links == [address(kept)]


def test_silence_is_not_taken_for_nothing(client, article):
    row = Authorship.objects.create(page=article, author=AuthorPageFactory(title="A"))
    said, links = byline(client, row)
    assert (said, links) == ("A", [])
