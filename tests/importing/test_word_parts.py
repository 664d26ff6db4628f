"""Tables, pictures, notes, boxes, tracked changes and comments of Word files."""

from importing.draft import Block, Outcome, Picture
from importing.word import read
from tests.importing.documents import (
    Parts,
    archive,
    cell,
    docx,
    drawing,
    item,
    note,
    note_mark,
    numbered,
    p,
    png,
    r,
    row,
    style,
    table,
    text_box,
)
from tests.importing.documents import complex_field as field

CAPTION = style("C", "caption")
HEAD = "<w:tblHeader/>"


def rows(draft, kind):
    return [
        (each.outcome, each.excerpt) for each in draft.problems if each.kind == kind
    ]


def table_of(body, parts=None):
    (block,) = read(docx(body, parts)).blocks
    assert block.type == "table"
    return block.value


def test_a_table_keeps_headings_cells_and_caption():
    body = p("Table 1. Doses", style="C") + table(
        row("Drug", "Dose", properties=HEAD),
        row(cell(p(r("Ketamine", "<w:i/>"))), "5 mg"),
        row("Placebo", "0"),
    )
    assert table_of(body, Parts(styles=CAPTION)) == {
        "caption": "<p>Table 1. Doses</p>",
        "table": {
            "columns": [
                {"type": "text", "heading": "Drug"},
                {"type": "text", "heading": "Dose"},
            ],
            "rows": [
                {"values": ["<p><i>Ketamine</i></p>", "<p>5 mg</p>"]},
                {"values": ["<p>Placebo</p>", "<p>0</p>"]},
            ],
            "caption": "",
        },
        "row_headers": True,
        "note": "",
        "merged": "",
    }


def test_a_caption_is_found_by_its_number_field_or_by_its_words():
    number = p("Table ", field(" SEQ Table \\* ARABIC ", "1"), ": Doses")
    typed = p("Table 2: Doses")
    for caption in (number, typed):
        value = table_of(caption + table(row("A", "B"), row("c", "d")))
        assert value["caption"].endswith(": Doses</p>")


def test_merged_cells_keep_their_place_and_extent():
    down, goes_on = (
        '<w:vMerge w:val="restart"/>',
        "<w:vMerge/>",
    )
    body = table(
        row("Drug", "Route", "Dose", properties=HEAD),
        row(cell(p("Ketamine"), properties=down), "vein", "5"),
        row(cell(p(), properties=goes_on), "mouth", "9"),
        row(cell(p("none of them"), properties='<w:gridSpan w:val="2"/>'), "0"),
    )
    value = table_of(body)
    assert value["merged"] == "A2:A3, A4:B4"
    assert [each["values"] for each in value["table"]["rows"]] == [
        ["<p>Ketamine</p>", "<p>vein</p>", "<p>5</p>"],
        ["", "<p>mouth</p>", "<p>9</p>"],
        ["<p>none of them</p>", "", "<p>0</p>"],
    ]


def test_two_rows_of_headings_become_one():
    wide = '<w:gridSpan w:val="2"/>'
    body = table(
        row("Drug", cell(p("Relief"), properties=wide), properties=HEAD),
        row("", "short", "long", properties=HEAD),
        row("Ketamine", "yes", "no"),
    )
    value = table_of(body)
    assert [each["heading"] for each in value["table"]["columns"]] == [
        "Drug",
        "Relief: short",
        "Relief: long",
    ]
    assert value["merged"] == ""


def test_a_merge_below_two_rows_of_headings_is_counted_from_row_two():
    down, goes_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    body = table(
        row("A", "B", properties=HEAD),
        row("a", "b", properties=HEAD),
        row(cell(p("x"), properties=down), "1"),
        row(cell(p(), properties=goes_on), "2"),
    )
    assert table_of(body)["merged"] == "A2:A3"


def test_cells_keep_lists_as_lines_and_give_up_pictures_and_tables():
    inner = table(row("in", "side"))
    body = table(
        row("What", "How", properties=HEAD),
        row(
            cell(item("one"), item("two")), cell(inner, p(drawing("pic.png", "A leg")))
        ),
    )
    draft = read(docx(body, Parts(numbering=numbered(), pictures={"pic.png": png()})))
    assert [block.type for block in draft.blocks] == ["table", "image"]
    assert draft.blocks[0].value["table"]["rows"] == [
        {"values": ["<p>1. one</p><p>2. two</p>", "<p>in | side</p>"]}
    ]


def test_notes_and_links_in_headings_of_columns_stand_below():
    body = table(
        row(cell(p("Dose", note_mark(1))), "Effect", properties=HEAD),
        row("5", "some"),
    )
    draft = read(docx(body, Parts(footnotes=note(1, p("In mg.")))))
    assert draft.blocks[0].value["note"] == (
        '<p>Dose: <a href="#note-1"><sup>1</sup></a></p>'
    )
    assert draft.blocks[1] == Block("notes", {"notes": ["<p>In mg.</p>"]})


def test_a_table_of_one_cell_is_text():
    draft = read(docx(table(row("Remember this."))))
    assert draft.blocks == (Block("paragraph", "<p>Remember this.</p>"),)


def test_pictures_keep_their_description_and_caption():
    parts = Parts(styles=CAPTION, pictures={"leg.png": png()})
    body = p(drawing("leg.png", "A leg")) + p("Figure 1. Where it hurts", style="C")
    draft = read(docx(body, parts))
    (name,) = draft.pictures
    assert draft.pictures[name] == Picture(png(), "A leg", "image/png")
    assert draft.blocks == (
        Block("image", {"image": name, "caption": "<p>Figure 1. Where it hurts</p>"}),
    )


def test_pictures_in_a_line_follow_it():
    body = p("Before ", drawing("a.png"), "after.") + p("Next.")
    draft = read(docx(body, Parts(pictures={"a.png": png()})))
    assert [block.type for block in draft.blocks] == ["paragraph", "image", "paragraph"]
    assert draft.blocks[0].value == "<p>Before after.</p>"


def test_pictures_that_cannot_be_shown_are_named():
    parts = Parts(
        pictures={"a.emf": b"\x01\x00\x00\x00" + bytes(40), "b.png": b"<html>"},
        outside={"far": "https://example.org/track.png"},
    )
    body = p(drawing("a.emf", "A chart")) + p(drawing("b.png"))
    body += p(drawing("far", attribute="r:link")) + p("Text.")
    draft = read(docx(body, parts))
    assert draft.pictures == {}
    assert rows(draft, "picture") == [
        (Outcome.LOST, "a.emf A chart"),
        (Outcome.LOST, "b.png"),
        (Outcome.LOST, "https://example.org/track.png"),
    ]


def test_notes_link_from_their_marks_in_reading_order():
    body = (
        p("First", note_mark(5), ", then", note_mark(2, "endnote"), ".")
        + table(row("A", "B"), row(cell(p("in a cell", note_mark(4))), "d"))
        + p("Again", note_mark(5), ".")
    )
    parts = Parts(
        footnotes=note(4, p("Four.")) + note(5, p("Five ", r("bold", "<w:b/>"), ".")),
        endnotes=note(2, p("Two."), p("And more."), kind="endnote"),
    )
    draft = read(docx(body, parts))
    assert draft.notes == 3
    assert draft.blocks[0].value == (
        '<p>First<a href="#note-1"><sup>1</sup></a>, then'
        '<a href="#note-2"><sup>2</sup></a>.</p>'
    )
    assert draft.blocks[2].value == '<p>Again<a href="#note-1"><sup>1</sup></a>.</p>'
    assert draft.blocks[3] == Block(
        "notes",
        {
            "notes": [
                "<p>Five <b>bold</b>.</p>",
                "<p>Two.</p><p>And more.</p>",
                "<p>Four.</p>",
            ]
        },
    )


def test_a_paragraph_may_be_the_mark_of_a_note_alone():
    draft = read(docx(p(note_mark(1)), Parts(footnotes=note(1, p("Note.")))))
    assert draft.blocks[0].value == '<p><a href="#note-1"><sup>1</sup></a></p>'


def test_a_note_that_nothing_refers_to_is_kept_unless_its_mark_was_deleted():
    body = p("Text", f"<w:del>{note_mark(1)}</w:del>", ".")
    parts = Parts(footnotes=note(1, p("Deleted.")) + note(2, p("Forgotten.")))
    draft = read(docx(body, parts))
    assert draft.blocks[1:] == (Block("notes", {"notes": ["<p>Forgotten.</p>"]}),)
    assert rows(draft, "note") == [(Outcome.CHANGED, "Forgotten.")]


def test_a_box_is_read_once_and_set_apart():
    body = p("Before.", text_box(p("Key: "), p("rest"), fallback=p("old"))) + p(
        "After."
    )
    draft = read(docx(body))
    assert draft.blocks == (
        Block("paragraph", "<p>Before.</p>"),
        Block(
            "callout", {"kind": "note", "title": "", "text": "<p>Key:</p><p>rest</p>"}
        ),
        Block("paragraph", "<p>After.</p>"),
    )


def test_a_caption_in_a_box_belongs_to_its_picture():
    parts = Parts(styles=CAPTION, pictures={"leg.png": png()})
    body = p(drawing("leg.png"), text_box(p("Figure 1. A leg", style="C")))
    (block,) = read(docx(body, parts)).blocks
    assert block.value["caption"] == "<p>Figure 1. A leg</p>"


def test_tracked_changes_are_accepted_and_named():
    body = p(
        "Give ",
        '<w:del w:author="Ann"><w:r><w:delText>50</w:delText></w:r></w:del>',
        f'<w:ins w:author="Bo">{r("5")}</w:ins>',
        " mg.",
    )
    draft = read(docx(body))
    assert draft.blocks == (Block("paragraph", "<p>Give 5 mg.</p>"),)
    assert [(each.kind, each.message, each.excerpt) for each in draft.problems] == [
        (
            "deletion",
            "Deleted by Ann while changes were tracked; it was left out.",
            "50",
        ),
        (
            "insertion",
            "Inserted by Bo while changes were tracked; it was accepted.",
            "5",
        ),
    ]


def test_a_paragraph_whose_end_was_deleted_runs_into_the_next():
    body = p("One ", properties="<w:rPr><w:del/></w:rPr>") + p("sentence.")
    assert read(docx(body)).blocks == (Block("paragraph", "<p>One sentence.</p>"),)


def test_deleted_rows_of_tables_are_left_out_and_named():
    gone = row("gone", "too", properties="<w:del/>")
    draft = read(docx(table(row("A", "B", properties=HEAD), row("c", "d"), gone)))
    assert len(draft.blocks[0].value["table"]["rows"]) == 1
    assert rows(draft, "deletion") == [(Outcome.CHANGED, "gone too")]


def test_comments_headers_and_macros_are_named():
    comment = f'<w:comment w:id="1" w:author="Ann">{p("Source?")}</w:comment>'
    parts = Parts(
        comments=comment,
        header=p("Draft of May"),
        files={"word/vbaProject.bin": b"\xd0\xcf"},
    )
    draft = read(docx(p("Text."), parts))
    assert [(each.kind, each.outcome, each.excerpt) for each in draft.problems] == [
        ("comment", Outcome.FOUND, "Source?"),
        ("page margin", Outcome.LOST, "Draft of May"),
        ("macro", Outcome.LOST, ""),
    ]


def test_a_broken_part_costs_only_itself_and_is_named():
    data = docx(p("Text."), Parts(comments="<w:comment>"))
    draft = read(data)
    assert draft.blocks == (Block("paragraph", "<p>Text.</p>"),)
    assert rows(draft, "part") == [(Outcome.LOST, "word/comments.xml")]


def test_the_text_may_lie_under_any_name():
    address = "http://schemas.openxmlformats.org/package/2006/relationships"
    type = "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"
    word = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    data = archive(
        {
            "_rels/.rels": f'<Relationships xmlns="{address}"><Relationship Id="x"'
            f' Type="{type}" Target="/Text/Main.xml"/></Relationships>'.encode(),
            "text/main.xml": f'<d:document xmlns:d="{word}"><d:body><d:p><d:r><d:t>'
            "Here</d:t></d:r></d:p></d:body></d:document>".encode(),
        }
    )
    assert read(data).blocks == (Block("paragraph", "<p>Here</p>"),)
