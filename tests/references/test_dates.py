"""Dates as citation formats write them."""

import pytest

from references import dates


@pytest.mark.parametrize(
    ("text", "ranges"),
    [
        ("2023", [[2023]]),
        ("c1998", [[1998]]),
        ("2018-12", [[2018, 12]]),
        ("2023-07-01T10:00:00Z", [[2023, 7, 1]]),
        ("2023/07/01/", [[2023, 7, 1]]),
        ("2023///", [[2023]]),
        ("2015/01//", [[2015, 1]]),
        ("20221007", [[2022, 10, 7]]),
        ("2023 Jul-Sep", [[2023, 7], [2023, 9]]),
        ("1998 Dec-1999 Jan", [[1998, 12], [1999, 1]]),
        ("2012 Mar 15-21", [[2012, 3, 15], [2012, 3, 21]]),
        ("2012 Feb 28-Mar 3", [[2012, 2, 28], [2012, 3, 3]]),
        ("12-15 May 2019", [[2019, 5, 12], [2019, 5, 15]]),
        ("2019-2020", [[2019], [2020]]),
        ("2023-07-01/2023-07-05", [[2023, 7, 1], [2023, 7, 5]]),
        ("1999-Oct", [[1999, 10]]),
        ("12 May 2024", [[2024, 5, 12]]),
        ("May 12th, 2024", [[2024, 5, 12]]),
        ("Sept. 2012", [[2012, 9]]),
        ("25/12/2024", [[2024, 12, 25]]),
        ("12/25/2024", [[2024, 12, 25]]),
        ("05/12/2024", [[2024]]),
        ("2013-02-31", [[2013, 2]]),
        ("2013-13-01", [[2013]]),
        ("Article 10 2019", [[2019]]),
        ("March of Dimes 2001 Report", [[2001, 3]]),
    ],
)
def test_date(text, ranges):
    assert dates.parse(text) == {"date-parts": ranges}


@pytest.mark.parametrize("text", ["in press", "n.d.", "Date of Publication", "99999"])
def test_what_is_no_date_stays_as_it_was_written(text):
    assert dates.parse(text) == {"raw": text}


@pytest.mark.parametrize("text", ["", "  ", "//", "-"])
def test_nothing_is_no_date(text):
    assert dates.parse(text) == {}


@pytest.mark.parametrize(
    ("text", "season"), [("Spring 2001", 1), ("2001///Fall", 3), ("2001 Winter", 4)]
)
def test_season(text, season):
    assert dates.parse(text) == {"date-parts": [[2001]], "season": season}


@pytest.mark.parametrize(
    ("date", "parts"),
    [
        ({"date-parts": [["2013", "07", None]]}, (2013, 7)),
        ({"date-parts": [[2013, 5, 6, 7, 8]]}, (2013, 5, 6)),
        ({"date-parts": [2013, 5]}, (2013, 5)),
        ({"date-parts": [[2013.0]]}, (2013,)),
        ({"date-parts": [[2013, 14]]}, (2013,)),
        ({"date-parts": [[-50]]}, (-50,)),
        ({"raw": "May 2013"}, (2013, 5)),
        ({"literal": "2013"}, (2013,)),
        ("2013", (2013,)),
        (2013, (2013,)),
        ({"date-parts": [[None]]}, ()),
        ({"date-parts": [[True]]}, ()),
        ({"date-parts": [["²"]]}, ()),
        ({"date-parts": [[]]}, ()),
        ({"date-parts": "x"}, ()),
        ({}, ()),
        (None, ()),
        ([], ()),
    ],
)
def test_parts_are_read_safely(date, parts):
    assert dates.parts(date) == parts


def test_normalise_keeps_ranges_seasons_and_raw_texts():
    assert dates.normalise({"date-parts": [["2013"], [2014]]}) == {
        "date-parts": [[2013], [2014]]
    }
    assert dates.normalise({"date-parts": [[2013]], "season": "summer"}) == {
        "date-parts": [[2013]],
        "season": 2,
    }
    assert dates.normalise({"literal": "in press"}) == {"raw": "in press"}
    assert dates.normalise({"date-parts": [[0]]}) == {}


def test_iso():
    assert dates.iso({"date-parts": [[2013, 5, 6]]}) == "2013-05-06"
    assert dates.iso({"date-parts": [[2013, 5]]}) == "2013-05"
    assert dates.iso(None) == ""
