"""Many writers at once: none is lost, and every thread keeps its order."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django.test import Client

from comments.models import Comment
from tests.factories.comments import filled, show
from tests.factories.pages import ArticlePageFactory

WRITERS, EACH = 20, 5


@pytest.mark.skipif(
    connection.vendor == "sqlite", reason="SQLite lets one writer in at a time."
)
@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_posts_from_many_threads_lose_none_and_break_no_order(settings):
    settings.COMMENTS_OF_ONE_WRITER = WRITERS * EACH
    article = ArticlePageFactory()
    parents = [show(article, text=f"Thread {number}").pk for number in range(3)]

    def post(writer):
        client = Client(REMOTE_ADDR=f"192.0.2.{writer}")
        answers = []
        for number in range(EACH):
            parent = (*parents, "")[(writer + number) % 4]
            data = filled(article, text=f"{writer} {number}", reply_to=parent)
            answer = client.post(f"/comments/write/{article.pk}/", data)
            answers.append(answer.status_code)
        connection.close()
        return answers

    with ThreadPoolExecutor(WRITERS) as threads:
        answers = list(threads.map(post, range(WRITERS)))
    assert answers == [[302] * EACH] * WRITERS
    sent = {f"{writer} {number}" for writer in range(WRITERS) for number in range(EACH)}
    written = Comment.objects.exclude(pk__in=parents)
    assert sorted(written.values_list("comment", flat=True)) == sorted(sent)
    places = Comment.objects.values_list("thread_id", "order", "pk", "parent_id")
    by_thread = {}
    for thread, order, key, parent in places:
        by_thread.setdefault(thread, []).append((order, key, parent))
    for thread, rows in by_thread.items():
        orders = [order for order, _key, _parent in rows]
        assert sorted(orders) == list(range(1, len(rows) + 1))
        assert min(rows)[1] == thread
        assert {parent for _order, _key, parent in rows} == {thread}
