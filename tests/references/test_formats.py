"""AMA style."""

from references.formats import ama

ARTICLE = {
    "type": "article-journal",
    "title": "A study of pain",
    "author": [
        {"family": "Quill", "given": "Ada B."},
        {"family": "Oake", "given": "TR"},
    ],
    "container-title": "Journal of Examples",
    "container-title-short": "J Ex",
    "issued": {"date-parts": [[2023, 7]]},
    "volume": "17",
    "issue": "3",
    "page": "340-348",
    "DOI": "10.1000/1",
}


def test_journal_article():
    assert ama.as_text(ARTICLE) == (
        "Quill AB, Oake TR. A study of pain. J Ex. 2023;17(3):340–348. doi:10.1000/1"
    )


def test_more_than_six_authors_end_in_et_al():
    authors = [{"family": f"Name{n}", "given": "A"} for n in range(7)]
    text = ama.as_text({"title": "T", "author": authors})
    assert text == "Name0 A, Name1 A, Name2 A, et al. T."


def test_web_page_without_author():
    item = {
        "type": "webpage",
        "title": "Pelvic pain",
        "URL": "https://example.org/pain",
        "accessed": {"date-parts": [[2024, 5, 12]]},
    }
    assert ama.as_text(item) == (
        "Pelvic pain. Accessed May 12, 2024. https://example.org/pain"
    )


def test_html_is_escaped_and_script_addresses_are_no_links():
    item = {"title": "<script>alert(1)</script>", "URL": "javascript:alert(1)"}
    assert ama.as_html(item) == "&lt;script&gt;alert(1)&lt;/script&gt;."
