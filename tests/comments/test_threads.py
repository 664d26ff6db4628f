"""Building threads from flat rows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comments.threads import Order, Row, Show, chosen, nested, ordered, page_of, walk


def row(pk, parent_id=None, *, is_shown=True, **fields):
    return Row(pk, pk if parent_id is None else parent_id, is_shown, **fields)


def keys(places):
    return [(place.row.pk, place.depth) for place in places]


def outline(nodes):
    return [
        (node.place.row.pk, node.is_beside, outline(node.replies)) for node in nodes
    ]


QUESTION = {"is_question": True}
ROWS = [
    row(1),
    row(2, 1),
    row(4, 2),
    row(3, **QUESTION),
    row(5, 3),
    row(6, 3, leads=2),
    row(7, 3, leads=1),
    row(8, is_answered=True, **QUESTION),
]


def test_replies_follow_what_they_answer_and_answers_lead():
    assert keys(ordered(ROWS)) == [
        (1, 0),
        (2, 1),
        (4, 2),
        (3, 0),
        (7, 1),
        (6, 1),
        (5, 1),
        (8, 0),
    ]


@pytest.mark.parametrize(
    ("order", "show", "roots"),
    [
        (Order.OLDEST, Show.ALL, [1, 3, 8]),
        (Order.NEWEST, Show.ALL, [8, 3, 1]),
        (Order.ANSWERED, Show.ALL, [8, 1, 3]),
        (Order.OLDEST, Show.QUESTIONS, [3, 8]),
        (Order.NEWEST, Show.QUESTIONS, [8, 3]),
        (Order.OLDEST, Show.ANSWERED, [8]),
    ],
)
def test_threads_are_ordered_and_chosen(order, show, roots):
    places = chosen(ordered(ROWS, order), show)
    found = [place.row.pk for place in places if not place.depth]
    assert found == roots


def test_what_is_not_shown_keeps_its_place_for_replies_only():
    rows = [
        row(1, is_shown=False),
        row(2, 1, is_shown=False),
        row(3, 2),
        row(4, 1, is_shown=False),
        row(5, is_shown=False),
    ]
    assert keys(ordered(rows)) == [(1, 0), (2, 1), (3, 2)]


def test_a_reply_without_its_parent_is_left_out():
    assert ordered([row(2, 1), row(3, 2)]) == []


def test_replies_below_the_deepest_level_stand_beside():
    places = ordered([row(1), row(2, 1), row(3, 2), row(4, 3), row(5, 2), row(6)])
    assert outline(nested(places, 2)) == [
        (1, False, [(2, False, [(3, False, []), (4, True, []), (5, False, [])])]),
        (6, False, []),
    ]


def test_replies_on_a_flat_page_all_say_what_they_answer():
    places = ordered([row(1), row(2, 1)])
    assert outline(nested(places, 0)) == [(1, False, []), (2, True, [])]


def test_a_page_in_the_middle_of_a_thread_nests_what_it_has():
    places = ordered([row(1), row(2, 1), row(3, 2), row(4, 3), row(5, 2), row(6, 1)])
    assert outline(nested(places[2:], 4)) == [
        (3, True, [(4, False, [])]),
        (5, True, []),
        (6, True, []),
    ]


def test_a_row_is_found_on_its_page():
    places = ordered(ROWS)
    assert [page_of(places, pk, 3) for pk in (1, 4, 3, 8, 99)] == [1, 1, 2, 3, None]


@given(st.lists(st.integers(0, 30), max_size=60), st.integers(0, 5))
def test_no_row_is_lost_or_doubled_whatever_the_thread(parents, depth):
    rows = [row(pk, min(parent, pk) or pk) for pk, parent in enumerate(parents, 1)]
    places = ordered(rows)
    assert sorted(place.row.pk for place in places) == [each.pk for each in rows]
    found = [node.place for node in walk(nested(places, depth))]
    assert found == places
    assert max([place.depth for place in places], default=0) < max(len(rows), 1)


def test_a_thread_of_any_depth_is_read():
    rows = [row(pk, max(pk - 1, 1)) for pk in range(1, 5001)]
    assert keys(ordered(rows))[-1] == (5000, 4999)
