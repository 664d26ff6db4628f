"""Typed references, one a line: the shapes that citations have."""

import json
import time
from pathlib import Path

import pytest

from references.formats import text

DATA = Path(__file__).parents[2] / "data" / "references" / "text"
LINES = (DATA / "lines.txt").read_text(encoding="utf-8").splitlines()
ITEMS = json.loads((DATA / "lines.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("line", "item"), list(zip(LINES, ITEMS, strict=True)))
def test_a_reference_is_read(line, item):
    assert text.parse(line) == item


@pytest.mark.parametrize(
    ("numbers", "fields"),
    [
        ("2003 Oct 4;27(10 Suppl 1):433-40", ("27", "10 Suppl 1", "433-40")),
        ("2003;72 Suppl 2:ii80–4", ("72", "Suppl 2", "ii80-4")),
        ("2003;393–399", (None, None, "393-399")),
        ("2003; p. 1", (None, None, "1")),
        ("2003; 27: 433", ("27", None, "433")),
        ("2003;27.2: 433", ("27", "2", "433")),
        ("2003, 27(2):433-440", ("27", "2", "433-440")),
        ("27, e433 (2003)", ("27", None, "e433")),
        ("2003;306-D: 299–452", ("306-D", None, "299-452")),
    ],
)
def test_volume_issue_and_pages(numbers, fields):
    item = text.parse(f"Haugen P. Pain at night. J. Clin. Invest. {numbers}.")
    assert item["container-title"] == "J. Clin. Invest"
    assert item["issued"]["date-parts"][0][0] == 2003
    assert tuple(item.get(key) for key in ("volume", "issue", "page")) == fields


@pytest.mark.parametrize(
    ("title", "journal"),
    [
        ("Pain at night", "Proc Natl Acad Sci U S A"),
        ("Pain at night. Part II", "Lancet"),
        ("Does it hurt?", "The journals of gerontology. Series A"),
        ("In rats of St. Domingo", "Nature"),
        ("2017 guideline for pain", "Pain"),
    ],
)
def test_title_and_journal_are_parted(title, journal):
    stop = "" if title.endswith("?") else "."
    item = text.parse(f"Haugen P, Ito K. {title}{stop} {journal}. 2017;1:2-3.")
    assert (item["title"], item["container-title"]) == (title, journal)


@pytest.mark.parametrize(
    ("names", "surnames"),
    [
        ("O'Neill B, Saint Martin J-P, et al", ["O'Neill", "Saint Martin"]),
        ("Shi L and Tu BP", ["Shi", "Tu"]),
        ("Mainous AG3rd, Balolong EJr", ["Mainous", "Balolong"]),
        ("Kim J., Lee S. T. & Ito K.", ["Kim", "Lee", "Ito"]),
        ("Fischl B, Kouwe Avd, Segonne F", ["Fischl", "Kouwe", "Segonne"]),
    ],
)
def test_people_are_read(names, surnames):
    item = text.parse(f"{names} (2019) Pain at night. Pain 12: 3-4.")
    assert [name["family"] for name in item["author"]] == surnames


@pytest.mark.parametrize(
    "line", ["", "References", "Some helpful references", "Hepatitis B."]
)
def test_what_is_no_reference_gives_nothing(line):
    assert text.parse(line) == {}


@pytest.mark.parametrize(
    "unit",
    [
        "a",
        "A ",
        "Smith J, ",
        "(",
        "2000;",
        "In: ",
        "1-",
        "van ",
        "10.1000/a ",
        "Aa. ",
        " ",
    ],
)
def test_no_text_takes_long(unit):
    start = time.process_time()
    text.parse((unit * 5000)[:5000])
    text.parse(unit * (100_000 // len(unit)))
    assert time.process_time() - start < 3
