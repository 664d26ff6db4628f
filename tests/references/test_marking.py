"""Wherever a source is printed, what became of it stands beside it, in words."""

import pytest
from bs4 import BeautifulSoup

from references import marking
from references.models import Reference
from tests.factories.references import ReferenceFactory


@pytest.fixture
def retracted(cited):
    Reference.objects.filter(pk=cited.pk).update(
        standing="retracted", notice_doi="10.5555/<n>?#", notice_date="2024-03-01"
    )
    cited.refresh_from_db()
    return cited


@pytest.mark.parametrize(
    ("standing", "date", "words"),
    [
        ("current", "", ""),
        ("current", "2024-03-01", ""),
        ("corrected", "2024", "Corrected (2024)"),
        ("concern", "2024-03", "Expression of concern (March 2024)"),
        ("partly-retracted", "2024-03-01", "Partly retracted (1 March 2024)"),
        ("withdrawn", "", "Withdrawn"),
        ("retracted", "soon", "Retracted"),
    ],
)
def test_the_words_for_a_standing(standing, date, words):
    assert marking.words(Reference(standing=standing, notice_date=date)) == words


def test_a_source_that_stands_is_printed_as_it_is(db):
    reference = ReferenceFactory()
    assert marking.marked(reference) == reference.html


def test_readers_see_a_retraction_and_a_link_to_its_notice(client, retracted, article):
    html = " ".join(client.get(article.url).content.decode().split())
    assert 'class="standing standing--retracted"' in html
    assert "Retracted (1 March 2024): <a" in html
    assert 'href="https://doi.org/10.5555/%3Cn%3E%3F%23"' in html


def test_readers_of_a_source_that_stands_see_no_mark(client, cited, article):
    html = client.get(article.url).content.decode()
    assert "Herons" in html
    assert "standing--" not in html


CHOOSER = "/admin/snippets/choose/references/reference/results/"
LIBRARY = "/admin/snippets/references/reference/"


@pytest.mark.parametrize(
    ("url", "place", "words"),
    [
        (CHOOSER, ".listing", "Retracted (1 March 2024)"),
        (LIBRARY, "table.listing", "Retracted"),
        (LIBRARY + "inspect/{}/", "dl", "Retracted"),
    ],
)
def test_editors_see_it_where_they_look_and_choose(
    client, editor, retracted, url, place, words
):
    client.force_login(editor)
    html = client.get(url.format(retracted.pk)).content
    found = (
        BeautifulSoup(html, "html.parser").select(place)[0].get_text(" ", strip=True)
    )
    assert "Herons" in found
    assert words in found
