"""Identifiers: their forms, their addresses, and where they stand in a text."""

import re
import time

import pytest

from references.identifiers import (
    Identifier,
    find,
    normalise_doi,
    normalise_isbn,
    normalise_issn,
    normalise_nbk,
    normalise_pmcid,
    normalise_pmid,
    recognise,
)


@pytest.mark.parametrize(
    ("normalise", "text", "value"),
    [
        (normalise_doi, " doi: 10.1000/ABC. ", "10.1000/abc"),
        (normalise_doi, "https://doi.org/10.1000/a%2Fb", "10.1000/a/b"),
        (normalise_doi, "10.1000\u200b/a\u2010b", "10.1000/a-b"),
        (normalise_doi, "10.1000.10/182", "10.1000.10/182"),
        (normalise_pmid, "PMID: 123", "123"),
        (normalise_pmid, "https://pubmed.ncbi.nlm.nih.gov/123/", "123"),
        (normalise_pmcid, "1234567", "PMC1234567"),
        (normalise_pmcid, "PMCPMC199257.2", "PMC199257"),
        (normalise_nbk, "nbk562246", "NBK562246"),
        (normalise_isbn, "ISBN-10: 0-306-40615-2", "9780306406157"),
        (normalise_isbn, "080442957X", "9780804429573"),
        (normalise_isbn, "978 0 306 40615 7", "9780306406157"),
        (normalise_issn, "ISSN 0378-5955", "0378-5955"),
        (normalise_issn, "2434561x", "2434-561X"),
    ],
)
def test_each_has_one_stored_form(normalise, text, value):
    assert normalise(text) == value


@pytest.mark.parametrize(
    ("normalise", "text", "message"),
    [
        (normalise_doi, "11.1000/x", "A DOI starts with “10.”, such as 10.1000/182."),
        (
            normalise_doi,
            "10.1000/%00x",
            "A DOI starts with “10.”, such as 10.1000/182.",
        ),
        (normalise_pmid, "0123", "A PubMed number has one to nine digits."),
        (normalise_pmcid, "PMC1", "A PubMed Central number looks like PMC1234567."),
        (normalise_nbk, "562246", "A Bookshelf number looks like NBK562246."),
        (
            normalise_isbn,
            "12345",
            "An ISBN has 10 digits, or 13 that begin with 978 or 979.",
        ),
        (
            normalise_isbn,
            "9780306406158",
            "A digit of this ISBN is wrong: its check digit does not fit.",
        ),
        (
            normalise_issn,
            "0378-5954",
            "A digit of this ISSN is wrong: its check digit does not fit.",
        ),
    ],
)
def test_what_is_none_is_told_in_words(normalise, text, message):
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        normalise(text)


@pytest.mark.parametrize(
    ("text", "scheme", "value"),
    [
        ("http://dx.doi.org/10.1000/x", "doi", "10.1000/x"),
        ("doi.org/10.1000/x?utm_source=a", "doi", "10.1000/x"),
        ("https://a.example/doi/full/10.1000/x.1?query=y", "doi", "10.1000/x.1"),
        ("https://a.example/article?id=10.1000/x.1", "doi", "10.1000/x.1"),
        ("https://a.example/10.1101/2020.345v2.full.pdf", "doi", "10.1101/2020.345"),
        ("https://www.ncbi.nlm.nih.gov/pubmed/123?dopt=Abstract", "pmid", "123"),
        ("https://europepmc.org/article/MED/123", "pmid", "123"),
        ("https://www.ncbi.nlm.nih.gov/pmc/articles/PMC123456/", "pmcid", "PMC123456"),
        ("https://pmc.ncbi.nlm.nih.gov/articles/PMC123456/#s2", "pmcid", "PMC123456"),
        ("https://www.ncbi.nlm.nih.gov/books/NBK123/", "nbk", "NBK123"),
        ("https://arxiv.org/pdf/2301.12345v2", "arxiv", "2301.12345"),
        ("math.GT/0309136", "arxiv", "math.gt/0309136"),
        ("www.example.org/a", "url", "https://www.example.org/a"),
        (
            "https://pubmed.ncbi.nlm.nih.gov/?term=1",
            "url",
            "https://pubmed.ncbi.nlm.nih.gov/?term=1",
        ),
        ("9780306406157", "isbn", "9780306406157"),
        ("12345678", "pmid", "12345678"),
        ("0378-5955", "issn", "0378-5955"),
    ],
)
def test_a_whole_text_is_recognised(text, scheme, value):
    assert recognise(text) == Identifier(scheme, value)


@pytest.mark.parametrize(
    "text",
    ["", "pain", "javascript:alert(1)", "http://[::1", "http://localhost/", "ISBN 1"],
)
def test_anything_else_is_not_recognised(text):
    assert recognise(text) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("See (doi:10.1000/a(b)c). Then", [("doi", "10.1000/a(b)c")]),
        (
            "doi: 10.1000/x.PMID:123 PMCID: PMC123456.",
            [("doi", "10.1000/x"), ("pmid", "123"), ("pmcid", "PMC123456")],
        ),
        (
            "10.1000/a,10.1000/b; 10.1000/a",
            [("doi", "10.1000/a"), ("doi", "10.1000/b")],
        ),
        ("10.1002/1(2):4<5::AID-6>3.", [("doi", "10.1002/1(2):4<5::aid-6>3")]),
        ("<https://a.example/b_(c)>, 12345678", [("url", "https://a.example/b_(c)")]),
        ("ISBN 0-306-40615-2 2005", [("isbn", "9780306406157")]),
    ],
)
def test_identifiers_are_found_in_text(text, found):
    assert find(text) == [Identifier(scheme, value) for scheme, value in found]


@pytest.mark.parametrize(
    "unit", ["10.1000/" + ")" * 90, "http://", "PMID ", "ISBN 9 9 ", "arXiv:a-"]
)
def test_the_time_grows_with_the_text_only(unit):
    start = time.process_time()
    find(unit * (100_000 // len(unit)))
    assert time.process_time() - start < 2
