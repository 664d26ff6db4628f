"""Formats by name."""

import pytest

from references.formats import registry

ITEM = {
    "id": "x",
    "type": "article-journal",
    "title": "On pain",
    "author": [{"family": "Quill", "given": "Ada"}],
    "container-title": "J Ex",
    "issued": {"date-parts": [[2023]]},
}


@pytest.mark.parametrize(
    ("content", "filename", "format"),
    [
        ("TY - JOUR", "", "ris"),
        ("\ufeffProvider: X\r\n\r\nTY  - JOUR\r\n", "x.bib", "ris"),
        ("PMID- 1\n", "", "nbib"),
        ("\n  @Article{a,", "", "bibtex"),
        ("[]", "", "csl-json"),
        ('[{"title": "TY  - JOUR"}]', "", "csl-json"),
        ("<?xml version='1.0'?><xml><records/></xml>", "", "endnote-xml"),
        ("<PubmedArticleSet>", "", "pubmed-xml"),
        ("Quill A. On pain. J Ex. 2023;1:2-3.", "", "text"),
        ("Quill A. A record <record> in words. 2023.", "x.txt", "text"),
        ("", "library.RIS", "ris"),
        ("", "", "text"),
    ],
)
def test_detect(content, filename, format):
    assert registry.detect(content, filename) == format


def test_names_are_the_documented_ones():
    assert sorted(registry.READERS) == sorted(
        ["csl-json", "ris", "nbib", "bibtex", "endnote-xml", "pubmed-xml", "text"]
    )
    assert sorted(registry.WRITERS) == sorted(
        ["csl-json", "ris", "bibtex", "ama", "vancouver", "apa"]
    )


@pytest.mark.parametrize("name", ["csl-json", "ris", "bibtex"])
def test_written_library_is_detected_and_read(name):
    text = registry.write([ITEM, ITEM | {"id": "y"}], name)
    batch = registry.read(text, registry.detect(text))
    assert [record.item for record in batch.records] == [ITEM, ITEM | {"id": "y"}]


@pytest.mark.parametrize("name", ["ama", "vancouver", "apa"])
def test_styles_write_a_line_each(name):
    text = registry.write([ITEM, ITEM], name)
    first, second, rest = text.split("\n")
    assert first == second
    assert first.startswith("Quill")
    assert rest == ""


def test_unknown_format():
    with pytest.raises(registry.UnknownFormat, match="“docx” is not a format"):
        registry.read("x", "docx")
    with pytest.raises(registry.UnknownFormat, match="“text” is not a format"):
        registry.write([], "text")


@pytest.mark.parametrize("name", sorted(registry.READERS))
def test_blank_file_is_empty(name):
    assert registry.read("\ufeff \r\n", name) == registry.Batch()
