"""Files that mean harm, or are none that can be read, in the process made for it."""

import os
import struct
import time
import zipfile
from contextlib import suppress
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from importing import draft as drafts
from importing.conversion import MOST_MEMORY, convert_safely, measured
from importing.refusals import Refused
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
    row,
    table,
)

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
DAMAGED = (
    "The file is damaged or was cut off on its way. Please save it again and upload it"
    " once more."
)
TOO_LARGE = (
    "Unzipped, the file is far larger than an article can be, so it was not read."
)
ENTITIES = "The file declares XML entities, which can be a trap, so it was not read."
TOO_DEEP = (
    "Tables, boxes or other parts of the file lie inside each other too deeply, so it"
    " was not read."
)
PASSWORD = "The file is protected by a password. Please save it without one."


def nested_tables(count):
    inner = p("deep")
    for _each in range(count):
        inner = table(row(cell(inner, p())))
    return docx(inner)


def bomb():
    """Give 1 GB of zeros where the text should be."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as zipped:
        zipped.writestr("_rels/.rels", "<Relationships/>")
        with zipped.open("word/document.xml", "w", force_zip64=True) as part:
            for _each in range(100):
                part.write(bytes(10 * 2**20))
    return out.getvalue()


def lying_bomb():
    """Give the same, but let its directory say that it is small."""
    text = b" " * (30 * 2**20)
    data = bytearray(docx(""))
    files = {"word/document.xml": text}
    data = bytearray(archive(files))
    at = data.rfind(b"PK\x01\x02")
    data[at + 24 : at + 28] = struct.pack("<I", 1000)
    return bytes(data)


def entities(inner, declared):
    text = docx(p("x"))
    with zipfile.ZipFile(BytesIO(text)) as zipped:
        files = {name: zipped.read(name) for name in zipped.namelist()}
    xml = files["word/document.xml"].decode().partition("?>")[2]
    files["word/document.xml"] = (
        f"<?xml version='1.0'?><!DOCTYPE d [{declared}]>"
        + xml.replace(">x<", f">{inner}<")
    ).encode()
    return archive(files)


def laughs():
    lines = ['<!ENTITY a "ha">'] + [
        f'<!ENTITY {name} "{f"&{before};" * 10}">'
        for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    ]
    return entities("&i;", "".join(lines))


def locked_zip():
    data = bytearray(docx(p("x")))
    at = data.find(b"PK\x01\x02")
    data[at + 8] |= 1
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "The file is empty."),
        (b"MZ\x90\x00" + bytes(100), "This is a program, not a Word file, whatever its"
         " name says."),
        (b"\x7fELF" + bytes(100), "This is a program, not a Word file, whatever its"
         " name says."),
        (b"%PDF-1.7 ...", "This is a PDF. Please upload the Word file (.docx) it was"
         " made from."),
        (b"{\\rtf1 x}", "This is an RTF file. Please save it as a Word file (.docx) and"
         " upload that."),
        (b"\x89PNG\r\n", "This is a picture. Please upload a Word file (.docx)."),
        (b"Rar!\x1a", "This is an archive. Please upload the Word file (.docx)"
         " itself."),
        (b"just words", "This is not a Word file (.docx)."),
        (OLE + "WordDocument".encode("utf-16-le"), "This is a file of an old Word"
         " (.doc). Please save it as .docx and upload that."),
        (OLE + "EncryptedPackage".encode("utf-16-le"), PASSWORD),
        (OLE, "This is not a Word file (.docx) but another Office file."),
        (archive({"xl/workbook.xml": b"<x/>"}), "This is an Excel workbook. Please"
         " upload a Word file (.docx)."),
        (archive({"ppt/presentation.xml": b"<x/>"}), "This is a PowerPoint file. Please"
         " upload a Word file (.docx)."),
        (archive({"mimetype": b"x", "content.xml": b"<x/>"}), "This is an OpenDocument"
         " file. Please save it as a Word file (.docx) and upload that."),
        (archive({"a.txt": b"x"}), "This is an archive without a Word document in it."),
        (locked_zip(), PASSWORD),
        (docx(p("cut off"))[:-40], DAMAGED),
        (docx(p("cut off"))[:300], DAMAGED),
        (docx("<w:p>"), "The file’s text is damaged. Please save it again and upload it"
         " anew."),
        (b"PK\x03\x04" + bytes(21 * 2**20), "The file is larger than 20 MB. Smaller"
         " pictures may help."),
        (bomb(), TOO_LARGE),
        (laughs(), ENTITIES),
        (entities("&e;", '<!ENTITY e SYSTEM "file:///etc/passwd">'), ENTITIES),
        (nested_tables(5_000), TOO_DEEP),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_in_a_clear_sentence(data, sentence):
    with pytest.raises(Refused) as refused:
        convert_safely(data, "manuscript.docx")
    assert str(refused.value) == sentence


def test_a_part_that_is_larger_than_it_says_is_refused():
    with pytest.raises(Refused):
        read(lying_bomb())


def test_some_nested_tables_are_read():
    draft = convert_safely(nested_tables(20), "manuscript.docx")
    assert draft.blocks == (drafts.Block("paragraph", "<p>deep</p>"),)


def test_a_draft_comes_back_from_the_child_whole():
    body = (
        p("Text ", note_mark(1), drawing("a.png", "A leg"))
        + item("one")
        + table(row("A", "B"), row("c", "d"))
    )
    parts = Parts(
        footnotes=note(1, p("Note.")),
        numbering=numbered(),
        pictures={"a.png": png()},
    )
    data = docx(body, parts)
    conversion = measured(data, "manuscript.docx")
    here = read(data)
    assert conversion.draft.blocks == here.blocks
    assert conversion.draft.pictures == here.pictures
    assert drafts.from_json(drafts.as_json(here)) == here
    assert conversion.megabytes < MOST_MEMORY / 2**20


def test_nothing_is_left_behind(tmp_path, monkeypatch):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    with pytest.raises(Refused):
        convert_safely(nested_tables(5_000), "../../escape.docx")
    convert_safely(docx(p("x")), "manuscript.docx")
    assert os.listdir(tmp_path) == []


def test_a_file_that_takes_too_long_is_given_up():
    rows = row(*["word " * 30] * 8) * 6_000
    began = time.monotonic()
    with pytest.raises(Refused):
        measured(docx(table(rows)), "manuscript.docx", seconds=1)
    assert time.monotonic() - began < 10


def test_a_large_manuscript_stays_within_memory_and_time():
    cells = row(*["Some words of a cell in a large table"] * 8)
    body = (p("A sentence of a long review. " * 20) * 500 + table(cells * 150)) * 8
    conversion = measured(docx(body), "manuscript.docx")
    assert conversion.megabytes < 500
    assert conversion.seconds < 60
    assert len(conversion.draft.blocks) == 16


SAMPLE = docx(
    p("Text ", note_mark(1)) + item("one") + table(row("A", "B"), row("c", "d")),
    Parts(footnotes=note(1, p("Note.")), numbering=numbered()),
)


@given(st.binary(max_size=300))
def test_any_bytes_are_refused(data):
    with pytest.raises(Refused):
        read(b"PK\x03\x04" + data)


@given(st.integers(0, len(SAMPLE) - 1), st.integers(0, 255), st.integers(1, 400))
def test_a_damaged_file_is_read_or_refused(at, byte, length):
    data = bytearray(SAMPLE)
    data[at : at + length] = bytes([byte]) * min(length, len(SAMPLE) - at)
    with suppress(Refused):
        draft = read(bytes(data))
        assert drafts.from_json(drafts.as_json(draft)) == draft


NAMES = st.sampled_from(
    [
        *("p", "r", "t", "tab", "br", "pPr", "rPr", "numPr", "numId", "ilvl", "sym"),
        *("tbl", "tr", "tc", "trPr", "tcPr", "gridSpan", "vMerge", "gridBefore"),
        *("tblHeader", "ins", "del", "hyperlink", "sdt", "sdtContent", "sdtPr", "tag"),
        *("fldChar", "instrText", "fldSimple", "footnoteReference", "bookmarkStart"),
        *("drawing", "pict", "txbxContent", "outlineLvl", "pStyle", "framePr", "dir"),
        *("ruby", "rubyBase", "rt"),
    ]
)
ATTRIBUTES = st.dictionaries(
    st.sampled_from(["val", "id", "fldCharType", "instr", "char", "font", "dropCap"]),
    st.sampled_from(
        ["1", "-1", "0", "99999999999", "begin", "separate", "end", "x", "", "1e400",
         "continue", "restart", "NaN", " SEQ Table ", "F0FE", "TOC", "CITATION a"]
    ),
    max_size=2,
)  # fmt: skip


@st.composite
def bodies(draw, depth=5):
    name = draw(NAMES)
    attributes = "".join(
        f' w:{key}="{value}"' for key, value in draw(ATTRIBUTES).items()
    )
    inner = draw(st.sampled_from(["", "words", " 12 "]))
    if depth:
        inner += "".join(draw(st.lists(bodies(depth - 1), max_size=3)))
    return f"<w:{name}{attributes}>{inner}</w:{name}>"


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.lists(bodies(), min_size=1, max_size=4))
def test_any_elements_in_any_order_are_read(elements):
    draft = read(docx("".join(elements), Parts(numbering=numbered())))
    assert drafts.from_json(drafts.as_json(draft)) == draft
