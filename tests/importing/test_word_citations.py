"""Citations that reference managers and Word leave in a file."""

import json
from base64 import b64encode

from hypothesis import given
from hypothesis import strategies as st

from importing.draft import Block, Outcome
from importing.word import citations, read
from tests.importing.documents import (
    Parts,
    complex_field,
    docx,
    note,
    note_mark,
    p,
    r,
    style,
)

RELIEF = {
    "id": "ITEM-1",
    "type": "article-journal",
    "title": "Relief that lasts",
    "author": [{"family": "Okoro", "given": "Ada"}],
    "container-title": "Journal of Examples",
    "issued": {"date-parts": [[2021]]},
    "DOI": "10.5555/relief",
    "abstract": "Not for readers.",
}
DOSE = {
    "id": "ITEM-1",
    "type": "article-journal",
    "title": "How much is enough",
    "author": [{"family": "Lindqvist", "given": "Per"}],
    "issued": {"date-parts": [[2019]]},
}
NUMBERED = "<w:vertAlign w:val='superscript'/>"


def zotero(*items, **more):
    cited = [{"itemData": item, **more} for item in items]
    code = json.dumps({"citationID": "x", "citationItems": cited})
    return f" ADDIN ZOTERO_ITEM CSL_CITATION {code} "


def endnote(title, number, pages=""):
    return (
        f"<Cite><Author>Okoro</Author><Pages>{pages}</Pages><record><rec-number>"
        f'{number}</rec-number><ref-type name="Journal Article">17</ref-type>'
        "<contributors><authors><author>Okoro, Ada</author></authors></contributors>"
        f'<titles><title><style face="normal">{title}</style></title></titles><dates>'
        "<year>2021</year></dates></record></Cite>"
    )


def titles(draft):
    return [item["title"] for item in draft.references]


def cited(draft):
    return [
        (each.tool, each.references, each.locators, each.text)
        for each in draft.citations
    ]


def test_zotero_fields_split_over_runs_become_citations():
    body = p("It helps", complex_field(zotero(RELIEF), r("1", NUMBERED), pieces=9), ".")
    draft = read(docx(body))
    assert draft.blocks == (
        Block(
            "paragraph",
            '<p>It helps<a linktype="citation" data-key="c1"><sup>1</sup></a>.</p>',
        ),
    )
    assert cited(draft) == [("Zotero", (0,), ("",), "1")]
    assert draft.references == (
        {
            "id": "r1",
            "type": "article-journal",
            "title": "Relief that lasts",
            "author": [{"family": "Okoro", "given": "Ada"}],
            "container-title": "Journal of Examples",
            "issued": {"date-parts": [[2021]]},
            "DOI": "10.5555/relief",
        },
    )


def test_works_are_told_apart_by_what_they_are_and_never_by_their_id():
    body = (
        p("A ", complex_field(zotero(RELIEF), "(1)"))
        + p("B ", complex_field(zotero(DOSE, RELIEF), "(1, 2)"))
        + p("C ", complex_field(zotero(DOSE), "(2)"))
    )
    draft = read(docx(body))
    assert titles(draft) == ["Relief that lasts", "How much is enough"]
    assert [each.references for each in draft.citations] == [(0,), (1, 0), (1,)]


def test_locators_say_where_in_the_work():
    body = p(
        complex_field(zotero(RELIEF, locator="12", label="page"), "(1)"),
        complex_field(zotero(RELIEF, locator="12-14"), "(2)"),
        complex_field(zotero(RELIEF, locator="3", label="chapter"), "(3)"),
    )
    assert [each.locators for each in read(docx(body)).citations] == [
        ("p. 12",),
        ("pp. 12-14",),
        ("chap. 3",),
    ]


def test_citations_in_notes_are_read_too():
    field = complex_field(zotero(DOSE), "Lindqvist 2019")
    draft = read(
        docx(p("So.", note_mark(1)), Parts(footnotes=note(1, p("See ", field, "."))))
    )
    assert draft.blocks[1] == Block(
        "notes",
        {
            "notes": [
                '<p>See <a linktype="citation" data-key="c1">Lindqvist 2019</a>.</p>'
            ]
        },
    )


def test_a_link_inside_a_citation_gives_way_to_it():
    inner = complex_field(' HYPERLINK \\l "ref1" ', "[1]")
    draft = read(docx(p("So ", complex_field(zotero(DOSE), inner))))
    assert draft.blocks[0].value == (
        '<p>So <a linktype="citation" data-key="c1">[1]</a></p>'
    )


def test_mendeley_desktop_and_cite_are_read():
    desktop = json.dumps({"citationItems": [{"id": "ITEM-1", "itemData": RELIEF}]})
    packed = b64encode(
        json.dumps({"citationItems": [{"id": "x", "itemData": DOSE}]}).encode()
    ).decode()
    control = (
        f'<w:sdt><w:sdtPr><w:tag w:val="MENDELEY_CITATION_v3_{packed}"/></w:sdtPr>'
        f"<w:sdtContent>{r('(Lindqvist, 2019)')}</w:sdtContent></w:sdt>"
    )
    body = p(complex_field(f"ADDIN CSL_CITATION {desktop}", "[1]"), " and ", control)
    draft = read(docx(body))
    assert cited(draft) == [
        ("Mendeley", (0,), ("",), "[1]"),
        ("Mendeley Cite", (1,), ("",), "(Lindqvist, 2019)"),
    ]
    assert titles(draft) == ["Relief that lasts", "How much is enough"]


def test_endnote_is_read_from_the_code_and_from_what_is_packed_beside_it():
    inline = f" ADDIN EN.CITE <EndNote>{endnote('Relief that lasts', 1, '4')}</EndNote>"
    xml = f"<EndNote>{endnote('One', 1)}{endnote('Two', 2)}</EndNote>"
    packed = b64encode(xml.encode()).decode()
    wrapped = "\n".join(packed[at : at + 76] for at in range(0, len(packed), 76))
    nested = complex_field(" ADDIN EN.CITE.DATA ", data=wrapped)
    begin, _code, end = complex_field("CODE", "(2, 3)", data=wrapped).partition(
        '<w:r><w:instrText xml:space="preserve">CODE</w:instrText></w:r>'
    )
    code = "<w:r><w:instrText> ADDIN EN.CITE </w:instrText></w:r>"
    body = p("A ", complex_field(inline, "(1)"), " B ", begin, code, nested, end)
    draft = read(docx(body))
    assert cited(draft) == [
        ("EndNote", (0,), ("p. 4",), "(1)"),
        ("EndNote", (1, 2), ("", ""), "(2, 3)"),
    ]
    assert titles(draft) == ["Relief that lasts", "One", "Two"]


def test_words_own_citations_come_from_the_files_list():
    sources = (
        "<b:Source><b:Tag>Oko21</b:Tag><b:SourceType>JournalArticle</b:SourceType>"
        "<b:Title>Relief that lasts</b:Title><b:Year>2021</b:Year><b:JournalName>J Ex"
        "</b:JournalName><b:Author><b:Author><b:NameList><b:Person><b:Last>Okoro"
        "</b:Last><b:First>Ada</b:First></b:Person></b:NameList></b:Author></b:Author>"
        "</b:Source><b:Source><b:Tag>WHO</b:Tag><b:SourceType>InternetSite"
        "</b:SourceType><b:Title>Facts</b:Title><b:Author><b:Author><b:Corporate>WHO"
        "</b:Corporate></b:Author></b:Author></b:Source>"
    )
    simple = (
        '<w:fldSimple w:instr=" CITATION Oko21 \\p 5 \\l 1033 \\m WHO ">'
        f"{r('(Okoro, 2021, p. 5; WHO)')}</w:fldSimple>"
    )
    body = p(simple, complex_field(" CITATION WHO \\l 1033 ", "(WHO)"))
    draft = read(docx(body, Parts(sources=sources)))
    assert cited(draft) == [
        ("Word", (0, 1), ("p. 5", ""), "(Okoro, 2021, p. 5; WHO)"),
        ("Word", (1,), ("",), "(WHO)"),
    ]
    assert draft.references[0]["author"] == [{"family": "Okoro", "given": "Ada"}]
    assert draft.references[1]["author"] == [{"literal": "WHO"}]


def test_citavi_is_read():
    entry = {
        "Reference": {
            "ReferenceType": "JournalArticle",
            "Title": "Relief that lasts",
            "Year": "2021",
            "Authors": [{"FirstName": "Ada", "LastName": "Okoro"}],
            "Periodical": {"Name": "Journal of Examples"},
        },
        "PageRange": {"OriginalString": "7"},
    }
    packed = b64encode(json.dumps({"Entries": [entry]}).encode()).decode()
    draft = read(docx(p(complex_field(f"ADDIN CitaviPlaceholder{{{packed}}}", "[1]"))))
    assert cited(draft) == [("Citavi", (0,), ("p. 7",), "[1]")]
    assert draft.references[0]["container-title"] == "Journal of Examples"


def test_zotero_may_keep_its_codes_in_the_files_properties():
    code = zotero(RELIEF).replace(" ADDIN ", "").strip()
    parts = [code[:40], code[40:]]
    types = "http://schemas.openxmlformats.org/officeDocument/2006"
    properties = "".join(
        f'<property name="ZOTERO_BREF_abc_{number}"><vt:lpwstr>'
        + part.replace("&", "&amp;").replace("<", "&lt;")
        + "</vt:lpwstr></property>"
        for number, part in enumerate(parts, 1)
    )
    xml = (
        f'<Properties xmlns="{types}/custom-properties"'
        f' xmlns:vt="{types}/docPropsVTypes">{properties}</Properties>'
    )
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
        f'relationships"><Relationship Id="a" Type="{types}/relationships/'
        'officeDocument" Target="word/document.xml"/><Relationship Id="b" '
        f'Type="{types}/relationships/custom-properties"'
        ' Target="docProps/custom.xml"/></Relationships>'
    )
    body = p(
        "So ",
        '<w:bookmarkStart w:id="3" w:name="ZOTERO_BREF_abc"/>',
        "[1]",
        '<w:bookmarkEnd w:id="3"/>',
        " end.",
    )
    files = {"docProps/custom.xml": xml.encode(), "_rels/.rels": relations.encode()}
    draft = read(docx(body, Parts(files=files)))
    assert draft.blocks[0].value == (
        '<p>So <a linktype="citation" data-key="c1">[1]</a> end.</p>'
    )
    assert titles(draft) == ["Relief that lasts"]


def test_links_of_zotero_in_google_docs_become_marks_without_a_record():
    link = f"<w:hyperlink r:id='z'>{r('[1–3]')}</w:hyperlink>"
    line = "1. Okoro A. Relief that lasts. Journal of Examples. 2021;1:2-3."
    listed = f"<w:hyperlink r:id='z'>{r(line)}</w:hyperlink>"
    parts = Parts(links={"z": "https://www.zotero.org/google-docs/?AbC"})
    draft = read(docx(p("So ", link, ".") + p(listed), parts))
    assert draft.blocks[0].value == (
        f'<p>So <a linktype="citation" data-key="c1">[1–3]</a>.</p><p>{line}</p>'
    )
    assert cited(draft) == [("Zotero (Google Docs)", (), (), "[1–3]")]


def test_a_broken_code_leaves_its_text_and_is_named():
    body = p(complex_field(" ADDIN ZOTERO_ITEM CSL_CITATION {not json", "(Okoro 2021)"))
    draft = read(docx(body))
    assert cited(draft) == [("Zotero", (), (), "(Okoro 2021)")]
    assert [(each.outcome, each.message) for each in draft.problems] == [
        (
            Outcome.CHANGED,
            "Of the citation made with Zotero, only its text is in the file.",
        )
    ]


def test_the_printed_list_goes_and_what_nobody_cited_stays():
    line = "1.\tOkoro A. Relief that lasts. J Ex. 2021. doi:10.5555/relief"
    other = "2.\tSomebody B. Never cited. J Ex. 2020."
    body = (
        p("So ", complex_field(zotero(RELIEF), "[1]"), ".")
        + p("References", style="H")
        + p(complex_field(" ADDIN ZOTERO_BIBL {} CSL_BIBLIOGRAPHY ", line))
    )
    parts = Parts(styles=style("H", "heading 1"))
    draft = read(docx(body, parts))
    assert [block.type for block in draft.blocks] == ["paragraph"]
    assert draft.printed == (" ".join(line.split()),)
    start, _shown, end = complex_field("ADDIN ZOTERO_BIBL {}", "|").partition(r("|"))
    both = p(start, line) + p(other, end)
    draft = read(docx(body.partition(p("References", style="H"))[0]
                      + p("References", style="H") + both, parts))  # fmt: skip
    assert draft.blocks[1:] == (
        Block("heading", {"level": "h2", "text": "References"}),
        Block("paragraph", f"<p>{' '.join(other.split())}</p>"),
    )


def test_a_citation_that_shows_nothing_leaves_a_mark():
    draft = read(docx(p("So ", complex_field(zotero(RELIEF)), ".")))
    assert draft.blocks[0].value == (
        '<p>So <a linktype="citation" data-key="c1">[?]</a>.</p>'
    )


@given(st.text(max_size=200), st.lists(st.text(max_size=100), max_size=3))
def test_no_code_makes_reading_fail(code, data):
    for start in ("ADDIN ZOTERO_ITEM ", "ADDIN EN.CITE ", "CITATION ", ""):
        works = citations.of_field(f"{start}{code}", data, {})
        assert works == [] or all(work.item for work in works)
    assert isinstance(citations.of_control(f"MENDELEY_CITATION_v3_{code}"), list)


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(max_size=5),
        lambda inner: st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["citationItems", "itemData", "title", "author", "issued", "DOI",
                 "locator", "Entries", "Reference", "Authors", "date-parts"]
            ),
            inner,
            max_size=4,
        ),
        max_leaves=20,
    )
)  # fmt: skip
def test_no_json_makes_reading_fail(value):
    packed = b64encode(json.dumps(value).encode()).decode()
    body = p(
        complex_field(f"ADDIN ZOTERO_ITEM CSL_CITATION {json.dumps(value)}", "[1]"),
        complex_field(
            'ADDIN CSL_CITATION {"citationItems":[{"itemData":'
            f"{json.dumps(value)}}}]}}",
            "[2]",
        ),
        complex_field(f"ADDIN CitaviPlaceholder{{{packed}}}", "[3]"),
    )
    assert len(read(docx(body)).citations) == 3
