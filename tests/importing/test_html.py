"""HTML as Word and Google Docs paste it and as WordPress exports it."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from importing import html, reading
from importing.conversion import convert_safely
from importing.draft import Draft, Outcome
from importing.refusals import Refused

PAGES = Path(__file__).parents[1] / "data/importing/pages"
EXPECTED = json.loads((PAGES / "expected.json").read_text())


def page(name):
    return reading.read((PAGES / name).read_bytes(), name)


def rows(draft, kind):
    return [
        (each.outcome, each.excerpt) for each in draft.problems if each.kind == kind
    ]


def text_of(markup):
    """Give the rich text of HTML that makes one block of text."""
    (block,) = html.read(markup).blocks
    return block.value


@pytest.mark.parametrize("name", EXPECTED)
def test_pages_become_the_blocks_that_word_files_do(name):
    draft = page(name)

    assert [[block.type, block.value] for block in draft.blocks] == EXPECTED[name]
    assert (draft.title, draft.notes) == ("Cold and burning", 1)


@pytest.mark.parametrize("name", ["google-docs.html", "wordpress.html"])
def test_marks_of_pages_cite_their_lists(name):
    draft = page(name)

    assert [each.references for each in draft.citations] == [(0,)]
    assert draft.references[0]["title"] == "Slow waves in the sleeping brain"


def test_what_is_left_out_is_named():
    word = page("word.html")
    assert rows(word, "comment") == [(Outcome.FOUND, "Really?")]
    assert rows(word, "deletion") == [(Outcome.CHANGED, "twice")]
    assert rows(page("google-docs.html"), "comment") == [(Outcome.FOUND, "Really?")]


def test_pictures_elsewhere_are_named_and_not_fetched():
    draft = page("wordpress.html")

    assert (Outcome.LOST, "Far away https://elsewhere.example/p.jpg") in (
        rows(draft, "picture")
    )
    assert [each.alt for each in draft.pictures.values()] == ["A hand"]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("plain words", "<p>plain words</p>"),
        ("<p>a<p>b", "<p>a</p><p>b</p>"),
        ("<div>a<div>b</div>c</div>", "<p>a</p><p>b</p><p>c</p>"),
        ("<p>a<br>b</p>", "<p>a<br/>b</p>"),
        ("<pre>a\n  b</pre>", "<p>a<br/>  b</p>"),
        ('<p><a href="javascript:x()">a</a></p>', "<p>a</p>"),
        ('<p onclick="x()">a<svg onload="x()"></svg></p>', "<p>a</p>"),
        ("<p>2 &lt; 3 &amp; 4</p>", "<p>2 &lt; 3 &amp; 4</p>"),
        ('<p>a<span style="display:none">b</span></p>', "<p>a</p>"),
        ('<ol start="3"><li>a</ol>', '<ol start="3"><li>a</li></ol>'),
        ("<dl><dt>a</dt><dd>b</dd></dl>", "<p>a</p><p>b</p>"),
        ("<p>x<strong><em>y</em></strong></p>", "<p>x<b><i>y</i></b></p>"),
        ('<p dir="rtl">שלום</p>', "<p>\u2067שלום\u2069</p>"),
    ],
)
def test_text_keeps_what_an_article_can_show(markup, expected):
    assert text_of(markup) == expected


def test_an_encoding_that_a_page_names_is_used():
    data = '<meta charset="windows-1250"><p>Novák, Přemysl</p>'.encode("windows-1250")

    draft = reading.read(data, "a.html")
    assert draft.blocks[0].value == "<p>Novák, Přemysl</p>"


def test_content_counts_more_than_a_name():
    draft = reading.read(b"<!DOCTYPE html><html><p>Words</p></html>", "a.docx")
    assert draft.blocks[0].value == "<p>Words</p>"


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        ("", "There is no text in it."),
        ("<script>x()</script>", "There is no text in it."),
        ("<div>" * 5000 + "x", "The text is nested too deeply to be read."),
        ("<table><tr><td>" * 5000, "The text is nested too deeply to be read."),
        ("<i>x</i>" * 70_000, "The text has too many elements to be read."),
    ],
    ids=["empty", "script", "depth", "tables", "elements"],
)
def test_too_little_and_too_much_are_refused_in_a_sentence(markup, reason):
    with pytest.raises(Refused, match=reason):
        html.read(markup)


def test_pages_are_converted_in_the_limited_process_too():
    draft = convert_safely((PAGES / "wordpress.html").read_bytes(), "wordpress.html")
    assert [block.type for block in draft.blocks] == [
        kind for kind, _value in EXPECTED["wordpress.html"]
    ]


PIECES = [
    *("<p>", "</p>", "<table>", "<tr>", "<td rowspan=9>", "<td colspan=0>", "<li>"),
    *(
        "<ol start=-1>",
        "</ol>",
        "<a href=#x>",
        "<a id=x href=#y>",
        "<a name=y>",
        "</a>",
    ),
    *(
        "<h1>",
        "<blockquote>",
        "<img src=data:,>",
        "<img src='data:image/png;base64,A'>",
    ),
    *("<p style='mso-list:l0 level9 lfo1'>", "<sup>", "<figure>", "<figcaption>"),
    *("<caption>", "&#0;", "&nbsp;", "<!--", "[1]", "(Wong, 2013)", "References"),
]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=8)), max_size=25))
def test_whatever_is_pasted_gives_a_draft_or_is_refused(pieces):
    try:
        draft = reading.completed(html.read("".join(pieces)))
    except Refused:
        return
    assert isinstance(draft, Draft)
    assert "\x00" not in json.dumps([block.value for block in draft.blocks])
