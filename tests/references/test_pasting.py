"""Paste anything: reading, looking up, choosing."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from references import library, pasting
from references.models import Paste, PasteEntry, Reference

State = PasteEntry.State

TYPED = (
    "Quill AB, Oake TR. Sleep and pain in herons. J Ex Med. 2023;17(3):340-348. "
    "doi: 10.5555/heron.17"
)
TWO = (
    f"1. {TYPED}\n"
    "2. Society of Herons. (2018). Standing on one leg. "
    "Retrieved May 12, 2024, from https://herons.example.org/leg"
)
ITEM = {
    "type": "article-journal",
    "title": "Sleep and pain in herons",
    "author": [{"family": "Quill", "given": "AB"}, {"family": "Oake", "given": "TR"}],
    "container-title": "Journal of Example Medicine",
    "issued": {"date-parts": [[2023, 7]]},
    "volume": "17",
    "issue": "3",
    "page": "340-348",
    "DOI": "10.5555/heron.17",
}


def finding(item, *, is_certain=True):
    return {
        "item": item,
        "source": "Crossref",
        "sources": {},
        "is_certain": is_certain,
        "reasons": [],
    }


def entry_of(text, user, **fields):
    entry = pasting.start(text, by=user).entries.get()
    for name, value in fields.items():
        setattr(entry, name, value)
    entry.save()
    return entry


def keys(entry):
    return [option.key for option in pasting.options(entry)]


def test_a_pasted_list_is_kept_part_by_part(editor):
    paste = pasting.start(TWO, by=editor)
    rows = [(row.item["type"], row.item["title"]) for row in paste.entries.all()]
    assert rows == [
        ("article-journal", "Sleep and pain in herons"),
        ("webpage", "Standing on one leg"),
    ]
    assert Reference.objects.count() == 0


def test_what_is_no_reference_is_kept_and_can_be_added_as_it_stands(editor):
    entry = entry_of("% ??? %", editor)
    assert (entry.raw, entry.state) == ("% ??? %", State.UNREADABLE)
    assert keys(entry) == ["skip", "typed"]
    reference = pasting.settle(entry, "typed", by=editor)
    assert (reference.title, reference.raw) == ("% ??? %", "% ??? %")


def test_more_than_a_person_can_look_through_is_refused_and_says_what_to_do(editor):
    text = "\n\n".join(f"{n}. {TYPED}{n}" for n in range(1, pasting.MOST_ENTRIES + 2))
    with pytest.raises(pasting.TooMuch, match="import_references"):
        pasting.start(text, by=editor)
    assert Paste.objects.count() == 0


def test_what_an_identifier_led_to_is_suggested_and_names_its_source(editor):
    entry = entry_of(TYPED, editor, state=State.FOUND, findings=[finding(ITEM)])
    assert keys(entry) == ["found-0", "typed", "skip"]
    reference = pasting.settle(entry, "found-0", by=editor)
    assert reference.container_title == "Journal of Example Medicine"
    assert reference.provenance["container_title"]["source"] == "Crossref"
    assert (entry.reference, entry.is_settled) == (reference, True)


def test_what_only_looks_alike_is_offered_after_what_was_typed(editor):
    doubtful = finding(ITEM, is_certain=False)
    entry = entry_of(TYPED, editor, state=State.OFFERED, findings=[doubtful])
    assert keys(entry) == ["typed", "found-0", "skip"]


def test_a_record_of_the_library_is_suggested_before_anything_else(editor):
    reference = library.add({**ITEM, "publisher": "P"}, source="import")
    entry = entry_of(TYPED, editor, state=State.FOUND, findings=[finding(ITEM)])
    assert keys(entry)[:2] == [f"use-{reference.pk}", "found-0"]
    assert pasting.settle(entry, f"use-{reference.pk}", by=editor) == reference
    assert Reference.objects.count() == 1


def test_a_record_of_the_library_can_be_updated_with_what_was_found(editor):
    reference = library.add({**ITEM, "volume": "16"}, source="import")
    entry = entry_of(TYPED, editor, state=State.FOUND, findings=[finding(ITEM)])
    pasting.settle(entry, f"update-{reference.pk}", by=editor)
    reference.refresh_from_db()
    assert reference.volume == "17"


def test_a_choice_that_was_not_offered_is_refused(editor, client):
    other = library.add({"type": "book", "title": "Other"}, source="import")
    entry = entry_of(TYPED, editor)
    client.force_login(editor)
    url = f"/admin/references/paste/{entry.paste_id}/"
    response = client.post(url, {f"entry-{entry.pk}": f"use-{other.pk}"})
    assert response.status_code == 400
    assert "Choose what this reference is." in response.content.decode()


def test_the_page_reads_shows_and_adds(editor, client):
    client.force_login(editor)
    response = client.post("/admin/references/paste/", {"text": TWO})
    paste = Paste.objects.get()
    assert response.url == f"/admin/references/paste/{paste.pk}/"
    html = client.get(response.url).content.decode()
    assert "Standing on one leg" in html
    chosen = {f"entry-{entry.pk}": "typed" for entry in paste.entries.all()}
    html = client.post(response.url, chosen, follow=True).content.decode()
    assert "2 references are in the library." in html
    assert sorted(Reference.objects.values_list("title", flat=True)) == [
        "Sleep and pain in herons",
        "Standing on one leg",
    ]


def test_a_file_is_read_by_what_it_holds(editor, client):
    client.force_login(editor)
    content = b"TY  - JOUR\r\nTI  - Caf\xe9 and pain\r\nER  - \r\n"
    file = SimpleUploadedFile("export.txt", content)
    client.post("/admin/references/paste/", {"file": file})
    assert PasteEntry.objects.get().item["title"] == "Café and pain"


@pytest.mark.parametrize("text", ["", "  \n "])
def test_nothing_is_said_to_be_nothing(editor, client, text):
    client.force_login(editor)
    response = client.post("/admin/references/paste/", {"text": text})
    assert response.status_code == 400
    assert "Paste something, or choose a file." in response.content.decode()


def test_markup_in_what_is_pasted_stays_text(editor, client):
    client.force_login(editor)
    text = "Quill A. <script>alert(1)</script> and pain. J Ex. 2020;1:2."
    response = client.post("/admin/references/paste/", {"text": text}, follow=True)
    assert "<script>alert" not in response.content.decode()


def test_a_paste_is_for_its_owner_and_pasting_for_those_who_may_add(
    editor, moderator, client
):
    paste = pasting.start(TYPED, by=editor)
    client.force_login(moderator)
    assert client.get("/admin/references/paste/").status_code == 302
    assert client.get(f"/admin/references/paste/{paste.pk}/").status_code == 302


def test_a_look_up_that_fails_keeps_what_was_typed(editor, client, settings):
    for name in ("CROSSREF_URL", "DATACITE_URL", "NCBI_EUTILS_URL"):
        setattr(settings, name, "http://127.0.0.1:9")
    entry = entry_of(TYPED, editor)
    client.force_login(editor)
    url = f"/admin/references/paste/{entry.paste_id}/{entry.pk}/look-up/"
    html = client.post(url, headers={"X-Requested-With": "XMLHttpRequest"})
    entry.refresh_from_db()
    assert (entry.state, entry.item["title"]) == (
        State.FAILED,
        "Sleep and pain in herons",
    )
    assert "Could not be looked up" in html.content.decode()
