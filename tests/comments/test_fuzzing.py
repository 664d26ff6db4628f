"""Hostile and odd forms: never an error of ours, never a row astray.

FUZZED_POSTS says how many; every run tries some hundred.
"""

import os

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.models import PageViewRestriction

from comments.models import Comment, Status
from tests.factories.comments import filled, show, write
from tests.factories.pages import ArticlePageFactory

POSTS = int(os.environ.get("FUZZED_POSTS", "200"))

words = st.text(max_size=80)
texts = st.one_of(words, st.sampled_from(["", " ", "\x00", "x" * 3001, "\u202e\ufeff"]))
FIELDS = {
    "name": texts,
    "text": st.one_of(texts, st.sampled_from(["I want to die", "<script>", "{{ x }}"])),
    "passage": texts,
    "email": st.one_of(texts, st.emails()),
    "kind": st.one_of(words, st.sampled_from(["comment", "question", ""])),
    "follow": st.sampled_from(["", "on", "x"]),
    "consent": st.sampled_from(["", "on", "x"]),
    "website": texts,
    "preview": texts,
    "country": texts,
    "action": texts,
}
KEYS = ("root", "reply", "held", "elsewhere", "nowhere")
answered = st.one_of(
    words,
    st.integers().map(str),
    st.sampled_from(KEYS),
)
changes = st.fixed_dictionaries({}, optional=FIELDS)
targets = st.sampled_from(("open", "open", "open", "draft", "private", "list", "none"))


@pytest.fixture
def site_of_pages(db):
    draft, private = ArticlePageFactory(), ArticlePageFactory()
    article, other = ArticlePageFactory(), ArticlePageFactory()
    draft.unpublish()
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    root = show(article)
    comments = {
        "root": root.pk,
        "reply": show(article, reply_to=root.pk).pk,
        "held": write(article).pk,
        "elsewhere": show(other).pk,
        "nowhere": 999_999,
    }
    pages = {
        "open": article.pk,
        "draft": draft.pk,
        "private": private.pk,
        "list": article.get_parent().pk,
        "none": 999_999,
    }
    return article, comments, pages


def test_no_form_breaks_the_site_or_a_thread(client, site_of_pages, settings_of_limits):
    article, comments, pages = site_of_pages
    before = Comment.objects.count()
    kept = []

    @settings(
        max_examples=POSTS,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(target=targets, change=changes, reply_to=answered, stamped=st.booleans())
    def post(target, change, reply_to, stamped):
        data = filled(article, **change)
        data["reply_to"] = comments.get(reply_to, reply_to)
        if not stamped:
            data["stamp"] = reply_to
        response = client.post(f"/comments/write/{pages[target]}/", data)
        assert response.status_code in ((200, 302, 400) if target == "open" else (404,))
        if response.status_code == 302:
            kept.append(response.url)
            assert client.get(response.url).status_code == 200

    post()
    rows = Comment.objects.all()
    assert rows.count() == before + len(kept)
    keys = set(rows.values_list("pk", flat=True))
    for row in rows.exclude(pk__in=comments.values()):
        assert (row.status, row.is_public) == (Status.HELD, False)
        assert int(row.object_pk) == article.pk
        assert {row.parent_id, row.thread_id} <= keys
        assert row.parent_id in (row.pk, comments["root"], comments["reply"])


@pytest.fixture
def settings_of_limits(settings):
    settings.COMMENTS_OF_ONE_WRITER = settings.COMMENTS_ON_ONE_PAGE = 10**6


@pytest.mark.parametrize("path", ["mine", "follow", "leave"])
def test_no_token_breaks_the_site(client, db, path):
    @settings(max_examples=50, deadline=None, database=None)
    @given(token=st.text(min_size=1, max_size=60).filter(lambda it: "/" not in it))
    def ask(token):
        for method in (client.get, client.post):
            assert method(f"/comments/{path}/{token}/").status_code in (301, 404)

    ask()
