"""What Wagtail's editor does behind the editor's back."""

import json

import pytest
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Revision
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from blog.models import ArticlePage, BlogIndexPage
from references.models import Reference
from tests.factories.files import ImageFactory
from tests.factories.publishing import excuse
from tests.factories.references import ReferenceFactory

HEADERS = {"Accept": "application/json"}


def form(body=(), **fields):
    return nested_form_data(
        {
            "title": "Herons",
            "slug": "herons",
            "summary": "",
            "body": streamfield(list(body)),
            "authorships": inline_formset([]),
            "further_reading": inline_formset([]),
            "comments": inline_formset([]),
            **fields,
        }
    )


def autosave(client, url, data):
    return json.loads(client.post(url, data, headers=HEADERS).content)


@pytest.fixture
def signed_in(client, editor):
    client.force_login(editor)
    return client


def add_url():
    return f"/admin/pages/add/blog/articlepage/{BlogIndexPage.objects.get().pk}/"


def edit_url(page):
    return f"/admin/pages/{page.pk}/edit/"


def test_autosave_makes_one_draft_and_overwrites_its_revision(signed_in):
    first = autosave(signed_in, add_url(), form())
    page = ArticlePage.objects.get()
    data = form(title="Herons again") | {
        "overwrite_revision_id": first["revision_id"],
        "loaded_revision_id": first["revision_id"],
        "loaded_revision_created_at": first["revision_created_at"],
    }
    second = autosave(signed_in, edit_url(page), data)
    assert second["revision_id"] == first["revision_id"]
    assert Revision.objects.filter(object_id=str(page.pk)).count() == 1
    latest = page.get_latest_revision_as_object()
    assert (latest.title, latest.live) == ("Herons again", False)


def test_renaming_an_autosaved_draft_leaves_no_redirect(
    signed_in, django_capture_on_commit_callbacks
):
    autosave(signed_in, add_url(), form())
    page = ArticlePage.objects.get()
    with django_capture_on_commit_callbacks(execute=True):
        autosave(signed_in, edit_url(page), form(slug="renamed"))
    page.refresh_from_db()
    assert page.slug == "renamed"
    assert Redirect.objects.count() == 0


def test_autosave_leaves_a_published_page_as_it_is(signed_in, article):
    data = form(title="Changed", slug=article.slug)
    assert autosave(signed_in, edit_url(article), data)["success"] is True
    live = ArticlePage.objects.get()
    assert (live.title, live.has_unpublished_changes) == (article.title, True)


def test_a_draft_may_be_incomplete(signed_in):
    data = form(body=[("heading", {"level": "h2", "text": ""})])
    assert autosave(signed_in, add_url(), data)["success"] is True
    assert ArticlePage.objects.count() == 1


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (("heading", {"level": "h2", "text": ""}), {"text": "This field is required."}),
        (
            ("sign_off", {"text": "null", "author": "", "name": ""}),
            {"name": "Choose an author or type a name."},
        ),
    ],
)
def test_publishing_asks_for_what_is_missing_in_its_place(signed_in, body, expected):
    data = form(body=[body]) | {"action-publish": "1"}
    response = signed_in.post(add_url(), data)
    errors = response.context["form"].errors
    assert list(errors) == ["body"], errors
    [error] = errors["body"].as_data()
    found = error.block_errors[0].block_errors
    assert {name: field.message for name, field in found.items()} == expected
    assert ArticlePage.objects.count() == 0


def test_a_picture_without_credit_can_be_drafted_and_not_published(signed_in):
    image = ImageFactory(title="Reeds", credit="")
    data = form(lead_image=str(image.pk))
    assert autosave(signed_in, add_url(), data)["success"] is True
    page = ArticlePage.objects.get()
    excuse(page.get_latest_revision_as_object())
    data |= {"action-publish": "1"}
    response = signed_in.post(edit_url(page), data)
    errors = response.context["form"].errors
    assert errors == {"lead_image": ["“Reeds” has no credit."]}
    page.refresh_from_db()
    assert page.live is False


def test_a_picture_that_was_deleted_leaves_the_page_readable(client, article):
    image = ImageFactory()
    value = {"image": {"image": image.pk, "alt_text": "A", "decorative": False}}
    article.body = json.dumps([{"type": "image", "value": value, "id": "x"}])
    article.lead_image = image
    article.save()
    assert "<figure" in client.get(article.url).content.decode()
    image.delete()
    response = client.get(article.url)
    assert response.status_code == 200
    assert "<figure" not in response.content.decode()


def test_autosave_leaves_a_published_record_as_it_is(signed_in):
    reference = ReferenceFactory(title="Old")
    data = {
        "csl_type": "article-journal",
        "title": "New",
        "contributors-count": "0",
        "appraisals-count": "0",
    }
    url = f"/admin/snippets/references/reference/edit/{reference.pk}/"
    assert autosave(signed_in, url, data)["success"] is True
    live = Reference.objects.get()
    assert (live.title, live.has_unpublished_changes) == ("Old", True)


def reading(*references):
    return inline_formset([{"reference": reference.pk} for reference in references])


def test_publishing_before_the_autosave_has_answered_keeps_each_row_once(signed_in):
    first, second = ReferenceFactory(), ReferenceFactory()
    autosave(signed_in, add_url(), form())
    page = ArticlePage.objects.get()
    rows = form(further_reading=reading(first, second))
    autosave(signed_in, edit_url(page), rows)
    excuse(ArticlePage.objects.get().get_latest_revision_as_object())
    # The same rows, still without the keys that the autosave gave them.
    late = form(further_reading=reading(second, first)) | {"action-publish": "1"}
    signed_in.post(edit_url(page), late)
    page.refresh_from_db()
    chosen = [row.reference for row in page.further_reading.all()]
    assert (page.live, chosen) == (True, [second, first])


def test_a_source_that_is_chosen_twice_is_an_error_in_words(signed_in):
    reference = ReferenceFactory()
    data = form(further_reading=reading(reference, reference))
    data |= {"action-publish": "1"}
    html = signed_in.post(add_url(), data).content.decode()
    assert "duplicate data for page and reference" in html
    assert ArticlePage.objects.count() == 0
