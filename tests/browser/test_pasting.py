"""Typed references become records, in a real browser."""

import pytest
from playwright.sync_api import expect

from references.models import Reference

# The shapes in which a real page gave its sources, with works of our own invention.
FOUR = """Society for Heron Education. (2018). Standing on one leg. Retrieved May 12, \
2024, from https://herons.example.org/uploads/2018/12/leg.pdf

Heron neuralgia. Example Library of Birds. Retrieved May 12, 2024, from \
https://birds.example.org/page.html?item=691&name=heron-neuralgia

Quill SW, Oake S, Pell MP, et al. Heron Neuralgia. [Updated 2022 Nov 28]. In: \
StatPearls [Internet]. Treasure Island (FL): StatPearls Publishing; 2024 Jan-. \
Available from: https://www.ncbi.nlm.nih.gov/books/NBK999246/

Thistlewick NMB, Fennimore H, Larkspur CH. Predictive factors of standing in birds \
that suffer from cold feet. Ex J Ornithol. 2023 Jul-Sep;17(3):340-348. doi: \
10.5555/ejo.737_22. Epub 2023 Jun 22. PMID: 37601999; PMCID: PMC10435999."""


@pytest.fixture(autouse=True)
def nobody_answers(settings):
    """Send every look-up to a port where nothing listens."""
    for name in (
        "CROSSREF_URL",
        "DATACITE_URL",
        "NCBI_EUTILS_URL",
        "OPENLIBRARY_URL",
        "PMC_IDCONV_URL",
    ):
        setattr(settings, name, "http://127.0.0.1:9")


def test_four_typed_references_end_as_four_records(sign_in, editor):
    page = sign_in(editor)
    page.get_by_role("link", name="References", exact=True).click()
    page.get_by_role("link", name="Paste references").click()
    page.get_by_label("References").fill(FOUR)
    page.get_by_role("button", name="Read it").click()
    page.get_by_role("heading", name="Look through what was pasted").wait_for()
    expect(page.locator("[data-look-up]")).to_have_count(0)
    page.get_by_role("button", name="Do what is chosen").click()
    page.get_by_text("4 references are in the library.").wait_for()
    rows = Reference.objects.order_by("pk").values_list(
        "csl_type", "title", "year", "doi", "pmid", "nbk", "accessed", "updated"
    )
    assert list(rows) == [
        ("webpage", "Standing on one leg", 2018, None, None, "", "2024-05-12", ""),
        ("webpage", "Heron neuralgia", None, None, None, "", "2024-05-12", ""),
        ("chapter", "Heron Neuralgia", 2024, None, None, "NBK999246", "", "2022-11-28"),
        (
            "article-journal",
            "Predictive factors of standing in birds that suffer from cold feet",
            2023,
            "10.5555/ejo.737_22",
            "37601999",
            "",
            "",
            "",
        ),
    ]
