"""What holds for citations wherever they stand."""

import re
from collections import Counter
from html import escape, unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from references.citing import Mark, Style, cite, marks

KNOWN = {
    key: {
        "type": "book",
        "title": f"Book {key}",
        "author": [{"family": f"O'Dea <{key}>"}],
        "issued": {"date-parts": [[2000 + key % 2]]},
    }
    for key in range(1, 10)
}
LINK = re.compile(
    r'<a class="citation" id="(?P<anchor>[^"]+)" href="#(?P<href>[^"]+)"'
    r' role="doc-noteref" aria-label="(?P<spoken>[^"]*)"'
    r' data-entries="(?P<entries>[^"]+)">(?P<text>[^<]*)</a>'
)
GROUP = re.compile(r'<(sup|span) class="citations">(?P<inside>.*?)</\1>')
MISSING = re.compile(r'<span class="citation-missing" title="[^"]*">(.*?)</span>')

exactly = settings(derandomize=True, deadline=None, max_examples=200)
places = st.sampled_from(["", "", "", "page 12", "pages 3-4", "table <2> & 'x' \"y\""])
found = st.builds(Mark, st.integers(1, 11), places)
clusters = st.lists(found, min_size=1, max_size=6)
# Parts of a page, each of which has clusters with a word before each and after all.
pages = st.lists(st.lists(clusters, max_size=4), max_size=4)


def shown(mark):
    return f"[<b>{mark.reference}</b> &amp; {escape(mark.locator)}]"


def written(parts, between=""):
    return [
        "".join(
            "word"
            + between.join(
                f"{marks.tag(mark.reference, mark.locator)}{shown(mark)}</a>"
                for mark in cluster
            )
            for cluster in part
        )
        + "end"
        for part in parts
    ]


def numbered(parts):
    order = [mark.reference for part in parts for cluster in part for mark in cluster]
    known = dict.fromkeys(key for key in order if key in KNOWN)
    return {key: at for at, key in enumerate(known, 1)}


def links(text):
    return [link for part in text.parts for link in LINK.finditer(part)]


@exactly
@given(pages, st.sampled_from(Style), st.sampled_from(["", ", ", "; ", "\n"]))
def test_numbers_links_and_back_links_are_right_in_every_style(parts, style, between):
    text = cite(written(parts, between), KNOWN, style)
    expected = numbered(parts)
    assert {one.reference: one.number for one in text.sources} == expected
    assert [one.number for one in text.sources] == list(range(1, len(expected) + 1))
    anchors = [one.anchor for one in text.sources]
    assert len(set(anchors)) == len(anchors)

    printed = links(text)
    assert len({link["anchor"] for link in printed}) == len(printed)
    assert [link["href"] for link in printed] == [
        link["entries"].split()[0] for link in printed
    ]
    there = Counter(
        (link["anchor"], entry) for link in printed for entry in link["entries"].split()
    )
    back = Counter((use.anchor, one.anchor) for one in text.sources for use in one.uses)
    assert there == back
    assert set(there.values()) <= {1}
    for one in text.sources:
        letters = [use.letter for use in one.uses]
        assert len(set(letters)) == len(letters) > 0


@exactly
@given(pages, st.sampled_from(Style))
def test_no_mark_is_lost_and_all_other_text_stays(parts, style):
    html = "".join(cite(written(parts), KNOWN, style).parts)
    bare = MISSING.sub("", GROUP.sub("", html))
    words = "".join("word" * len(part) + "end" for part in parts)
    assert bare.replace(" ", "") == words
    unresolved = [
        cluster
        for part in parts
        for cluster in part
        if any(mark.reference not in KNOWN for mark in cluster)
    ]
    assert MISSING.findall(html) == [
        " ".join(shown(mark) for mark in cluster) for cluster in unresolved
    ]


def printed_as(text):
    """Read "1–3" and "5(p12)" back as numbers with the place that each has."""
    numbers, _bracket, place = text.partition("(")
    first, _dash, last = numbers.partition("–")
    values = range(int(first), int(last or first) + 1)
    return [(value, place.removesuffix(")")) for value in values]


def printed_place(place):
    return re.sub(r"^page(s?) ", r"p\1 ", place).replace("ps ", "pp").replace("p ", "p")


def in_a_row(told):
    """Split numbers where they do not follow one another or have a place."""
    groups = []
    for value, place in told:
        if groups and not place and groups[-1][-1] == (value - 1, ""):
            groups[-1].append((value, place))
        else:
            groups.append([(value, place)])
    return groups


@exactly
@given(clusters.filter(lambda cluster: any(it.reference in KNOWN for it in cluster)))
def test_ranges_say_every_number_once_and_fold_all_that_can_be(cluster):
    # Other parts before it give the sources numbers that are not in order.
    parts = [[[Mark(key)] for key in (4, 2, 9, 1, 3)], [cluster]]
    numbers = numbered(parts)
    [group] = GROUP.finditer(cite(written(parts), KNOWN).parts[1])
    texts = [unescape(link["text"]) for link in LINK.finditer(group["inside"])]
    told = [pair for text in texts for pair in printed_as(text)]
    cited = {
        (numbers[mark.reference], printed_place(mark.locator))
        for mark in cluster
        if mark.reference in numbers
    }
    placed = {value for value, place in cited if place}
    assert told == sorted(
        (value, place) for value, place in cited if place or value not in placed
    )
    assert [len(printed_as(text)) for text in texts] == [
        length
        for group in in_a_row(told)
        for length in ([len(group)] if len(group) > 2 else [1] * len(group))
    ]


@exactly
@given(st.integers(0, 10**18), st.text())
def test_a_tag_is_read_as_it_was_written(key, place):
    html = f"word {marks.tag(key, place)}[x]</a> word"
    [found] = marks.places(html)
    assert (found.marks, found.text, found.space) == ((Mark(key, place),), "[x]", " ")
    assert marks.replace(html, [found], ["!"]) == "word! word"


@exactly
@given(st.text(), st.text())
def test_no_text_around_a_mark_is_taken_for_one(before, after):
    html = f"{escape(before)}|{marks.tag(1)}[x]</a>|{escape(after)}"
    text = cite([html], KNOWN)
    assert len(links(text)) == 1
    assert GROUP.sub("", text.parts[0]) == f"{escape(before)}||{escape(after)}"


@pytest.mark.parametrize(
    "inside",
    ["", "[x]", "<b>[x]</b>", "<b>[</b><b><i>x</i></b>]", "[x<br/>y]", "&lt;/a&gt;"],
)
def test_a_mark_may_show_anything(inside):
    [part] = cite([f"Pain{marks.tag(1)}{inside}</a>."], KNOWN).parts
    assert GROUP.sub("", part) == "Pain."
    assert [link["text"] for link in LINK.finditer(part)] == ["1"]
