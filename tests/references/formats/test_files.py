"""Whole files of each format beside the records and problems that they give."""

import json
from pathlib import Path

import pytest

from references.formats import registry

DATA = Path(__file__).parents[2] / "data" / "references"
FORMATS = ("bibtex", "csl-json", "endnote-xml", "nbib", "pubmed-xml", "ris")
FILES = sorted(
    path
    for name in FORMATS
    for path in (DATA / name).iterdir()
    if not path.name.endswith(".expected.json")
)
each_file = pytest.mark.parametrize(
    "path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}"
)


def expected(path: Path) -> Path:
    return path.with_name(f"{path.stem}.expected.json")


@each_file
def test_file(path):
    batch = registry.read(path.read_text(encoding="utf-8"), path.parent.name)
    told = {
        "items": [record.item for record in batch.records],
        "places": [record.place for record in batch.records],
        "problems": [[each.place, each.message] for each in batch.problems],
    }
    assert told == json.loads(expected(path).read_text(encoding="utf-8"))


@each_file
def test_format_is_detected(path):
    assert registry.detect(path.read_text(encoding="utf-8")) == path.parent.name


@each_file
def test_raw_texts_stand_in_the_file(path):
    text = "".join(path.read_text(encoding="utf-8").split())
    batch = registry.read(path.read_text(encoding="utf-8"), path.parent.name)
    if path.parent.name != "csl-json":
        raws = [each.raw for each in (*batch.records, *batch.problems)]
        assert [raw for raw in raws if "".join(raw.split()) not in text] == []
