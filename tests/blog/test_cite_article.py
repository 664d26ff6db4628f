"""An article cited, described to programs, and taken away."""

import json
from datetime import UTC, datetime

import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command
from wagtail.models import PageViewRestriction, Site

from blog.models import ArticlePage, Authorship, FurtherReading
from editorial.models import ChangeNotice
from references import importing
from references.formats import registry
from references.models import Reference
from tests.factories.pages import ArticlePageFactory, AuthorPageFactory
from tests.factories.references import ReferenceFactory

FLAGSHIP = "/articles/ketamine-for-nerve-pain/"
MEDIA_TYPES = {
    "ris": "application/x-research-info-systems; charset=utf-8",
    "bib": "application/x-bibtex; charset=utf-8",
    "json": "application/vnd.citationstyles.csl+json; charset=utf-8",
}


@pytest.fixture
def heron(db):
    """An article by one author, updated on a later day, on a site with a domain."""
    site = Site.objects.get()
    site.hostname = "herons.example.org"
    site.save()
    page = ArticlePageFactory(
        title="Herons & pain: p < 0.05",
        slug="herons",
        summary="What herons\nknow.",
        first_published_at=datetime(2026, 5, 7, 9, tzinfo=UTC),
    )
    ChangeNotice.objects.create(
        page=page,
        kind="update",
        what="Two more herons.",
        why="They came in May.",
        at=datetime(2026, 6, 1, 9, tzinfo=UTC),
        version=page.versions.create(
            number=2, published_at=datetime(2026, 6, 1, 9, tzinfo=UTC)
        ),
    )
    author = AuthorPageFactory(
        title="Ada van Groen", given_name="Ada", family_name="van Groen"
    )
    Authorship.objects.create(page=page, author=author)
    yield page
    Site.clear_site_root_paths_cache()


def cite(page, *references):
    marks = "".join(
        f'<a linktype="citation" id="{reference.pk}">[x]</a>'
        for reference in references
    )
    page.body = json.dumps([{"type": "paragraph", "value": f"<p>Words{marks}.</p>"}])
    page.save()


def soup(client, address):
    return BeautifulSoup(client.get(address).content.decode(), "html.parser")


def read(client, ending, format):
    response = client.get(f"/articles/herons/cite.{ending}")
    return registry.read(response.content.decode(), format)


def contents(page, name):
    return [tag["content"] for tag in page.find_all("meta", attrs={"name": name})]


def test_the_page_cites_itself_in_three_styles(client, heron):
    section = soup(client, heron.url).find("section", class_="cite")
    printed = [dd.get_text() for dd in section.find_all("dd")]
    address = heron.full_url
    assert printed == [
        "van Groen A. Herons & pain: p < 0.05. Citewell. May 7, 2026. "
        f"Updated June 1, 2026. {address}",
        "van Groen A. Herons & pain: p < 0.05. Citewell [Internet]. 2026 May 7 "
        f"[updated 2026 Jun 1]. Available from: {address}",
        f"van Groen, A. (2026, May 7). Herons & pain: p < 0.05. Citewell. {address}",
    ]


@pytest.mark.parametrize("ending", MEDIA_TYPES)
def test_the_record_is_a_file_that_caches_can_ask_for_again(client, heron, ending):
    address = f"/articles/herons/cite.{ending}"
    assert address in client.get(heron.url).content.decode()
    response = client.get(address)
    assert response["Content-Type"] == MEDIA_TYPES[ending]
    assert response["Content-Disposition"] == f'attachment; filename="herons.{ending}"'
    assert response["Cache-Control"] == "public, max-age=0, s-maxage=60"
    again = client.get(address, headers={"If-None-Match": response["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize(
    "address",
    [
        "/articles/herons/cite.txt",
        "/articles/herons/cite.",
        "/articles/herons/cite.exe",
        "/articles/herons/cite",
        "/articles/herons/cite.ris/",
        "/articles/nowhere/cite.ris",
        "/articles/cite.ris",
    ],
)
def test_an_unknown_file_is_a_404(client, heron, address):
    assert client.get(address, follow=True).status_code == 404


@pytest.mark.parametrize("name", ["cite", "references"])
def test_the_files_of_a_draft_are_a_404(client, heron, name):
    ArticlePage.objects.update(live=False)
    assert client.get(f"/articles/herons/{name}.ris").status_code == 404


@pytest.mark.parametrize("name", ["cite", "references"])
def test_the_files_of_a_private_page_ask_to_sign_in(client, heron, name):
    PageViewRestriction.objects.create(page=heron, restriction_type="login")
    response = client.get(f"/articles/herons/{name}.ris")
    assert (response.status_code, response.url.split("?")[0]) == (
        302,
        "/_util/login/",
    )


@pytest.mark.parametrize(("ending", "format"), [("ris", "ris"), ("json", "csl-json")])
def test_a_file_comes_back_as_the_same_record(client, heron, ending, format):
    expected = client.get("/articles/herons/cite.json").json()[0]
    report = importing.write(read(client, ending, format), "herons")
    item = Reference.objects.get().item
    assert report.counts["imported"] == 1
    assert item == {key: expected[key] for key in expected if key != "id"}


@pytest.mark.parametrize("second", ["ris", "json"])
@pytest.mark.parametrize("first", ["ris", "json"])
def test_another_file_of_the_same_article_is_recognised(client, heron, first, second):
    formats = {"ris": "ris", "json": "csl-json"}
    importing.write(read(client, first, formats[first]), "first")
    report = importing.write(read(client, second, formats[second]), "second")
    assert report.counts["skipped"] == 1


def test_bibtex_comes_back_as_one_record(client, heron):
    batch = read(client, "bib", "bibtex")
    importing.write(batch, "herons.bib")
    assert importing.write(batch, "herons.bib").counts["skipped"] == 1
    assert Reference.objects.get().title == heron.title


def test_all_references_are_one_file_that_adds_nothing(client, heron):
    sources = [ReferenceFactory(title=f"Herons {n}") for n in range(3)]
    cite(heron, sources[2], sources[0])
    for source in sources:
        FurtherReading.objects.create(page=heron, reference=source)
    ris = client.get("/articles/herons/references.ris").content.decode()
    titles = [record.item["title"] for record in registry.read(ris, "ris").records]
    assert titles == ["Herons 2", "Herons 0", "Herons 1"]
    report = importing.write(registry.read(ris, "ris"), "herons.ris")
    assert (report.counts["skipped"], Reference.objects.count()) == (3, 3)


def test_the_flagship_tells_programs_of_every_source(client, db):
    call_command("sync_roles", verbosity=0)
    call_command("load_demo", verbosity=0)
    page = soup(client, FLAGSHIP)
    assert len(page.select("a.citation")) == 6
    cited = len(page.select(".cited .reference"))
    data = json.loads(page.find("script", type="application/ld+json").string)
    assert cited == 4
    assert len(contents(page, "citation_reference")) == cited
    assert len(data["citation"]) == cited
    names = [author["name"] for author in data["author"]]
    assert contents(page, "DC.creator") == names
    assert len(contents(page, "citation_author")) == len(names)
    assert page.find("link", rel="canonical")["href"].endswith(FLAGSHIP)


def test_a_hostile_title_stays_a_text(client, heron):
    title = "</script><script>alert(1)</script>\u2028"
    ArticlePage.objects.update(title=title)
    page = soup(client, heron.url)
    data = json.loads(page.find("script", type="application/ld+json").string)
    assert data["headline"] == title.strip()
    assert "alert(1)" not in [script.string for script in page.find_all("script")]
