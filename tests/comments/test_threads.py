"""Building threads."""

from types import SimpleNamespace

from comments.threads import build, count


def row(pk, parent_id):
    return SimpleNamespace(pk=pk, parent_id=parent_id)


def test_replies_nest_in_order():
    threads = build([row(1, 1), row(2, 1), row(3, 2), row(4, 1), row(5, 5)])
    assert [node.comment.pk for node in threads] == [1, 5]
    assert [node.comment.pk for node in threads[0].replies] == [2, 4]
    assert count(threads) == 5


def test_a_reply_without_its_parent_is_left_out():
    assert build([row(2, 1)]) == []
