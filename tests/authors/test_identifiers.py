"""ORCID iDs."""

import pytest

from authors.identifiers import parse_orcid


@pytest.mark.parametrize(
    "text",
    [
        "0000-0002-1825-0097",
        "https://orcid.org/0000-0002-1825-0097",
        "0000000218250097",
    ],
)
def test_parse_gives_one_form(text):
    assert parse_orcid(text) == "0000-0002-1825-0097"


def test_parse_takes_the_check_digit_x():
    assert parse_orcid("0000-0002-1694-233x") == "0000-0002-1694-233X"


@pytest.mark.parametrize("text", ["0000-0002-1825-0098", "12", ""])
def test_parse_refuses_what_is_none(text):
    with pytest.raises(ValueError, match="ORCID"):
        parse_orcid(text)
