"""Records of one work, and records that only look so."""

import time

import pytest

from references.matching import Pair, compare, duplicates, matches


def article(**changes):
    return {
        "type": "article-journal",
        "title": "Nerve blocks for pelvic pain: a randomised trial",
        "author": [{"family": "Haugen", "given": "P"}],
        "container-title": "European Journal of Pain",
        "issued": {"date-parts": [[2017, 4]]},
        "volume": "21",
        "page": "33-41",
    } | changes


def verdict(first, second):
    likeness = compare(first, second)
    return None if likeness is None else likeness.certain


@pytest.mark.parametrize(
    "changes",
    [
        {"page": "33", "container-title": "Eur J Pain"},
        {"title": "Nerve Blocks for Pelvic Pain: A Randomised Trial."},
        {"title": "RETRACTED: Nerve blocks for pelvic pain: a randomised trial"},
        {"title": "Short report: nerve blocks for pelvic pain: a randomised trial"},
        {"issued": {"date-parts": [[2018]]}},
        {"author": [{"family": "Haugén", "given": "Per"}], "volume": ""},
    ],
)
def test_the_same_work_written_differently(changes):
    assert verdict(article(), article(**changes)) is True


@pytest.mark.parametrize(
    "changes",
    [
        {"title": "Erratum: Nerve blocks for pelvic pain: a randomised trial"},
        {"title": "Re: Nerve blocks for pelvic pain: a randomised trial"},
        {"title": "Nerve blocks for pelvic pain: a randomised trial. Part 2"},
        {"title": "Nerve blocks for pelvic pain: a randomised trial II"},
        {"issued": {"date-parts": [[2012]]}},
        {"title": "Ketamine for neuropathic pain: a randomised trial"},
    ],
)
def test_another_work(changes):
    assert verdict(article(), article(**changes)) is None


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"container-title": "medRxiv", "volume": "", "page": ""}, "one is a preprint"),
        ({"type": "paper-conference"}, "one is a conference paper"),
        ({"volume": "20", "page": "S7"}, "different first page and volume"),
        ({"author": [{"family": "Ito"}]}, "different author"),
    ],
)
def test_a_person_looks_at_what_can_be_another_work(changes, reason):
    likeness = compare(article(), article(**changes))
    assert (likeness.certain, likeness.reasons[-1]) == (False, reason)


def test_a_shared_doi_needs_titles_that_are_alike():
    copied = article(DOI="10.1000/a", title="Sleep in adolescents")
    assert verdict(article(DOI="10.1000/a"), copied) is False
    assert (
        verdict(article(DOI="10.1000/a"), article(DOI="10.1000/a", volume="2")) is True
    )


def test_other_identifiers_are_other_works():
    assert verdict(article(PMID="1"), article(PMID="2")) is None
    moved = article(DOI="10.1000/b", volume="3")
    assert verdict(article(DOI="10.1000/a"), moved) is None
    assert verdict(article(DOI="10.1000/a"), article(DOI="10.1000/b")) is False


def test_revisions_of_a_chapter_are_not_the_same_silently():
    def chapter(updated):
        dates = {"date-parts": [updated]}
        return {
            "title": "Pudendal Neuralgia",
            "custom": {"NBK": "NBK1", "updated": dates},
        }

    assert verdict(chapter([2022, 11]), chapter([2022, 11])) is True
    assert verdict(chapter([2022, 11]), chapter([2024, 1])) is False


def test_short_titles_need_more_than_author_and_year():
    letter = article(title="Editorial", volume="", page="", **{"container-title": ""})
    assert verdict(letter, letter) is None


def test_a_page_on_the_web_is_known_by_its_address():
    page = {"type": "webpage", "title": "Flu", "URL": "https://a.example/flu"}
    assert verdict(page, page | {"accessed": {"date-parts": [[2024]]}}) is True
    assert verdict(page, page | {"URL": "https://b.example/flu"}) is None


def test_duplicates_are_pairs_of_indexes_in_order():
    other = article(title="Sleep in adolescents", page="7")
    assert duplicates([article(), other, article(PMID="1")]) == [
        Pair(
            first=0,
            second=2,
            score=1.0,
            reasons=(
                "same title",
                "same author",
                "same volume",
                "same first page",
                "same year",
                "same journal",
            ),
            certain=True,
        )
    ]


def test_matches_come_with_the_certain_first():
    candidates = [article(type="paper-conference"), article(title="Sleep"), article()]
    found = matches(article(), candidates)
    assert [(match.index, match.certain) for match in found] == [(2, True), (0, False)]


@pytest.mark.parametrize("item", [{}, {"title": 5}, {"author": ["x"]}, {"custom": "x"}])
def test_records_that_hold_little_match_nothing(item):
    assert duplicates([item, item]) == []


def test_many_records_of_one_title_take_little_time():
    items = [article(title="Editorial", page=str(page)) for page in range(5000)]
    start = time.process_time()
    assert duplicates(items) == []
    assert time.process_time() - start < 5
