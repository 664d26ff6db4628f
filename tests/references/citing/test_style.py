"""The style that a site chose, on its pages."""

import json

import pytest
from bs4 import BeautifulSoup
from wagtail.models import Revision, Site

from blog.models import FurtherReading
from references import library
from references.citing import Style
from references.citing.settings import style_for
from references.citing.styles import in_order
from references.models import CitationSettings, Reference

ADDRESS = "/admin/settings/references/citationsettings/"


def item(family, year, title="Sleep"):
    return {
        "type": "book",
        "title": title,
        "author": [{"family": family, "given": "Ada"}],
        "issued": {"date-parts": [[year]]},
    }


@pytest.fixture
def citing(article):
    """An article that cites Rook before Quill, and Quill twice for one year."""
    works = [item("Rook", 2019), item("Quill", 2020, "Reeds"), item("Quill", 2020)]
    rows = [library.add(work, source="import") for work in works]
    marks = "".join(f'<a linktype="citation" id="{row.pk}">[x]</a>' for row in rows)
    block = {"type": "paragraph", "id": "p", "value": f"<p>Words{marks}.</p>"}
    article.body = json.dumps([block])
    article.save()
    return article


def choose(style):
    site = Site.objects.get()
    CitationSettings.objects.update_or_create(site=site, defaults={"style": style})


def soup(response):
    return BeautifulSoup(response.content.decode(), "html.parser")


def shown(page):
    """Give the mark, whether the list is by author, and how its entries begin."""
    [mark] = page.select(".article .citations")
    [listed] = page.select(".cited .references")
    entries = [
        " ".join(row.get_text().split())[:16] for row in listed.select(".reference")
    ]
    return mark.get_text(), "references--by-author" in listed["class"], entries


EXPECTED = {
    None: ("1–3", False, ["Rook A. Sleep. 2", "Quill A. Reeds. ", "Quill A. Sleep. "]),
    "ama": ("1–3", False, ["Rook A. Sleep. 2", "Quill A. Reeds. ", "Quill A. Sleep. "]),
    "vancouver": (
        "(1–3)",
        False,
        ["Rook A. Sleep. 2", "Quill A. Reeds. ", "Quill A. Sleep. "],
    ),
    "apa": (
        "(Rook, 2019; Quill, 2020a; Quill, 2020b)",
        True,
        ["Quill, A. (2020a", "Quill, A. (2020b", "Rook, A. (2019)."],
    ),
}


@pytest.mark.parametrize("style", EXPECTED)
def test_the_page_and_its_preview_follow_the_style(client, citing, style):
    if style:
        choose(style)
    assert shown(soup(client.get(citing.url))) == EXPECTED[style]
    preview = citing.make_preview_request()
    assert shown(soup(preview.render())) == EXPECTED[style]


def test_the_style_changes_no_text_and_writes_no_revision(client, citing, editor):
    before = citing.body.raw_data[0]["value"], Revision.objects.count()
    client.force_login(editor)
    site = Site.objects.get()
    answer = client.post(f"{ADDRESS}{site.pk}/", {"style": "apa"}, follow=True)
    assert answer.status_code == 200
    assert style_for(site) is Style.APA
    citing.refresh_from_db()
    assert (citing.body.raw_data[0]["value"], Revision.objects.count()) == before


def test_moderators_do_not_set_the_style(client, moderator):
    client.force_login(moderator)
    address = f"{ADDRESS}{Site.objects.get().pk}/"
    assert client.post(address, {"style": "apa"}).status_code == 302
    assert style_for(Site.objects.get()) is Style.AMA


def test_a_reader_stores_nothing(client, citing):
    client.get(citing.url)
    assert CitationSettings.objects.count() == 0


def test_further_reading_follows_the_style(client, citing):
    for order, row in enumerate(Reference.objects.order_by("pk")):
        FurtherReading.objects.create(page=citing, reference=row, sort_order=order)
    choose("apa")
    [listed] = soup(client.get(citing.url)).select(".reading .references")
    assert "references--by-author" in listed["class"]
    assert [row.get_text().strip()[:5] for row in listed.select("li")] == [
        "Quill",
        "Quill",
        "Rook,",
    ]


def test_the_library_follows_the_style(client, citing):
    choose("apa")
    page = soup(client.get("/references/"))
    assert "Rook, A. (2019)." in page.select_one(".results").get_text()
    row = Reference.objects.get(year=2019)
    record = soup(client.get(row.get_absolute_url()))
    assert "Rook, A. (2019)." in record.select_one(".reference").get_text()


def people(*families):
    return [{"family": family, "given": "A"} for family in families]


def test_lists_by_author_stand_letter_by_letter():
    works = {
        1: {"type": "book", "title": "A dean’s life"},
        2: {"type": "book", "title": "B", "author": people("Browning")},
        3: {"type": "book", "title": "C", "author": people("Brown", "Adler")},
        4: {**item("Brown", 2021), "author": people("Brown")},
        5: {**item("Brown", 2020), "author": people("Brown")},
        6: {"type": "book", "title": "D", "author": people("De Backer")},
        7: {"type": "book", "title": "E", "author": people("Élan")},
        8: {"type": "book", "title": "F", "author": people("Brown"), "status": "x"},
        9: {"type": "book", "title": "G", "author": people("Brown")},
    }
    assert in_order(works, Style.APA) == [9, 5, 4, 8, 3, 2, 1, 6, 7]
    assert in_order(works, Style.AMA) == list(works)
