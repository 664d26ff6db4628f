"""The chooser's “paste anything”."""

import json

import pytest

from references import library
from references.models import Paste, Reference

CREATE = "/admin/snippets/choose/references/reference/create/"
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
    url = "/admin/snippets/choose/references/reference/results/"
    html = client.get(url, {"q": "her"}).content.decode()
    assert ("Sleep in herons" in html, "Something else" in html) == (True, False)
