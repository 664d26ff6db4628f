"""Names as citations write them."""

import pytest

from references import names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Baldwin,S.A.", {"family": "Baldwin", "given": "S.A."}),
        ("Gargori NMB", {"family": "Gargori", "given": "NMB"}),
        ("Smith J. A.", {"family": "Smith", "given": "J. A."}),
        ("J. K. Baird", {"family": "Baird", "given": "J. K."}),
        ("King, Martin, Jr", {"family": "King", "given": "Martin", "suffix": "Jr"}),
        ("King, Jr, Martin", {"family": "King", "given": "Martin", "suffix": "Jr"}),
        ("Author, Test Jr.", {"family": "Author", "given": "Test", "suffix": "Jr."}),
        ("Smith JA 3rd", {"family": "Smith", "given": "JA", "suffix": "3rd"}),
        ("Smith, John, MD", {"family": "Smith", "given": "John"}),
        ("Smith, MD", {"family": "Smith", "given": "MD"}),
        ("John Smith PhD", {"family": "Smith", "given": "John"}),
        ("Nguyen, The Anh", {"family": "Nguyen", "given": "The Anh"}),
        (
            "van der Berg, Anna",
            {"family": "Berg", "given": "Anna", "non-dropping-particle": "van der"},
        ),
        (
            "Jean de la Fontaine",
            {"family": "Fontaine", "given": "Jean", "non-dropping-particle": "de la"},
        ),
        ("Van Elzen, Hans", {"family": "Van Elzen", "given": "Hans"}),
        ("Pfizer, Inc.", {"literal": "Pfizer, Inc."}),
        ("WHO", {"literal": "WHO"}),
        ("Acme Examples,", {"literal": "Acme Examples"}),
        ("Department of Health, London", {"literal": "Department of Health, London"}),
        ("American College of Pain", {"literal": "American College of Pain"}),
        (
            "Council on Pain, Relief and Care",
            {"literal": "Council on Pain, Relief and Care"},
        ),
        ("a, b, c, d", {"literal": "a, b, c, d"}),
        ("et al.", {}),
        ("[No authors listed]", {}),
        (" ., ", {}),
        ("", {}),
    ],
)
def test_name(text, name):
    assert names.parse(text) == name


def test_name_without_comma_is_an_organisation_where_families_come_first():
    assert names.parse("Eva Example", inverted=True) == {"literal": "Eva Example"}
    assert names.parse("Eva Example") == {"family": "Example", "given": "Eva"}


@pytest.mark.parametrize(
    "name",
    [
        {"family": "King", "given": "Martin L.", "suffix": "Jr"},
        {"family": "Berg", "given": "Anna", "non-dropping-particle": "van der"},
        {"family": "King", "given": "Group", "non-dropping-particle": "van"},
        {"family": "The", "given": "Anh"},
        {"family": "King", "given": "Junior", "suffix": "Jr"},
        {"literal": "World Health Organization"},
        {"literal": "Acme, Examples"},
    ],
)
def test_written_name_is_read_back(name):
    assert names.parse(names.inverted(name), inverted=True) == name


def test_surname_has_its_particle():
    assert (
        names.surname({"family": "Berg", "non-dropping-particle": "van"}) == "van Berg"
    )
    assert names.surname({"literal": "WHO"}) == "WHO"
