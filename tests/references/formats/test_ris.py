"""RIS's dialects, and how it is written."""

import pytest

from references.formats import ris


def first(text):
    return ris.read(text).records[0].item


@pytest.mark.parametrize("dash", ["  - ", " - ", " -", "- ", "   -  ", " – "])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_spacing_and_line_ends(dash, end):
    text = end.join(
        f"{tag}{dash}{value}" for tag, value in (("TY", "BOOK"), ("TI", "T"))
    )
    assert first(text) == {"type": "book", "title": "T"}


def test_text_that_looks_like_a_tag_is_text():
    assert first("TY  - BOOK\nTI  - On\nT2-weighted images\n")["title"] == (
        "On T2-weighted images"
    )


def test_a_wrapped_address_is_joined():
    item = first("TY  - ELEC\nUR  - https://example.org/a/\n      b\nTI  - T\n")
    assert item["URL"] == "https://example.org/a/b"


@pytest.mark.parametrize(
    ("lines", "issued"),
    [
        ("PY  - 2009", [[2009]]),
        ("PY  - 2009\nDA  - 2009/05/12", [[2009, 5, 12]]),
        ("PY  - 2009\nDA  - May 12", [[2009, 5, 12]]),
        ("PY  - 2009\nDA  - 2019/05/12", [[2009]]),
        ("DA  - 2009/05", [[2009, 5]]),
        ("Y1  - 2009/05//", [[2009, 5]]),
    ],
)
def test_dates(lines, issued):
    assert first(f"TY  - JOUR\nTI  - T\n{lines}")["issued"] == {"date-parts": issued}


@pytest.mark.parametrize(
    ("kind", "lines", "people"),
    [
        ("BOOK", "A2  - A, B", {"collection-editor"}),
        ("BOOK", "A3  - A, B", {"editor"}),
        ("CHAP", "A2  - A, B", {"editor"}),
        ("EDBOOK", "AU  - A, B", {"editor"}),
        ("PCOMM", "A2  - A, B", {"recipient"}),
        ("JOUR", "A1  - A, B", {"author"}),
        ("PAT", "A2  - Patent Office", set()),
        ("PAT", "C4  - Attorney, A", {"contributor"}),
        ("CHAP", "N1  - Author, Monographic: A B", {"note", "editor"}),
        ("ADVS", "N1  - Author, Subsidiary: A B", {"note", "producer"}),
        ("JOUR", "N1  - Author, Subsidiary: A B", {"note"}),
    ],
)
def test_roles(kind, lines, people):
    item = first(f"TY  - {kind}\nTI  - T\n{lines}")
    assert item.keys() - {"type", "title"} == people


def test_keywords_stand_in_lines_or_behind_semicolons():
    item = first("TY  - BOOK\nTI  - T\nKW  - one\ntwo; three\nKW  - four\n")
    assert item["keyword"] == "one, two, three, four"


def test_unknown_types_are_articles_only_in_a_journal():
    assert first("TY  - NEW\nTI  - T")["type"] == "document"
    assert first("TY  - NEW\nTI  - T\nJO  - J")["type"] == "article-journal"


def test_written_record():
    item = {
        "type": "chapter",
        "title": "A <i>title</i>",
        "author": [{"family": "King", "given": "M.", "suffix": "Jr"}],
        "editor": [{"literal": "Acme, Examples"}],
        "container-title": "A Book",
        "issued": {"date-parts": [[2011, 5]]},
        "page": "12-30",
    }
    assert ris.write([item]) == (
        "TY  - CHAP\nAU  - King, M., Jr\nED  - Acme, Examples,\nTI  - A <i>title</i>\n"
        "T2  - A Book\nPY  - 2011\nDA  - 2011/05\nSP  - 12\nEP  - 30\nER  - \n"
    )
