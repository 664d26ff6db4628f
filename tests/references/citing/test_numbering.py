"""Numbers, ranges and links of citations."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from references.citing import Mark, Run, Style, cite, number, runs
from references.citing import labels as author_year_labels
from references.citing.marks import tag


def item(name, year=2020):
    return {
        "type": "book",
        "title": f"Book of {name}",
        "author": [{"family": name}],
        "issued": {"date-parts": [[year]]},
    }


ITEMS = {key: item(f"Author{key}") for key in range(1, 8)}


@pytest.mark.parametrize(
    ("cited", "printed"),
    [
        ([1], [Run(1, 1)]),
        ([2, 1], [Run(1, 1), Run(2, 2)]),
        ([3, 1, 2], [Run(1, 3)]),
        ([1, 2, 3, 5], [Run(1, 3), Run(5, 5)]),
        ([4, 4], [Run(4, 4)]),
        ([99], []),
    ],
)
def test_ranges_fold_from_three_on(cited, printed):
    numbers = {key: key for key in range(1, 8)}
    assert runs([Mark(key) for key in cited], numbers) == printed


def test_a_place_in_a_source_stands_alone():
    cluster = [Mark(1), Mark(2, "page 12"), Mark(3)]
    assert runs(cluster, {1: 1, 2: 2, 3: 3}) == [
        Run(1, 1),
        Run(2, 2, "page 12"),
        Run(3, 3),
    ]


def test_what_stands_alone_folds_into_no_range():
    numbers = {key: key for key in range(1, 8)}
    cluster = [Mark(key) for key in range(1, 8)]
    assert runs(cluster, numbers, alone={4}) == [Run(1, 3), Run(4, 4), Run(5, 7)]


def marked(clusters):
    return "".join(
        f"<p>Words{''.join(f'{tag(key)}[x]</a>' for key in cluster)}.</p>"
        for cluster in clusters
    )


clusters = st.lists(st.lists(st.integers(1, 9), min_size=1, max_size=5), max_size=12)


@given(clusters, clusters)
def test_numbers_ascend_every_mark_resolves_and_back_links_equal_uses(one, two):
    text = cite([marked(one), marked(two)], ITEMS)
    html = "".join(text.parts)
    known = [[key for key in cluster if key in ITEMS] for cluster in one + two]
    order = list(dict.fromkeys(key for cluster in known for key in cluster))
    assert [source.number for source in text.sources] == list(range(1, len(order) + 1))
    assert [source.reference for source in text.sources] == order

    entries = {source.anchor for source in text.sources}
    assert set(re.findall(r'href="#([^"]+)"', html)) <= entries
    anchors = re.findall(r' id="(cite-[0-9]+)"', html)
    assert len(anchors) == len(set(anchors))
    for source in text.sources:
        uses = [use.anchor for use in source.uses]
        assert set(uses) <= set(anchors)
        assert len(uses) == sum(source.reference in set(keys) for keys in known)
    lost = sum(any(key not in ITEMS for key in cluster) for cluster in one + two)
    assert html.count("citation-missing") == lost


def test_the_mark_speaks_and_links():
    text = cite([f"<p>Pain{tag(3, 'page 12')}[Author3 2020]</a>.</p>"], ITEMS)
    assert text.parts == (
        '<p>Pain<sup class="citations"><a class="citation" id="cite-1" href="#ref-1"'
        ' role="doc-noteref" aria-label="reference 1, Author3 2020, page 12"'
        ' data-entries="ref-1">1(p12)</a></sup>.</p>',
    )


@pytest.mark.parametrize(
    ("style", "printed", "spoken"),
    [
        (
            Style.AMA,
            "Pain1,2 [retracted],3(p12).",
            "reference 2, Author2 2020, retracted",
        ),
        (
            Style.VANCOUVER,
            "Pain (1,2 [retracted],3(p12)).",
            "reference 2, Author2 2020, retracted",
        ),
        (
            Style.APA,
            "Pain (Author1, 2020; Author2, 2020 [retracted]; Author3, 2020, p. 12).",
            "reference Author2, 2020, retracted",
        ),
    ],
)
def test_a_mark_warns_in_its_text_and_its_name(style, printed, spoken):
    marks = f"{tag(1)}[x]</a>{tag(2)}[x]</a>{tag(3, 'page 12')}[x]</a>"
    [part] = cite([f"Pain{marks}."], ITEMS, style, {2: "retracted", 4: "gone"}).parts
    assert re.sub("<[^>]+>", "", part) == printed
    assert re.findall('aria-label="(.*?)"', part)[1] == spoken


def test_a_warning_is_escaped():
    [part] = cite([f"{tag(1)}[x]</a>"], ITEMS, warnings={1: "<i>"}).parts
    assert "[&lt;i&gt;]" in part


@pytest.mark.parametrize(
    ("style", "printed"),
    [
        (Style.AMA, "Pain1–3."),
        (Style.VANCOUVER, "Pain (1–3)."),
        (Style.APA, "Pain (Author1, 2020; Author2, 2020; Author3, 2020)."),
    ],
)
def test_styles(style, printed):
    html = f"Pain{''.join(f'{tag(key)}[x]</a>' for key in (1, 2, 3))}."
    [part] = cite([html], ITEMS, style).parts
    assert re.sub("<[^>]+>", "", part) == printed


def test_author_and_year_are_told_apart():
    items = {1: item("Quill"), 2: item("Quill"), 3: {"type": "book", "title": "A B C"}}
    assert author_year_labels(items) == {
        1: "Quill, 2020a",
        2: "Quill, 2020b",
        3: "“A B C”, n.d.",
    }


def test_markup_in_names_and_places_is_escaped():
    items = {1: item('<script>"')}
    [part] = cite([f"{tag(1, '<b>')}[x]</a>"], items).parts
    assert "<script>" not in part
    assert "<b>" not in part


def test_numbers_are_given_by_first_use():
    found = [[Mark(5), Mark(3)], [Mark(3)], [Mark(1)]]
    assert number(found, {1, 3, 5}) == {5: 1, 3: 2, 1: 3}
