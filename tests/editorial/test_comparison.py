"""What changed between two versions of a text."""

import json
import time
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.template.loader import render_to_string
from hypothesis import given
from hypothesis import strategies as st

from editorial.comparison import Change, Kind, Part, Piece, Stretch, compare, fold
from editorial.comparison.reading import read

DATA = Path("tests/data/comparison")
SIGNS = {Change.SAME: "{}", Change.ADDED: "{{+{}+}}", Change.REMOVED: "[-{}-]"}


def written(piece):
    text = piece.text if piece.part is Part.WORDS else f"{piece.part}: {piece.text}"
    return SIGNS[piece.change].format(text)


def lines(old, new):
    """Write each passage as its kind, what became of it and its pieces."""
    return [
        f"{passage.kind} {passage.change}: {''.join(map(written, passage.pieces))}"
        for passage in compare(old, new).passages
    ]


def texts(html):
    """Give the words of each passage."""
    return [
        "".join(it.space + it.text for it in text.tokens if it.part is Part.WORDS)
        for text in read(html)
    ]


@pytest.mark.parametrize("name", ["dose", "table"])
def test_versions_compare_as_expected(name):
    old, new = (DATA / f"{name}.{it}.html" for it in ("old", "new"))
    expected = json.loads((DATA / f"{name}.expected.json").read_text())
    comparison = compare(old.read_text(), new.read_text())
    assert lines(old.read_text(), new.read_text()) == expected["passages"]
    assert {
        "words_added": comparison.words_added,
        "words_removed": comparison.words_removed,
        "passages_changed": comparison.passages_changed,
    } == expected["counts"]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("", "", []),
        ("<p>Rest helps.</p>", "", ["paragraph removed: [-Rest helps.-]"]),
        ("", "Rest helps.", ["paragraph added: {+Rest helps.+}"]),
        (
            "<p>Rest helps most.</p>",
            "<p>Mostly Rest helps.</p>",
            ["paragraph changed: {+Mostly +}Rest helps[- most-]."],
        ),
        (
            "<p>Take one dose .</p>",
            "<p>Take one dose.</p>",
            ["paragraph same: Take one dose[- -]."],
        ),
        (
            "<p>Take 0.5 mg twice a day</p>",
            "<p>Take 0.05 mg twice a day</p>",
            ["paragraph changed: Take [-0.5-]{+0.05+} mg twice a day"],
        ),
        (
            "<p>pro<b>gress</b></p>",
            "<p>pro&#103;ress</p>",
            ["paragraph same: progress"],
        ),
        (
            "<p>The same words here</p>",
            "<li>The same words here</li>",
            ["list-item same: The same words here"],
        ),
        (
            '<p><a linktype="page" id="5">Our advice</a> holds</p>',
            '<p><a linktype="page" id="6">Our advice</a> holds</p>',
            ["paragraph changed: Our advice[-link: page 5-]{+link: page 6+} holds"],
        ),
        (
            '<p>So <a class="citation" href="#ref-1">1</a> it is</p>',
            '<p>So <a class="citation" href="#ref-2">1</a> it is</p>',
            ["paragraph same: So 1 it is"],
        ),
        (
            '<img src="/m/a.webp?v=1" alt="">',
            '<img src="/m/b.webp" alt="">',
            [
                "image removed: [-picture: a.webp-]",
                "image added: {+picture: b.webp+}",
            ],
        ),
        (
            '<svg role="img" aria-label="3 of 100"><path d=""/></svg>',
            '<svg role="img" aria-label="4 of 100"><path d=""/></svg>',
            ["image changed: [-3-]{+4+} of 100"],
        ),
        (
            "<p>痛みは減った</p>",
            "<p>痛みは増えた</p>",
            ["paragraph changed: 痛みは[-減っ-]{+増え+}た"],
        ),
        (
            "<p>In the clinic she saw red cars and old ones go by each day</p>",
            "<p>In the clinic she met tall men and young women go by each day</p>",
            [
                "paragraph changed: In the clinic she [-saw red cars and old ones-]"
                "{+met tall men and young women+} go by each day"
            ],
        ),
        (
            "<script>a</script><style>b</style><p hidden>c</p><nav>d</nav>",
            '<p aria-hidden="true">e</p><form>f</form><!-- g --><p class="ask">h</p>',
            [],
        ),
        (
            '<p title="a > b < c">Words</p>',
            "<p>Words</p>",
            ["paragraph same: Words"],
        ),
    ],
)
def test_pieces(old, new, expected):
    assert lines(old, new) == expected


def test_a_level_belongs_to_headings():
    passages = compare("<h2>Dose</h2>", "<h4>Dose</h4><p>One</p>").passages
    assert [(it.kind, it.level) for it in passages] == [
        (Kind.HEADING, 4),
        (Kind.PARAGRAPH, 0),
    ]


def test_what_moved_is_given_once_where_it_is_now():
    one, two, three = (f"<p>This is passage number {n}.</p>" for n in ("a", "b", "c"))
    passages = compare(one + two + three, three + one + two).passages
    assert [(it.change, it.new) for it in passages] == [
        (Change.MOVED, "This is passage number c."),
        (Change.SAME, "This is passage number a."),
        (Change.SAME, "This is passage number b."),
    ]


def test_a_short_passage_does_not_move():
    one, two = "<p>This stays where it is.</p>", "<p>This stays there too.</p>"
    assert lines(f"<p>Yes.</p>{one}{two}", f"{one}{two}<p>Yes.</p>") == [
        "paragraph removed: [-Yes.-]",
        "paragraph same: This stays where it is.",
        "paragraph same: This stays there too.",
        "paragraph added: {+Yes.+}",
    ]


def test_passages_between_two_changes_stay_in_sight():
    old = [f"<p>Passage {n} of them all</p>" for n in range(9)]
    new = [*old[:4], "<p>Something else entirely</p>", *old[5:]]
    stretches = compare("".join(old), "".join(new)).stretches
    assert [(it.is_folded, len(it.passages)) for it in stretches] == [
        (True, 3),
        (False, 4),
        (True, 3),
    ]


def test_a_single_passage_is_not_folded():
    passages = compare("<p>A</p><p>B</p><p>C</p>", "<p>A</p><p>B</p><p>D</p>").passages
    assert fold(passages) == [Stretch(passages, is_folded=False)]
    assert fold(passages, around=0) == [
        Stretch(passages[:2], is_folded=True),
        Stretch(passages[2:], is_folded=False),
    ]


words = st.lists(
    st.sampled_from(
        ["a", "the", "dose", "50", "mg,", "rest.", "(", "é", "10<sup>9</sup>"]
    )
)
tags = st.sampled_from(
    [f"<{name}>" for name in ("p", "b", "h2", "ul", "li", "table", "tr", "td", "br")]
    + [f"</{name}>" for name in ("p", "b", "h2", "ul", "a", "table", "blockquote")]
    + ["<blockquote>", "<figcaption>", '<a href="/x">', "<a href=y>"]
    + ['<img src=a alt="b c">', "<img src='b'>", '<sup class="citations">', "</sup>"]
    + ["<!--", "-->", "&lt;", "<", "&nbsp;", "<![x[", "<?y", "<svg>"]
)
documents = st.lists(words.map(" ".join) | tags | st.text(max_size=5)).map(" ".join)


@given(documents, documents)
def test_pieces_give_back_both_texts(old, new):
    passages = compare(old, new).passages
    there = [it for it in passages if it.change is not Change.REMOVED]
    assert [it.new for it in there] == texts(new)
    gone = [it for it in passages if it.change is not Change.ADDED]
    assert sorted(it.old for it in gone) == sorted(texts(old))
    stayed = [it.old for it in gone if it.change is not Change.MOVED]
    rest = iter(texts(old))
    assert all(text in rest for text in stayed)


@given(documents)
def test_nothing_changed_in_the_same_text(html):
    comparison = compare(html, html)
    assert (comparison.words_added, comparison.words_removed) == (0, 0)
    assert {it.change for it in comparison.passages} <= {Change.SAME}


@given(documents, documents, st.integers(0, 3))
def test_folding_loses_nothing(old, new, around):
    passages = compare(old, new).passages
    stretches = fold(passages, around)
    assert tuple(it for stretch in stretches for it in stretch.passages) == passages
    assert {
        it.change
        for stretch in stretches
        if stretch.is_folded
        for it in stretch.passages
    } <= {Change.SAME}


def numbered(count, words):
    return "".join(
        f"<p>{' '.join(f'{word}{n}' for word in words)}.</p>" for n in range(count)
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (numbered(10_000, "abcde"), numbered(10_000, "vwxyz")),
        (numbered(10_000, "abcde"), numbered(10_000, "abcdz")),
        ("<p>a b c d</p>" * 10_000, "<p>a b c d</p><p>x</p>" * 5_000),
        ("<p>" + "a " * 10_000, "<p>" + "a b " * 5_000),
        ("<div>" * 50_000 + "</p>" * 50_000, "<tr>" + "<td>" * 50_000),
        ("<a '\"" * 50_000, "<!--" * 50_000),
    ],
    ids=["other", "edited", "repeated", "one-long", "nested", "unclosed"],
)
def test_hostile_texts_take_no_time(old, new):
    start = time.process_time()
    compare(old, new)
    # Two seconds or so, on a machine that does more; all pairs would take minutes.
    assert time.process_time() - start < 10


def test_a_text_too_long_to_compare_is_replaced_between_its_ends():
    old = "<p>start " + " ".join(f"a{n}" for n in range(15_000)) + " end</p>"
    new = "<p>start " + " ".join(f"b{n}" for n in range(15_000)) + " end</p>"
    old, new = (f"{html}<p>After</p>" for html in (old, new))
    comparison = compare(old, new)
    assert (comparison.words_added, comparison.words_removed) == (15_002, 15_002)
    assert comparison.passages[-1].pieces == (Piece(Change.SAME, "After"),)


# The component


def printed(old, new):
    html = render_to_string(
        "components/comparison.html", {"comparison": compare(old, new)}
    )
    return BeautifulSoup(html, "html.parser")


def test_component_says_what_was_added_and_removed_in_words():
    soup = printed("<p>Take 50 mg now</p>", "<p>Take 75 mg now</p>")
    paragraph = soup.select_one(".comparison__paragraph")
    assert paragraph.get_text().strip() == "Take removed: 50added: 75 mg now"
    assert [it.get_text() for it in paragraph.select("ins, del")] == [
        "removed: 50",
        "added: 75",
    ]
    assert " ".join(soup.select_one(".comparison__key").get_text().split()) == (
        "One passage differs. Words added: 1. Words removed: 1. "
        "Underlined words were added, crossed-out words were removed."
    )


def test_component_says_that_nothing_differs():
    soup = printed("<p>Rest</p>", "<p><b>Rest</b></p>")
    assert soup.get_text(" ", strip=True) == "No words differ. Rest"


def test_component_keeps_kinds_and_folds():
    old = "<h2>A</h2><h3>B</h3><ul><li>C</li><li>D</li></ul><p>E</p><p>F</p>"
    soup = printed(old, f"{old}<blockquote><p>G</p></blockquote>")
    assert [it.name for it in soup.select("h2, h3, h4, ul, blockquote")] == [
        "h3",
        "h4",
        "ul",
        "blockquote",
    ]
    assert soup.select_one("summary").get_text(strip=True) == (
        "Show 5 passages that did not change"
    )
    assert [it.get_text(strip=True) for it in soup.select("details li")] == ["C", "D"]


def test_component_names_pictures():
    old = '<img src="a.webp" alt=""><img src="b.webp" alt="A knee"><p>Words</p>'
    soup = printed(old, old.replace("b.webp", "c.webp"))
    assert [
        " ".join(it.get_text().split()) for it in soup.select(".comparison__image")
    ] == [
        "Picture without a description",
        "Picture: A knee removed: (file b.webp) added: (file c.webp)",
    ]


def test_component_escapes_what_it_prints():
    old = '<p>&lt;i&gt; <a href="/">x</a> y z &amp;</p>'
    soup = printed(old, old.replace('"/"', '"&lt;b&gt;"').replace("z", "&lt;i&gt;"))
    assert soup.select_one(".comparison__paragraph").get_text().strip() == (
        "<i> x removed: (link to /) added: (link to <b>) y removed: zadded: <i> &"
    )
