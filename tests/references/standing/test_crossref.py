"""What Crossref records of a work, and the state that follows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from references.standing import Standing, State, from_crossref

DOI, NOTICE = "10.5555/article", "10.5555/notice"


def update(kind, doi=NOTICE, source="publisher", year=2020):
    return {
        "DOI": doi,
        "type": kind,
        "source": source,
        "updated": {"date-parts": [[year, 3, 4]]},
    }


def message(doi=DOI, title="A trial", **updates):
    keys = {"by": "updated-by", "to": "update-to"}
    return {"DOI": doi, "title": [title]} | {
        keys[key]: entries for key, entries in updates.items()
    }


@pytest.mark.parametrize(
    ("kind", "state"),
    [
        ("addendum", State.CORRECTED),
        ("clarification", State.CORRECTED),
        ("correction", State.CORRECTED),
        ("corrigendum", State.CORRECTED),
        ("erratum", State.CORRECTED),
        ("expression_of_concern", State.CONCERN),
        ("Expression of concern", State.CONCERN),
        ("partial_retraction", State.PARTLY_RETRACTED),
        ("removal", State.WITHDRAWN),
        ("withdrawal", State.WITHDRAWN),
        ("retraction", State.RETRACTED),
        ("new_version", State.CURRENT),
        ("new_edition", State.CURRENT),
        ("unheard-of", State.CURRENT),
    ],
)
def test_crossref_type_of_update(kind, state):
    assert from_crossref(message(by=[update(kind)])).state is state
    assert from_crossref(message(to=[update(kind)])).state is State.CURRENT


def test_crossref_most_serious_update_counts():
    entries = [
        update("correction", "10.5555/first", year=2015),
        update("retraction", "10.5555/second", "retraction-watch", 2018),
        update("correction", "10.5555/third", year=2019),
    ]
    assert from_crossref(message(by=entries)) == Standing(
        state=State.RETRACTED,
        notice_doi="10.5555/second",
        date=(2018, 3, 4),
        sources=("Retraction Watch",),
    )


def test_crossref_notice_is_not_retracted():
    assert from_crossref(message(NOTICE, to=[update("retraction", DOI)])) == Standing(
        notice_of=State.RETRACTED, sources=("Crossref",)
    )


@pytest.mark.parametrize("kind", ["retraction", "expression_of_concern"])
def test_crossref_both_directions_where_retraction_watch_knows(kind):
    watch = "retraction-watch"
    notice = message(
        NOTICE,
        by=[update(kind, DOI)],
        to=[update(kind, DOI), update(kind, DOI, watch)],
    )
    article = message(by=[update(kind), update(kind, source=watch)], to=[update(kind)])
    assert from_crossref(notice).state is State.CURRENT
    assert from_crossref(notice).is_notice is True
    assert from_crossref(article).state is not State.CURRENT
    assert from_crossref(article).is_notice is False


@pytest.mark.parametrize(
    ("title", "state", "is_notice"),
    [
        ("Retraction: A trial", State.CURRENT, True),
        ("RETRACTED: A trial", State.RETRACTED, False),
        ("A trial", State.RETRACTED, False),
    ],
)
def test_crossref_both_directions_where_only_the_title_tells(title, state, is_notice):
    standing = from_crossref(
        message(title=title, by=[update("retraction")], to=[update("retraction")])
    )
    assert (standing.state, standing.is_notice) == (state, is_notice)


def test_crossref_retracted_notice_of_another_work():
    standing = from_crossref(
        message(
            by=[update("retraction", source="retraction-watch")],
            to=[update("correction", "10.5555/other")],
        )
    )
    assert (standing.state, standing.notice_of) == (State.RETRACTED, State.CORRECTED)


@pytest.mark.parametrize("title", ["A trial", "Partial retraction: A trial"])
def test_crossref_update_that_points_at_itself(title):
    standing = from_crossref(
        message(title=title, to=[update("partial_retraction", DOI)])
    )
    in_place = title == "A trial"
    assert standing == Standing(
        state=State.PARTLY_RETRACTED if in_place else State.CURRENT,
        notice_of=None if in_place else State.PARTLY_RETRACTED,
        date=(2020, 3, 4) if in_place else (),
        sources=("Crossref",),
    )


def test_crossref_reinstatement_takes_back_what_came_before():
    lifted = [update("retraction", year=2019), update("reinstatement", year=2021)]
    again = [*lifted, update("retraction", year=2022)]
    assert from_crossref(message(by=lifted)).state is State.CURRENT
    assert from_crossref(message(by=again)).state is State.RETRACTED


@pytest.mark.parametrize(
    ("title", "state", "notice_of"),
    [
        ("RETRACTED: A trial", State.RETRACTED, None),
        ("RETRACTED ARTICLE: A trial", State.RETRACTED, None),
        ("[Retracted] A trial", State.RETRACTED, None),
        ("WITHDRAWN: A trial", State.WITHDRAWN, None),
        ("REMOVED: A trial", State.WITHDRAWN, None),
        ("Retraction—A trial", State.CURRENT, State.RETRACTED),
        ("Retraction notice to “A trial”", State.CURRENT, State.RETRACTED),
        ("Retraction Note: A trial", State.CURRENT, State.RETRACTED),
        ("Correction to: A trial", State.CURRENT, State.CORRECTED),
        ("Erratum", State.CURRENT, State.CORRECTED),
        ("Expression of Concern: A trial", State.CURRENT, State.CONCERN),
        ("Retraction of the foreskin in boys", State.CURRENT, None),
        ("Correction of hyponatraemia in adults", State.CURRENT, None),
        ("Withdrawal of statins and mortality", State.CURRENT, None),
        ("Retracted colobomas in children", State.CURRENT, None),
    ],
)
def test_crossref_title_speaks_where_nothing_else_does(title, state, notice_of):
    standing = from_crossref(message(title=title))
    assert (standing.state, standing.notice_of) == (state, notice_of)


def test_crossref_entry_outweighs_title():
    standing = from_crossref(
        message(title="Retracted: A trial", to=[update("retraction")])
    )
    assert (standing.state, standing.is_notice) == (State.CURRENT, True)


ODD = st.recursive(
    st.none() | st.integers() | st.text(max_size=9),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["DOI", "type", "source", "updated", "date-parts"]),
            inner | st.just("retraction"),
        )
    ),
    max_leaves=12,
)


@given(ODD, ODD, ODD)
def test_odd_messages_are_read_without_an_error(title, by, to):
    odd = {"DOI": DOI, "title": title, "updated-by": by, "update-to": to}
    assert from_crossref(odd).state in State
