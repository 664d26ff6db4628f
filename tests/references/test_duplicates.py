"""Pairs of records that may be of one work, and the pages where they are merged."""

import pytest
from django.urls import reverse
from wagtail.models import ModelLogEntry

from blog.models import FurtherReading
from references import duplicates, merging
from references.models import Merge, Reference, SuspectedPair
from tests.factories.references import ReferenceFactory

TITLE = "Ketamine infusions for chronic neuropathic pain: a randomised trial"


def twin(**fields):
    with_defaults = {
        "title": TITLE,
        "doi": None,
        "volume": "3",
        "pages": "11-19",
        "container_title": "Journal of Herons",
    }
    return ReferenceFactory(**with_defaults | fields)


@pytest.fixture
def pair(db):
    first, second = twin(), twin(publisher="Nest")
    duplicates.search()
    return SuspectedPair.objects.get(first=first, second=second)


def urls(pair):
    ids = (pair.first_id, pair.second_id)
    return {
        "list": reverse("references_duplicates"),
        "compare": reverse("references_compare", args=ids),
        "dismiss": reverse("references_duplicates_dismiss", args=[pair.pk]),
        "search": reverse("references_duplicates_search"),
        "merges": reverse("references_merges"),
    }


def test_the_whole_library_is_compared(db):
    first, second = twin(), twin()
    ReferenceFactory(title="Something else entirely about another matter")
    assert duplicates.search() == 1
    pair = SuspectedPair.objects.get()
    assert (pair.first, pair.second, pair.is_certain) == (first, second, True)
    assert "same title" in pair.reasons


def test_a_record_is_compared_when_it_is_stored(db, django_capture_on_commit_callbacks):
    first = twin()
    with django_capture_on_commit_callbacks(execute=True):
        second = twin()
    pair = SuspectedPair.objects.get()
    assert (pair.first, pair.second) == (first, second)
    with django_capture_on_commit_callbacks(execute=True):
        second.title = "Another work, of which the first copy was a mistake"
        second.pages = "77"
        second.save()
    assert not SuspectedPair.objects.exists()


def test_a_dismissed_pair_is_not_suspected_again(pair, editor):
    duplicates.dismiss(pair, by=editor)
    assert duplicates.search() == 0
    assert duplicates.suspect(pair.first) == 0
    assert SuspectedPair.objects.get().state == SuspectedPair.State.DISMISSED
    entries = ModelLogEntry.objects.filter(action="references.told_apart")
    assert {entry.object_id for entry in entries} == {
        str(pair.first_id),
        str(pair.second_id),
    }


def test_what_was_told_apart_from_the_absorbed_one_stays_so(pair):
    third = twin()
    duplicates.search()
    duplicates.dismiss(SuspectedPair.objects.get(first=pair.second, second=third))
    merging.merge(pair.first, pair.second)
    assert duplicates.search() == 0
    [left] = SuspectedPair.objects.all()
    assert (left.first, left.second, left.state) == (pair.first, third, "dismissed")


@pytest.mark.parametrize("count", [1, 3, 12])
def test_the_list_takes_the_same_queries(
    client, editor, django_assert_max_num_queries, count
):
    for number in range(count):
        twin(title=f"{TITLE} {number}", volume=str(number))
        twin(title=f"{TITLE} {number}", volume=str(number))
    duplicates.search()
    client.force_login(editor)
    client.get(reverse("references_duplicates"))
    with django_assert_max_num_queries(12) as queries:
        html = client.get(reverse("references_duplicates")).content.decode()
    assert html.count("Very likely the same work") == count
    assert len(queries) == 12


def test_an_editor_compares_confirms_merges_and_undoes(client, editor, pair, article):
    FurtherReading.objects.create(page=article, reference=pair.second)
    article.save()
    client.force_login(editor)
    where = urls(pair)
    assert where["compare"] in client.get(where["list"]).content.decode()
    html = client.get(where["compare"]).content.decode()
    assert "Only one has it" in html
    assert f"/admin/pages/{article.pk}/edit/" in html

    first, second = pair.first, pair.second
    data = {"kept": first.pk, "publisher": second.pk}
    html = client.post(where["compare"], data).content.decode()
    assert "Will use the kept record instead" in html
    assert Reference.objects.count() == 2
    data["step"] = "confirmed"
    response = client.post(where["compare"], data, follow=True)
    assert response.redirect_chain == [(where["merges"], 302)]
    assert Reference.objects.get() == first
    assert Reference.objects.get().publisher == "Nest"
    assert FurtherReading.objects.get().reference == first

    merge = Merge.objects.get()
    undo = reverse("references_merges_undo", args=[merge.pk])
    html = client.post(undo, follow=True).content.decode()
    assert f"“{second}” is back." in html
    assert "undone on" in html
    assert FurtherReading.objects.get().reference == second
    html = client.post(undo, follow=True).content.decode()
    assert "This merge was undone already." in html


def test_a_choice_that_is_none_is_not_taken(client, editor, pair):
    client.force_login(editor)
    other = ReferenceFactory()
    data = {"kept": other.pk, "publisher": pair.second_id, "step": "confirmed"}
    client.post(urls(pair)["compare"], data)
    assert Reference.objects.count() == 3


def test_an_editor_tells_two_records_apart(client, editor, pair):
    client.force_login(editor)
    response = client.post(urls(pair)["dismiss"], follow=True)
    assert "No two records look alike." in response.content.decode()


def test_an_editor_has_the_library_compared(client, editor, pair):
    SuspectedPair.objects.all().delete()
    client.force_login(editor)
    client.post(urls(pair)["search"])
    assert SuspectedPair.objects.count() == 1


def test_a_record_that_is_gone_is_said(client, editor, pair):
    client.force_login(editor)
    pair.second.delete()
    response = client.get(urls(pair)["compare"], follow=True)
    assert "One of the two records is gone." in response.content.decode()


@pytest.mark.parametrize("name", ["list", "compare", "merges"])
def test_a_moderator_sees_none_of_it(client, moderator, pair, name):
    client.force_login(moderator)
    response = client.get(urls(pair)[name])
    assert (response.status_code, response.url) == (302, "/admin/")


def test_a_moderator_changes_nothing(client, moderator, pair):
    client.force_login(moderator)
    where = urls(pair)
    data = {
        "kept": pair.first_id,
        "publisher": pair.first_id,
        "step": "confirmed",
    }
    for name in ("compare", "dismiss", "search"):
        assert client.post(where[name], data).status_code == 302
    merge = merging.merge(pair.first, pair.second)
    client.post(reverse("references_merges_undo", args=[merge.pk]))
    merge.refresh_from_db()
    assert merge.undone_at is None
    assert "Possible duplicates" not in client.get("/admin/").content.decode()
