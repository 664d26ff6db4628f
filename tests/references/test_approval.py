"""Changes of cited records that wait, and what is decided about them."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from wagtail.models import ModelLogEntry, PageLogEntry

from accounts.roles import EDITOR
from blog.models import FurtherReading
from references import changes
from tests.conftest import make_user
from tests.factories.pages import ArticlePageFactory
from tests.factories.references import ReferenceFactory

LIST = "/admin/reports/waiting-changes/"


@pytest.fixture
def second(db):
    return make_user("second", EDITOR)


def change(by, title="Old", page=None):
    page = page or ArticlePageFactory(title="Citing page")
    reference = ReferenceFactory(title=title)
    FurtherReading.objects.create(page=page, reference=reference)
    page.save()
    item = {**reference.item, "title": "New", "volume": "9"}
    changes.apply(reference, item, source="editor", by=by)
    reference.refresh_from_db()
    return reference


def decide(client, reference, decision):
    url = reverse("references_waiting_decide", args=[reference.pk, decision])
    return client.post(url, follow=True).content.decode()


def test_what_waits_is_listed(client, editor, second):
    change(editor)
    unused = ReferenceFactory(title="Unused")
    unused.title = "Unused draft"
    unused.save_revision()
    client.force_login(second)
    html = client.get(LIST).content.decode()
    for part in ("2020. Old", "Title", "New", "Volume", "Citing page", "Approve"):
        assert part in html
    assert "Unused" not in html
    [waiting] = changes.waiting()
    assert (waiting.columns, waiting.revision.user) == (("title", "volume"), editor)


def test_somebody_else_approves(client, editor, second):
    reference = change(editor)
    client.force_login(second)
    assert "Approved and published" in decide(client, reference, "approve")
    reference.refresh_from_db()
    assert (reference.title, reference.has_unpublished_changes) == ("New", False)
    assert PageLogEntry.objects.filter(action="references.changed").count() == 1
    entry = ModelLogEntry.objects.get(action="references.change_approved")
    assert (entry.user, entry.data["author"]) == (second, "editor")
    assert "Nothing waits here." in client.get(LIST).content.decode()


def test_who_made_a_change_does_not_approve_it(client, editor):
    reference = change(editor)
    client.force_login(editor)
    html = client.get(LIST).content.decode()
    assert "Somebody else must approve this change." in html
    assert "/approve/" not in html
    decide(client, reference, "approve")
    with pytest.raises(PermissionDenied):
        changes.approve(reference, by=editor)
    reference.refresh_from_db()
    assert reference.title == "Old"


def test_a_discarded_change_leaves_the_draft_as_readers_see_it(client, editor, second):
    reference = change(editor)
    client.force_login(editor)
    assert "Discarded" in decide(client, reference, "discard")
    reference.refresh_from_db()
    assert (reference.title, reference.has_unpublished_changes) == ("Old", False)
    assert reference.get_latest_revision_as_object().title == "Old"
    entry = ModelLogEntry.objects.get(action="references.change_discarded")
    assert entry.user == editor
    html = decide(client, reference, "approve")
    assert "approved or discarded already" in html


def test_an_unknown_decision_is_no_page(client, editor, second):
    reference = change(editor)
    client.force_login(second)
    url = reverse("references_waiting_decide", args=[reference.pk, "eat"])
    assert client.post(url).status_code == 404
    approve = reverse("references_waiting_decide", args=[reference.pk, "approve"])
    assert client.get(approve).status_code == 405


def test_a_moderator_decides_nothing(client, editor, moderator):
    reference = change(editor)
    client.force_login(moderator)
    assert client.get(LIST).status_code == 302
    decide(client, reference, "discard")
    reference.refresh_from_db()
    assert reference.has_unpublished_changes
    assert "Waiting changes of sources" not in client.get("/admin/").content.decode()


@pytest.mark.parametrize("count", [1, 3, 12])
def test_the_list_takes_the_same_queries(
    client, editor, second, django_assert_num_queries, count
):
    page = ArticlePageFactory()
    for _ in range(count):
        change(editor, page=page)
    client.force_login(second)
    client.get(LIST)
    with django_assert_num_queries(14):
        html = client.get(LIST).content.decode()
    assert html.count('<form method="post" action="/admin/reports/waiting') == 2 * count
