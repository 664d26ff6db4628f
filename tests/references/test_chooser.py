"""The chooser's “paste anything”."""

import json

import pytest
from bs4 import BeautifulSoup

from references import library
from references.models import Paste, Reference
from tests.factories.references import ReferenceFactory

CHOOSER = "/admin/snippets/choose/references/reference/"
CREATE = f"{CHOOSER}create/"
RESULTS = f"{CHOOSER}results/"
QUERIES = 7
TYPED = "Quill AB. Sleep and pain in herons. J Ex Med. 2023;17(3):340-348."


@pytest.fixture(autouse=True)
def nobody_answers(settings):
    for name in ("CROSSREF_URL", "DATACITE_URL", "NCBI_EUTILS_URL"):
        setattr(settings, name, "http://127.0.0.1:9")


def pasted(client, **data):
    return json.loads(client.post(CREATE, data).content)


def hidden(html):
    entry = Paste.objects.latest("pk").entries.get()
    assert f'value="{entry.pk}"' in html
    return {"entry": entry.pk}


def test_what_is_pasted_is_shown_first_and_added_when_confirmed(client, editor):
    client.force_login(editor)
    shown = pasted(client, text=TYPED)
    assert shown["step"] == "reshow_creation_form"
    assert "Add it as it was typed" in shown["htmlFragment"]
    assert Reference.objects.count() == 0

    again = hidden(shown["htmlFragment"])
    answer = pasted(client, text=TYPED, understood=TYPED, choice="typed", **again)
    reference = Reference.objects.get()
    assert (answer["step"], answer["result"]["id"]) == ("chosen", str(reference.pk))
    assert reference.title == "Sleep and pain in herons"


def test_a_text_that_changed_is_read_again(client, editor):
    client.force_login(editor)
    again = hidden(pasted(client, text=TYPED)["htmlFragment"])
    other = TYPED.replace("herons", "reeds")
    shown = pasted(client, text=other, understood=TYPED, choice="typed", **again)
    assert shown["step"] == "reshow_creation_form"
    assert Reference.objects.count() == 0


def test_a_work_that_the_library_has_is_chosen_not_added(client, editor):
    item = {
        "type": "article-journal",
        "title": "Sleep and pain in herons",
        "author": [{"family": "Quill", "given": "AB"}],
        "issued": {"date-parts": [[2023]]},
        "volume": "17",
        "page": "340-348",
    }
    there = library.add(item, source="import")
    client.force_login(editor)
    shown = pasted(client, text=TYPED)
    assert "Use the record that the library has" in shown["htmlFragment"]
    again = hidden(shown["htmlFragment"])
    choice = f"use-{there.pk}"
    answer = pasted(client, text=TYPED, understood=TYPED, choice=choice, **again)
    assert answer["result"]["id"] == str(there.pk)
    assert Reference.objects.count() == 1


def test_several_references_are_sent_to_the_page_for_many(client, editor):
    client.force_login(editor)
    shown = pasted(client, text=f"1. {TYPED}\n2. {TYPED.replace('herons', 'reeds')}")
    assert "This holds 2 references" in shown["htmlFragment"]


def test_an_entry_of_somebody_else_is_not_taken(client, editor, django_user_model):
    client.force_login(editor)
    again = hidden(pasted(client, text=TYPED)["htmlFragment"])
    admin = django_user_model.objects.create_superuser("admin")
    client.force_login(admin)
    answer = pasted(client, text=TYPED, understood=TYPED, choice="typed", **again)
    assert answer["step"] == "reshow_creation_form"


def test_the_dialog_finds_by_the_beginnings_of_words(client, editor):
    library.add({"type": "book", "title": "Sleep in herons"}, source="import")
    library.add({"type": "book", "title": "Something else"}, source="import")
    client.force_login(editor)
    html = client.get(RESULTS, {"q": "her"}).content.decode()
    assert ("Sleep in herons" in html, "Something else" in html) == (True, False)


def listed(client, **asked):
    """Give the titles in the list of the dialog, in their order."""
    page = BeautifulSoup(client.get(RESULTS, asked).content.decode(), "html.parser")
    return [cell.get_text(strip=True) for cell in page.select("td.title")]


def test_what_was_used_last_stands_first(client, editor):
    rows = [ReferenceFactory(title=title, issued="") for title in "ABCD"]
    client.force_login(editor)
    assert listed(client) == ["A", "B", "C", "D"]
    client.get(f"{CHOOSER}chosen/{rows[2].pk}/")
    client.get(f"{CHOOSER}chosen-multiple/", {"id": [rows[3].pk]})
    assert listed(client) == ["D", "C", "A", "B"]
    assert listed(client, cited=f"{rows[1].pk},x,,{'9' * 30}") == ["D", "C", "B", "A"]
    assert listed(client, q="A") == ["A"]


def test_each_editor_has_used_other_records(client, editor, django_user_model):
    rows = [ReferenceFactory(title=title, issued="") for title in "AB"]
    client.force_login(editor)
    client.get(f"{CHOOSER}chosen/{rows[1].pk}/")
    client.force_login(django_user_model.objects.create_superuser("admin"))
    assert listed(client) == ["A", "B"]


@pytest.mark.parametrize(
    ("asked", "titles"),
    [
        ({"csl_type": "book"}, ["2010. Reeds"]),
        ({"year_from": "2015"}, ["2020. Herons"]),
        ({"year_to": "2015"}, ["2010. Reeds"]),
        ({"year_from": "2001", "year_to": "2015", "q": "ree"}, ["2010. Reeds"]),
        ({"standing": "retracted"}, ["2010. Reeds"]),
        ({"appraised": "on"}, ["2020. Herons"]),
        ({"free": "on"}, ["2010. Reeds", "Frogs"]),
        ({"year_from": "soon", "csl_type": "none"}, None),
        ({"year_from": "soon", "free": "on", "q": "frogs"}, ["Frogs"]),
    ],
)
def test_the_dialog_filters_and_what_is_wrong_is_left_out(
    client, editor, asked, titles
):
    finding = ("appraisal", {"finding": "Less pain."})
    ReferenceFactory(title="Herons", issued="2020", appraisals=[finding])
    ReferenceFactory(
        title="Reeds", issued="2010", csl_type="book", standing="retracted", nbk="NBK5"
    )
    ReferenceFactory(title="Frogs", issued="", pmcid="PMC7")
    client.force_login(editor)
    everything = ["Frogs", "2020. Herons", "2010. Reeds"]
    expected = everything if titles is None else titles
    assert sorted(listed(client, **asked)) == sorted(expected)


@pytest.mark.parametrize("rows", [1, 3, 10])
def test_the_dialog_costs_the_same_for_any_number_of_rows(
    client, editor, django_assert_num_queries, rows
):
    keys = [ReferenceFactory().pk for _ in range(rows)]
    client.force_login(editor)
    client.get(f"{CHOOSER}chosen/{keys[0]}/")
    with django_assert_num_queries(QUERIES):
        assert len(listed(client)) == rows


def test_a_mark_in_the_editor_says_what_it_cites(client, editor):
    item = {
        "type": "book",
        "title": "Sleep in <i>herons</i>",
        "author": [{"family": "Quill"}, {"family": "Rook"}],
        "issued": {"date-parts": [[2023]]},
    }
    row = library.add(item, source="import")
    Reference.objects.update(standing="retracted")
    asked = {"id": [row.pk, "x", "9" * 30]}
    assert client.get(f"{CHOOSER}described/", asked).status_code == 302
    client.force_login(editor)
    assert client.get(f"{CHOOSER}described/", asked).json() == {
        str(row.pk): "Quill & Rook, 2023 · Sleep in herons · Retracted"
    }
