"""Citations in rich text, found and changed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from references.rewriting import cited, recite

TEXT = (
    '<p data-block-key="a">One <a linktype="citation" id="5">[cite]</a>, two '
    '<a id="7" locator="pp. 3&amp;4 &gt; id=&quot;5&quot;" linktype="citation">x</a>'
    '\n<a linktype="page" id="5">a page</a> <a href="/5">5</a> '
    "<A LinkType='citation' ID='5' locator='a>b'>again</A></p>"
)


def test_citations_are_found_in_order_among_other_links():
    assert cited(TEXT) == [5, 7, 5]


def test_only_the_keys_change():
    assert recite(TEXT, [9, 7, 11]) == TEXT.replace(
        '<a linktype="citation" id="5">', '<a linktype="citation" id="9">'
    ).replace("ID='5' locator", 'id="11" locator')


@pytest.mark.parametrize(
    "html",
    [
        "",
        "5",
        '<a linktype="citation">no key</a>',
        '<a linktype="citation" id="">empty</a>',
        '<a linktype="citation" id="five">a word</a>',
        '<a linktype="citation" id="٥">another digit</a>',
        '<a linktype="citation" id="-5">negative</a>',
        f'<a linktype="citation" id="{"5" * 5000}">more digits than keys have</a>',
        '<!-- <a linktype="citation" id="5">in a comment</a> -->',
        '<embed linktype="citation" id="5" />',
        '<a linktype="citation" id="5"',
    ],
)
def test_what_is_no_citation_is_left_alone(html):
    assert cited(html) == []
    assert recite(html, []) == html


def test_as_many_keys_as_citations_are_needed():
    with pytest.raises(ValueError, match="argument"):
        recite(TEXT, [1, 2])


@given(st.lists(st.one_of(st.text(), st.integers(0, 10**9)), max_size=8))
def test_any_text_between_citations_stays(parts):
    def html(key):
        return "".join(
            f'<a linktype="citation" id="{key(part)}">[{part}]</a>'
            if isinstance(part, int)
            else part.replace("<", "&lt;")
            for part in parts
        )

    keys = [part for part in parts if isinstance(part, int)]
    assert cited(html(lambda key: key)) == keys
    assert recite(html(lambda key: key), [key + 1 for key in keys]) == html(
        lambda key: key + 1
    )


@given(st.text())
def test_no_text_is_changed_without_being_asked(html):
    assert recite(html, cited(html)) == html
