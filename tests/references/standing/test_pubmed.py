"""What PubMed records of a work, as XML and as MEDLINE text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from references.standing import Standing, State, from_medline, from_pubmed_xml


def medline(*lines):
    return "\n".join(["", "PMID- 11112222", "TI  - A trial.", *lines, ""])


@pytest.mark.parametrize(
    ("lines", "state", "notice_of"),
    [
        (["PT  - Journal Article"], State.CURRENT, None),
        (["PT  - Retracted Publication"], State.RETRACTED, None),
        (["PT  - Retraction Notice"], State.CURRENT, State.RETRACTED),
        (["PT  - Retraction of Publication"], State.CURRENT, State.RETRACTED),
        (["PT  - Expression of Concern"], State.CURRENT, State.CONCERN),
        (["PT  - Published Erratum"], State.CURRENT, State.CORRECTED),
        (["RIN - J. 2020;1:2. PMID: 5"], State.RETRACTED, None),
        (["ROF - J. 2020;1:2. PMID: 5"], State.CURRENT, State.RETRACTED),
        (["PRIN- J. 2020;1:2. PMID: 5"], State.PARTLY_RETRACTED, None),
        (["PROF- J. 2020;1:2. PMID: 5"], State.CURRENT, State.PARTLY_RETRACTED),
        (["ECI - J. 2020;1:2. PMID: 5"], State.CONCERN, None),
        (["ECF - J. 2020;1:2. PMID: 5"], State.CURRENT, State.CONCERN),
        (["EIN - J. 2020;1:2. PMID: 5"], State.CORRECTED, None),
        (["EFR - J. 2020;1:2. PMID: 5"], State.CURRENT, State.CORRECTED),
        (["CRI - J. 2020;1:2. PMID: 5"], State.CORRECTED, None),
        (["CRF - J. 2020;1:2. PMID: 5"], State.CURRENT, None),
        (["RRI - J. 2020;1:2. PMID: 5"], State.RETRACTED, None),
        (["UIN - J. 2020;1:2. PMID: 5"], State.CURRENT, None),
        (["CIN - Retraction. J. 2020;1:2. PMID: 5"], State.CURRENT, None),
        (["EIN - J. 2019;1:2.", "ECI - J. 2018;1:2."], State.CONCERN, None),
    ],
)
def test_medline_types_and_tags(lines, state, notice_of):
    standing = from_medline(medline(*lines))["11112222"]
    assert (standing.state, standing.notice_of) == (state, notice_of)


def test_medline_last_notice_counts_and_its_lines_may_be_wrapped():
    text = medline(
        "PT  - Retracted Publication",
        "RIN - J Inv. 2014 Mar 6;3(9):750. doi: 10.5555/first. PMID: 1",
        "RIN - J Inv. 2020 Feb 6;4(1):445. doi: ",
        "      10.5555/SECOND(20)1. PMID: 33334444",
        "EIN - J Inv. 2021;5:1. PMID: 3",
    )
    assert from_medline(text) == {
        "11112222": Standing(
            state=State.RETRACTED,
            notice_doi="10.5555/second(20)1",
            notice_pmid="33334444",
            date=(2020, 2, 6),
            sources=("PubMed",),
        )
    }


def test_medline_records_stay_apart():
    text = "PMID- 1\nPT  - Retracted Publication\n\nPMID- 2\nPT  - Journal Article\n"
    states = {pmid: it.state for pmid, it in from_medline(text).items()}
    assert states == {"1": State.RETRACTED, "2": State.CURRENT}


def xml(link="", kind="Journal Article"):
    return f"""<PubmedArticleSet><PubmedArticle><MedlineCitation>
    <PMID Version="1">11112222</PMID><Article><ArticleTitle>A trial.</ArticleTitle>
    <PublicationTypeList><PublicationType>{kind}</PublicationType>
    </PublicationTypeList></Article><CommentsCorrectionsList>{link}
    </CommentsCorrectionsList></MedlineCitation></PubmedArticle></PubmedArticleSet>"""


@pytest.mark.parametrize(
    ("kind", "state", "notice_of"),
    [
        ("RetractionIn", State.RETRACTED, None),
        ("RetractionOf", State.CURRENT, State.RETRACTED),
        ("RetractedandRepublishedIn", State.RETRACTED, None),
        ("RetractedandRepublishedFrom", State.CURRENT, None),
        ("ExpressionOfConcernIn", State.CONCERN, None),
        ("ExpressionOfConcernFor", State.CURRENT, State.CONCERN),
        ("CorrectedandRepublishedIn", State.CORRECTED, None),
        ("ErratumIn", State.CORRECTED, None),
        ("ErratumFor", State.CURRENT, State.CORRECTED),
        ("UpdateIn", State.CURRENT, None),
        ("Cites", State.CURRENT, None),
    ],
)
def test_pubmed_xml_links(kind, state, notice_of):
    link = (
        f'<CommentsCorrections RefType="{kind}"><RefSource>J Inv. 2020 Feb;4:5'
        "</RefSource><PMID>5</PMID></CommentsCorrections>"
    )
    standings, problems = from_pubmed_xml(xml(link))
    standing = standings["11112222"]
    assert (standing.state, standing.notice_of) == (state, notice_of)
    about_this = state is not State.CURRENT
    assert (standing.notice_pmid, standing.date) == (
        ("5", (2020, 2)) if about_this else ("", ())
    )
    assert problems == []


def test_pubmed_xml_types_are_whole_strings():
    states = {
        kind: from_pubmed_xml(xml(kind=kind))[0]["11112222"].state
        for kind in ("Retracted Publication", "Retraction of Publication")
    }
    assert states == {
        "Retracted Publication": State.RETRACTED,
        "Retraction of Publication": State.CURRENT,
    }


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<html></html>",
        "<PubmedArticleSet>",
        '<!DOCTYPE a [<!ENTITY b "c">]><PubmedArticleSet>&b;</PubmedArticleSet>',
    ],
)
def test_pubmed_xml_that_is_none_is_a_problem(text):
    standings, problems = from_pubmed_xml(text)
    assert (standings, [problem.raw for problem in problems]) == ({}, [text])


@given(st.text())
def test_any_text_is_read_without_an_error(text):
    assert set(from_medline(text).values()) <= {Standing(sources=("PubMed",))}
