"""Where a reference is used, and that what is in use is not deleted."""

import datetime

import pytest
from django.utils import timezone

from blog.models import ArticlePage, FurtherReading
from references.models import Reference
from references.uses import Where, published_pages_of, uses
from tests.factories.pages import ArticlePageFactory
from tests.factories.publishing import publish_draft
from tests.factories.references import ReferenceFactory

LIST = "/admin/snippets/references/reference/"


def citing(reference):
    said = f'<p><a linktype="citation" id="{reference.pk}">[cite]</a></p>'
    return [{"type": "paragraph", "value": said}]


@pytest.fixture
def reference(db):
    return ReferenceFactory(title="Used")


def live(reference):
    page = ArticlePageFactory(title="Live")
    FurtherReading.objects.create(page=page, reference=reference)
    page.save()


def draft_only(reference):
    ArticlePageFactory(title="Draft", live=False, body=citing(reference))


def draft_edit(reference):
    page = ArticlePageFactory(title="Edited")
    page.body = citing(reference)
    page.save_revision()


def later_draft_of_a_draft(reference):
    page = ArticlePageFactory(title="Later", live=False)
    page.body = citing(reference)
    page.save_revision()


def scheduled(reference):
    page = ArticlePageFactory(title="Planned")
    publish_draft(page)
    page.refresh_from_db()
    page.body = citing(reference)
    page.go_live_at = timezone.now() + datetime.timedelta(days=1)
    publish_draft(page)
    # A newer draft does without it.
    page.body = []
    page.go_live_at = None
    page.save_revision()


CASES = [
    (live, "Live", Where.PUBLISHED),
    (draft_only, "Draft", Where.DRAFT),
    (draft_edit, "Edited", Where.DRAFT),
    (later_draft_of_a_draft, "Later", Where.DRAFT),
    (scheduled, "Planned", Where.SCHEDULED),
]


@pytest.mark.parametrize(("use", "name", "where"), CASES)
def test_a_use_is_found_and_keeps_the_record(
    client, editor, reference, use, name, where
):
    use(reference)
    assert [(str(it), it.where) for it in uses(reference)] == [(name, (where,))]
    client.force_login(editor)
    response = client.post(f"{LIST}delete/{reference.pk}/", follow=True)
    assert Reference.objects.filter(pk=reference.pk).exists()
    page = ArticlePage.objects.get()
    html = response.content.decode()
    assert f'<a href="/admin/pages/{page.pk}/edit/">{name}</a>' in html


@pytest.mark.parametrize(("use", "name", "where"), CASES)
def test_the_usage_view_lists_every_use(client, editor, reference, use, name, where):
    use(reference)
    client.force_login(editor)
    html = client.get(f"{LIST}usage/{reference.pk}/").content.decode()
    assert f"Edit “{name}”" in html
    assert str(where.label) in html


def test_an_object_is_listed_once_with_all_its_versions(reference):
    page = ArticlePageFactory(title="Both", body=citing(reference))
    page.save_revision()
    [use] = uses(reference)
    assert use.where == (Where.PUBLISHED, Where.DRAFT)


def test_an_old_version_is_no_use(client, editor, reference):
    page = ArticlePageFactory(body=citing(reference))
    publish_draft(page)
    page.body = []
    publish_draft(page)
    assert uses(reference) == []
    client.force_login(editor)
    client.post(f"{LIST}delete/{reference.pk}/")
    assert not Reference.objects.filter(pk=reference.pk).exists()


def test_bulk_deletion_is_refused_as_a_whole_and_says_why(client, editor, reference):
    unused = ReferenceFactory(title="Unused")
    draft_edit(reference)
    client.force_login(editor)
    url = f"/admin/bulk/references/reference/delete/?id={reference.pk}&id={unused.pk}"
    html = client.post(url, follow=True).content.decode()
    assert Reference.objects.count() == 2
    assert "“2020. Used” is in use" in html
    assert "“2020. Unused”" not in html
    client.post(f"/admin/bulk/references/reference/delete/?id={unused.pk}")
    assert Reference.objects.get() == reference


def test_names_of_pages_are_no_markup(client, editor, reference):
    ArticlePageFactory(title="<b>Bold</b>", body=citing(reference))
    client.force_login(editor)
    html = client.post(f"{LIST}delete/{reference.pk}/", follow=True).content.decode()
    assert "<b>Bold</b>" not in html
    assert "&lt;b&gt;Bold&lt;/b&gt;" in html


@pytest.mark.parametrize("count", [1, 3, 12])
def test_uses_take_the_same_queries(django_assert_num_queries, reference, count):
    for _ in range(count):
        live(reference)
        draft_edit(reference)
    with django_assert_num_queries(3):
        assert len(uses(reference)) == 2 * count
    with django_assert_num_queries(2):
        assert len(published_pages_of([reference.pk])[reference.pk]) == count
