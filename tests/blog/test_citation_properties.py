"""Citations hold: on the page, and through all that editors do."""

import json
from collections import Counter
from urllib.parse import urlencode

import pytest
from bs4 import BeautifulSoup
from django.http import QueryDict
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from blog.models import ArticlePage
from tests.factories import bodies
from tests.factories.files import ImageFactory
from tests.factories.pages import ArticlePageFactory
from tests.factories.publishing import publish_draft
from tests.factories.references import ReferenceFactory

KEYS = [str(key) for key in range(1001, 1008)]
GONE = "1100"
HEADERS = {"Accept": "application/json"}

any_body = bodies.parts(KEYS, GONE)


def proven(examples):
    """Try so many bodies, the same each time, all on the same library and article.

    One that fails is shown as it is: to look for a smaller one takes minutes.
    """
    return settings(
        derandomize=True,
        deadline=None,
        max_examples=examples,
        phases=[Phase.generate],
        suppress_health_check=[HealthCheck.function_scoped_fixture],
    )


@pytest.fixture
def picture(db):
    """A library of seven sources, and a picture whose key is given."""
    for key in KEYS:
        ReferenceFactory(pk=int(key), title=f"Source no. {key}")
    return ImageFactory().pk


def stored(article, body, picture):
    article.body = json.dumps(bodies.raw(body, picture))
    publish_draft(article)
    return read_again(article)


def said(body):
    return [(it.text, it.marks) for part in body for it in part.passages]


def kept(article):
    return list(bodies.read(article.body))


def read_again(article):
    return ArticlePage.objects.get(pk=article.pk)


def latest(article):
    return read_again(article).get_latest_revision_as_object()


def numbered(body):
    order = dict.fromkeys(key for part in body for key in part.keys if key in KEYS)
    return {key: at for at, key in enumerate(order, 1)}


def sent(article, **fields):
    """What the editor sends for an article as it is."""
    return {
        **nested_form_data(
            {
                "title": article.title,
                "slug": article.slug,
                "summary": "",
                "notice_kind": "update",
                "notice_what": "Marks",
                "notice_why": "It is for a test.",
                **{
                    name: inline_formset([])
                    for name in ("authorships", "further_reading", "comments")
                },
            }
        ),
        **dict(bodies.form_data(article.body.stream_block, article.body, "body")),
        **fields,
    }


def taken_out(article, **fields):
    """Give what the editor sends for an article, and leave the stored one empty."""
    data = sent(article, **fields)
    ArticlePage.objects.filter(pk=article.pk).update(body=json.dumps([]))
    return data


def edit_url(article):
    return f"/admin/pages/{article.pk}/edit/"


def printed(soup):
    """Give the marks of a page, and the entries of its list by their anchors."""
    marks = soup.select("a[role=doc-noteref]")
    return marks, {entry["id"]: entry for entry in soup.select(".cited li.reference")}


@proven(60)
@given(body=bodies.parts(KEYS, GONE))
def test_any_page_is_numbered_in_reading_order_and_linked_both_ways(
    client, article, picture, body
):
    stored(article, body, picture)
    soup = BeautifulSoup(client.get(article.url).content, "html.parser")
    expected = numbered(body)
    marks, entries = printed(soup)
    ids = [element["id"] for element in soup.select("[id]")]
    assert len(ids) == len(set(ids))
    assert list(entries) == [f"ref-{at}" for at in range(1, len(expected) + 1)]
    for (key, _number), entry in zip(expected.items(), entries.values(), strict=True):
        assert f"Source no. {key}" in entry.get_text()

    met = [entry for mark in marks for entry in mark["data-entries"].split()]
    assert set(met) == set(entries)
    first = {entry: met.index(entry) for entry in entries}
    assert sorted(first, key=first.get) == list(entries)
    for mark in marks:
        assert mark["href"] == "#" + mark["data-entries"].split()[0]
    there = Counter((it["id"], to) for it in marks for to in it["data-entries"].split())
    back = Counter(
        (link["href"].removeprefix("#"), anchor)
        for anchor, entry in entries.items()
        for link in entry.select("a[role=doc-backlink]")
    )
    assert there == back

    text = " ".join(soup.select_one("article").get_text().split())
    for mark in (mark for part in body for it in part.passages for mark in it.marks):
        assert mark.key in KEYS or mark.text in text


def saved_by_the_form(client, article):
    data = QueryDict(urlencode(taken_out(article), doseq=True))
    form_class = ArticlePage.get_edit_handler().get_form_class()
    form = form_class(data, instance=read_again(article))
    assert form.is_valid(), form.errors
    form.save()
    return read_again(article)


def autosaved(client, article):
    data = taken_out(article)
    first = client.post(edit_url(article), data, headers=HEADERS).json()
    data |= {"overwrite_revision_id": first["revision_id"]}
    second = client.post(edit_url(article), data, headers=HEADERS).json()
    assert second["revision_id"] == first["revision_id"]
    assert kept(read_again(article)) == []
    return latest(article)


def published(client, article):
    data = taken_out(article, **{"action-publish": "1"})
    assert client.post(edit_url(article), data).status_code == 302
    return read_again(article)


def brought_back_from_a_revision(client, article):
    article.save_revision()
    taken_out(article)
    return latest(article)


def reverted_to(client, article):
    revision = article.save_revision()
    later = latest(article)
    later.body = json.dumps([])
    later.save_revision()
    assert kept(latest(article)) == []
    url = f"/admin/pages/{article.pk}/revisions/{revision.pk}/revert/"
    shown = client.get(url).context["form"].instance
    data = sent(shown, revision=str(revision.pk))
    assert client.post(edit_url(article), data).status_code == 302
    return latest(article)


def copied(client, article):
    slug = f"copy-{ArticlePage.objects.count()}"
    return read_again(article.copy(update_attrs={"slug": slug}, keep_live=False))


def pasted_into_another(client, article):
    other = ArticlePageFactory()
    body = {
        name: value
        for name, value in sent(article).items()
        if name.startswith("body-") and not name.endswith("-id")
    }
    answer = client.post(edit_url(other), sent(other) | body)
    assert answer.status_code == 302
    return latest(other)


DOORS = [
    saved_by_the_form,
    autosaved,
    published,
    brought_back_from_a_revision,
    reverted_to,
    copied,
    pasted_into_another,
]


@pytest.mark.parametrize("door", DOORS)
def test_no_mark_is_lost_or_altered_by(client, editor, article, picture, door):
    client.force_login(editor)

    @proven(12)
    @given(body=bodies.parts(KEYS, GONE))
    def holds(body):
        through = door(client, stored(article, body, picture))
        assert kept(through) == said(body)

    holds()


@proven(12)
@given(data=st.data())
def test_marks_move_with_blocks_that_are_put_in_another_order(
    client, editor, article, picture, data
):
    client.force_login(editor)
    body = data.draw(bodies.parts(KEYS, GONE))
    order = data.draw(st.permutations(range(len(body))))
    stored(article, body, picture)
    moved = {f"body-{at}-order": place for at, place in enumerate(order)}
    moved |= {"action-publish": "1"}
    assert client.post(edit_url(article), sent(article) | moved).status_code == 302
    article.refresh_from_db()
    expected = [
        part
        for _place, part in sorted(zip(order, body, strict=True), key=lambda it: it[0])
    ]
    assert kept(article) == said(expected)
    _marks, entries = printed(
        BeautifulSoup(client.get(article.url).content, "html.parser")
    )
    titles = [entry.get_text() for entry in entries.values()]
    for key, title in zip(numbered(expected), titles, strict=True):
        assert f"Source no. {key}" in title
