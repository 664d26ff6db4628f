"""EndNote's types, by name, by number, and where neither is known."""

import pytest

from references.formats import endnote_xml

JOURNAL = "<periodical><full-title>J</full-title></periodical>"


@pytest.mark.parametrize(
    ("kind", "rest", "csl_type"),
    [
        ('<ref-type name="Book">17</ref-type>', "", "book"),
        ("<ref-type>32</ref-type>", "", "thesis"),
        ('<ref-type name="Generic">13</ref-type>', "", "document"),
        ('<ref-type name="Generic">13</ref-type>', JOURNAL, "article-journal"),
        ("", "", "document"),
    ],
)
def test_type(kind, rest, csl_type):
    title = "<titles><title>T</title></titles>"
    batch = endnote_xml.read(f"<xml><record>{kind}{title}{rest}</record></xml>")
    assert [record.item["type"] for record in batch.records] == [csl_type]
