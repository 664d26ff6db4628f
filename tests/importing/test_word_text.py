"""Text, headings, lists, quotations and links of Word files."""

import pytest

from importing.draft import Block, Outcome
from importing.word import read
from tests.importing.documents import (
    NAMESPACES,
    Parts,
    complex_field,
    docx,
    item,
    numbered,
    p,
    r,
    style,
)

HEADINGS = style("H1", "heading 1") + style("H2", "heading 2") + style("T", "Title")


def paragraphs(body, parts=None):
    """Give the rich text of a body that is one block of text."""
    (block,) = read(docx(body, parts)).blocks
    assert block.type == "paragraph"
    return block.value


def remarks(draft, kind):
    return [(row.outcome, row.message, row.excerpt) for row in draft.problems
            if row.kind == kind]  # fmt: skip


def test_runs_keep_what_an_article_can_show():
    body = p(
        r("bold", "<w:b/>"),
        r(" and ", '<w:b w:val="0"/>'),
        r("both", "<w:b/><w:i/>"),
        r(" H"),
        r("2", '<w:vertAlign w:val="subscript"/>'),
        r("O, 10"),
        r("3", '<w:vertAlign w:val="superscript"/>'),
        r(" < 5 & more"),
    )
    assert paragraphs(body) == (
        "<p><b>bold</b> and <b><i>both</i></b> H<sub>2</sub>O, 10<sup>3</sup>"
        " &lt; 5 &amp; more</p>"
    )


def test_character_styles_count_and_direct_properties_win():
    styles = style("S", "Strong", "<w:rPr><w:b/></w:rPr>", "character") + style(
        "E",
        "Emphasis",
        '<w:basedOn w:val="S"/><w:rPr><w:i/></w:rPr>',
        "character",
    )
    body = p(
        r("one", '<w:rStyle w:val="S"/>'),
        r(" "),
        r("two", '<w:rStyle w:val="E"/><w:b w:val="false"/>'),
    )
    assert paragraphs(body, Parts(styles=styles)) == "<p><b>one</b> <i>two</i></p>"


def test_a_word_split_over_runs_stays_one_word():
    assert paragraphs(p("ket", "am", "ine")) == "<p>ketamine</p>"


def test_special_characters_become_those_of_unicode():
    body = p(
        "<w:r><w:t>non</w:t><w:noBreakHyphen/><w:t>opioid</w:t></w:r>",
        "<w:r><w:t xml:space='preserve"
        "'> co</w:t><w:softHyphen/><w:t>operate</w:t><w:tab/><w:t>tab</w:t></w:r>",
        '<w:r><w:br/><w:sym w:font="Symbol" w:char="F062"/></w:r>',
        '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>',
        r("\uf0b1", '<w:rFonts w:ascii="Symbol"/>'),
    )
    assert paragraphs(body) == "<p>non\u2011opioid cooperate tab<br/>β☑±</p>"


def test_small_runs_from_right_to_left_stay_together():
    body = p("The word ", r("שלום ", "<w:rtl/>"), r("עולם", "<w:rtl/>"), " means it.")
    assert paragraphs(body) == "<p>The word \u2067שלום עולם\u2069 means it.</p>"


def test_direction_is_also_taken_from_an_element_around_runs():
    body = p("A ", f'<w:dir w:val="rtl">{r("مرحبا")}</w:dir>', ".")
    assert paragraphs(body) == "<p>A \u2067مرحبا\u2069.</p>"


def test_headings_have_the_articles_two_levels_and_a_title():
    body = (
        p("How it works", style="T")
        + p("What it is", style="H1")
        + p("Text.")
        + p("In detail", style="H2")
        + p("More.")
    )
    draft = read(docx(body, Parts(styles=HEADINGS)))
    assert draft.title == "How it works"
    assert draft.blocks == (
        Block("heading", {"level": "h2", "text": "What it is"}),
        Block("paragraph", "<p>Text.</p>"),
        Block("heading", {"level": "h3", "text": "In detail"}),
        Block("paragraph", "<p>More.</p>"),
    )
    assert draft.counts["heading"] == 2


@pytest.mark.parametrize(
    ("id", "name"),
    [
        ("berschrift1", "heading 1"),
        ("X", "Überschrift 1"),
        ("X", "Titre 1"),
        ("X", "Título 1"),
        ("X", "标题 1"),
        ("Heading1", ""),
    ],
)
def test_headings_are_known_by_any_name(id, name):
    parts = Parts(styles=style(id, name) if name else "")
    draft = read(docx(p("Start.") + p("Section", style=id) + p("Text."), parts))
    assert [block.type for block in draft.blocks] == [
        "paragraph",
        "heading",
        "paragraph",
    ]


def test_headings_are_known_by_their_outline_level_and_by_what_they_are_based_on():
    styles = (
        style("Mine", "My heading", '<w:basedOn w:val="H1"/>')
        + style("Deep", "Clinic", '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>')
        + HEADINGS
    )
    body = (
        p("Start.")
        + p("One", style="Mine")
        + p("Two", style="Deep")
        + p("Three", properties='<w:outlineLvl w:val="1"/>')
    )
    draft = read(docx(body, Parts(styles=styles)))
    assert [block.value for block in draft.blocks[1:]] == [
        {"level": "h2", "text": "One"},
        {"level": "h3", "text": "Two"},
        {"level": "h3", "text": "Three"},
    ]


def test_the_first_heading_is_the_title_unless_it_names_a_section():
    parts = Parts(styles=HEADINGS)
    body = p("Pain that lasts", style="H1") + p("Text.") + p("Causes", style="H2")
    assert read(docx(body, parts)).title == "Pain that lasts"
    body = p("Introduction", style="H1") + p("Text.") + p("Causes", style="H1")
    draft = read(docx(body, parts))
    assert (draft.title, draft.counts["heading"]) == ("", 2)


def test_bold_lines_are_headings_only_where_there_are_no_others():
    bold = r("What it is", "<w:b/>"), r("Who it helps", "<w:b/>")
    body = p(bold[0]) + p("Text.") + p(bold[1]) + p("More.")
    draft = read(docx(body))
    assert [block.type for block in draft.blocks] == ["heading", "paragraph"] * 2
    body += p("Real", style="H1") + p("Last.")
    draft = read(docx(body, Parts(styles=HEADINGS)))
    assert [block.type for block in draft.blocks] == [
        "paragraph",
        "heading",
        "paragraph",
    ]
    assert remarks(draft, "bold line") == [
        (
            Outcome.FOUND,
            "This line in bold may be meant as a heading; it is plain text.",
            text,
        )
        for text in ("What it is", "Who it helps")
    ]


def test_lists_nest_and_keep_their_kinds():
    parts = Parts(numbering=numbered("1") + numbered("2", format="bullet"))
    body = (
        item("one")
        + item("a", level=1)
        + item("b", level=1)
        + item("two")
        + item("dot", "2")
    )
    assert paragraphs(body, parts) == (
        "<ol><li>one<ol><li>a</li><li>b</li></ol></li><li>two</li></ol>"
        "<ul><li>dot</li></ul>"
    )


def test_a_list_goes_on_with_its_number_after_a_paragraph():
    parts = Parts(numbering=numbered("1") + numbered("2", start=5))
    body = item("one") + item("two") + p("Between.") + item("three") + item("five", "2")
    draft = read(docx(body, parts))
    assert draft.blocks == (
        Block(
            "paragraph",
            "<ol><li>one</li><li>two</li></ol><p>Between.</p>"
            '<ol start="3"><li>three</li></ol><ol start="5"><li>five</li></ol>',
        ),
    )
    assert [outcome for outcome, *_rest in remarks(draft, "list")] == [
        Outcome.FOUND,
        Outcome.CHANGED,
        Outcome.CHANGED,
    ]


def test_a_list_restarts_where_the_file_says_so():
    again = (
        '<w:num w:numId="7"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
    body = item("one") + item("two") + p("x") + item("again", "7") + item("more", "7")
    html = paragraphs(body, Parts(numbering=numbered() + again))
    assert html.endswith("<p>x</p><ol><li>again</li><li>more</li></ol>")


def test_list_styles_make_lists_and_continued_paragraphs_stay_in_their_item():
    styles = (
        style("LB", "List Bullet")
        + style("LN", "List Number")
        + style("LC", "List Continue")
    )
    body = (
        p("a", style="LB")
        + p("still a", style="LC")
        + p("b", style="LB")
        + p("first", style="LN")
        + p("second", style="LN")
    )
    assert paragraphs(body, Parts(styles=styles)) == (
        "<ul><li>a<br/>still a</li><li>b</li></ul>"
        "<ol><li>first</li><li>second</li></ol>"
    )


def test_typed_bullets_become_a_list():
    body = p("Ways:") + p("•\tby vein") + p("• by mouth") + p("Then more.")
    draft = read(docx(body))
    assert draft.blocks == (
        Block(
            "paragraph",
            "<p>Ways:</p><ul><li>by vein</li><li>by mouth</li></ul><p>Then more.</p>",
        ),
    )
    assert [outcome for outcome, *_rest in remarks(draft, "list")] == [
        Outcome.CONVERTED
    ]


def test_quotations_are_blocks_of_their_own():
    parts = Parts(styles=style("Q", "Intense Quote"))
    body = p("She said:") + p("It helped.", style="Q") + p("A little.", style="Q")
    assert read(docx(body, parts)).blocks == (
        Block("paragraph", "<p>She said:</p>"),
        Block(
            "quotation",
            {"text": "<p>It helped.</p><p>A little.</p>", "attribution": ""},
        ),
    )


def test_links_are_kept_from_relations_and_from_fields():
    body = p(
        "<w:hyperlink r:id='a'>" + r("one", "<w:b/>") + "</w:hyperlink>",
        ", ",
        complex_field(' HYPERLINK "https://example.org/b?x=1&y=2" \\l "top" ', "two"),
        ", ",
        "<w:hyperlink r:id='m'>" + r("mail") + "</w:hyperlink>",
    )
    parts = Parts(links={"a": "https://example.org/a", "m": "mailto:a@example.org"})
    assert paragraphs(body, parts) == (
        '<p><a href="https://example.org/a"><b>one</b></a>, '
        '<a href="https://example.org/b?x=1&amp;y=2#top">two</a>, '
        '<a href="mailto:a@example.org">mail</a></p>'
    )


@pytest.mark.parametrize(
    "target", ["javascript:alert(1)", "file:///C:/Users/me/x.doc", "data:text/html,x"]
)
def test_links_to_nowhere_on_the_web_are_text_and_named(target):
    draft = read(
        docx(
            p(f"<w:hyperlink r:id='a'>{r('here')}</w:hyperlink>"),
            Parts(links={"a": target}),
        )
    )
    assert draft.blocks == (Block("paragraph", "<p>here</p>"),)
    assert remarks(draft, "link") == [
        (Outcome.LOST, "The link leads nowhere on the web; its text was kept.", target)
    ]


def test_a_link_to_a_heading_leads_to_its_block():
    body = (
        p("See ", f'<w:hyperlink w:anchor="b">{r("below")}</w:hyperlink>', ".")
        + p('<w:bookmarkStart w:id="0" w:name="b"/>', "Risks", style="H1")
        + p("Text.")
    )
    draft = read(docx(body, Parts(styles=HEADINGS)))
    heading = draft.blocks[1]
    assert draft.blocks[0].value == (
        f'<p>See <a href="#section-{heading.id[:8]}">below</a>.</p>'
    )


def test_a_list_of_contents_is_left_out_and_named():
    body = (
        "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery"
        ' w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>'
        + p("Contents")
        + p(complex_field(' TOC \\o "1-3" ', "Risks", "<w:r><w:tab/></w:r>", "2"))
        + "</w:sdtContent></w:sdt>"
        + p("Text.")
    )
    draft = read(docx(body))
    assert draft.blocks == (Block("paragraph", "<p>Text.</p>"),)
    assert [(o, x) for o, _m, x in remarks(draft, "contents")] == [
        (Outcome.CONVERTED, "Contents Risks 2")
    ]


def test_content_controls_smart_tags_and_drop_caps_hide_nothing():
    body = (
        p("O", properties='<w:framePr w:dropCap="drop" w:lines="3"/>')
        + p("nce ", f"<w:smartTag>{r('Paris ')}</w:smartTag>")
        + f"<w:sdt><w:sdtContent>{p('in a control')}</w:sdtContent></w:sdt>"
        + p(f"<w:sdt><w:sdtContent>{r('inline')}</w:sdtContent></w:sdt>")
    )
    assert paragraphs(body) == "<p>Once Paris</p><p>in a control</p><p>inline</p>"


def test_equations_are_written_out():
    body = p(
        "<m:oMath><m:r><m:t>x=</m:t></m:r><m:f><m:num><m:r><m:t>a+b</m:t></m:r></m:num>"
        "<m:den><m:r><m:t>2</m:t></m:r></m:den></m:f><m:sSup><m:e><m:r><m:t>c</m:t>"
        "</m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath>"
    )
    draft = read(docx(body))
    assert draft.blocks == (Block("paragraph", "<p>x=(a+b)/2c<sup>2</sup></p>"),)
    assert remarks(draft, "equation") == [
        (
            Outcome.CONVERTED,
            "The equation was written out as text; please check it.",
            "x=(a+b)/2c2",
        )
    ]


def test_hidden_and_struck_text_is_named():
    draft = read(
        docx(p("Seen ", r("unseen", "<w:vanish/>"), r("gone", "<w:strike/>"), "."))
    )
    assert draft.blocks == (Block("paragraph", "<p>Seen gone.</p>"),)
    assert [(o, x) for o, _m, x in remarks(draft, "look")] == [
        (Outcome.LOST, "unseen"),
        (Outcome.CHANGED, "gone"),
    ]


def test_the_strict_standard_reads_the_same():
    strict = NAMESPACES.replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    draft = read(docx(p("Strict ", r("too", "<w:b/>")), root=strict))
    assert draft.blocks == (Block("paragraph", "<p>Strict <b>too</b></p>"),)


def test_a_field_without_an_end_swallows_nothing():
    body = p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', "kept") + p("also")
    draft = read(docx(body))
    assert draft.blocks == (Block("paragraph", "<p>kept also</p>"),)
    assert draft.counts == {"field": 1}
