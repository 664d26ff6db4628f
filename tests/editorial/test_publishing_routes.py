"""Every way by which a page could go public, and what each says to the unsigned."""

import json
from datetime import timedelta
from html import unescape
from pathlib import Path

import pytest
from django.core import serializers
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone
from wagtail.actions.edit_page import EditPageAction
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.models import Locale, Page, PageLogEntry, Task
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from accounts import roles
from blog.models import ArticlePage, BlogIndexPage
from editorial import publishing
from editorial.publishing import NotSignedOff
from importing import writer
from importing.draft import Block, Draft
from tests.conftest import make_user
from tests.editorial.publishing_routes import found
from tests.factories.pages import ArticlePageFactory
from tests.factories.publishing import announce, publish_draft
from tests.factories.signing import make_reviewer, ready_draft, signed

pytestmark = pytest.mark.django_db
TABLE = json.loads(Path("tests/data/publishing/routes.json").read_text())
UNSIGNED = "No reviewer has signed this text off."
UNANNOUNCED = "Say what changed, and why: readers will see it."
UNREVIEWED = "Not medically reviewed"


# The table


@pytest.mark.parametrize("kind", found())
def test_every_route_is_classified(kind):
    assert sorted(found()[kind] - set(TABLE[kind])) == []


def test_every_route_that_publishes_names_a_test():
    named = {name for rows in TABLE.values() for name in rows.values()} - {"no"}
    assert sorted(name for name in named if name not in globals()) == []


# Pages as they stand before each attempt


@pytest.fixture
def administrator():
    return make_user("administrator", roles.ADMINISTRATOR)


@pytest.fixture
def office(client, administrator):
    client.force_login(administrator)
    return client


@pytest.fixture(params=["unsigned", "unannounced"])
def held(request, administrator):
    """A draft that nobody signed, or a live page with an unexplained change."""
    if request.param == "unsigned":
        page = ready_draft(title="Rest", slug="rest")
    else:
        page = ArticlePageFactory(title="Rest", slug="rest", summary="Rest helps.")
        page.title = "Sleep"
        page.save_revision(user=administrator)
    page = ArticlePage.objects.get(pk=page.pk)
    page.words = UNANNOUNCED if page.live else UNSIGNED
    return page


def state(page):
    """Give what readers and editors have of a page."""
    page = ArticlePage.objects.get(pk=page.pk)
    latest = page.get_latest_revision_as_object()
    return page.live, page.title, latest.title, page.versions.count()


def reasons(page):
    """Give why a page was held back, from its history."""
    entries = PageLogEntry.objects.filter(page=page, action="editorial.held_back")
    return [entry.data["reason"] for entry in entries]


def said(response):
    """Give all that a person is told, after redirects."""
    return unescape(response.content.decode())


def form(page, **fields):
    rows = [
        {"id": row.pk, "author": row.author_id, "ORDER": number}
        for number, row in enumerate(page.authorships.all(), 1)
    ]
    return nested_form_data(
        {
            "title": page.title,
            "slug": page.slug,
            "summary": page.summary,
            "body": streamfield([]),
            "authorships": inline_formset(rows, initial=len(rows)),
            "further_reading": inline_formset([]),
            "comments": inline_formset([]),
            "notice_kind": page.notice_kind,
            "notice_what": page.notice_what,
            "notice_why": page.notice_why,
            **fields,
        }
    )


def edit_url(page):
    return f"/admin/pages/{page.pk}/edit/"


def add_url():
    return f"/admin/pages/add/blog/articlepage/{BlogIndexPage.objects.get().pk}/"


# In the admin


def test_publish_from_create(office):
    draft = ArticlePage(title="Rest", slug="rest", summary="Rest helps.")
    response = office.post(add_url(), form(draft) | {"action-publish": "1"})
    assert UNSIGNED in said(response)
    assert response.context["form"]["title"].value() == "Rest"
    assert ArticlePage.objects.count() == 0


def test_publish_from_edit(office, held):
    before = state(held)
    data = form(held, title="Naps") | {"action-publish": "1"}
    response = office.post(edit_url(held), data)
    assert held.words in said(response)
    assert response.context["form"]["title"].value() == "Naps"
    assert state(held) == before


def test_publish_from_edit_as_a_superuser(client, admin_user, held):
    client.force_login(admin_user)
    before = state(held)
    data = form(held, title="Naps") | {"action-publish": "1"}
    assert held.words in said(client.post(edit_url(held), data))
    assert state(held) == before


def test_what_was_signed_is_published(office, administrator):
    page = ready_draft(administrator)
    signed(page, make_reviewer())
    office.post(edit_url(page), form(page) | {"action-publish": "1"})
    assert state(page) == (True, "Rest", "Rest", 1)
    assert "Reviewed by" in said(office.get(page.url))


def test_autosave_publishes_nothing(office, held):
    office.post(
        edit_url(held),
        form(held, title="Naps") | {"action-publish": "1"},
        headers={"Accept": "application/json"},
    )
    live, title, *_rest = state(held)
    assert (live, live and title) == (held.live, held.live and "Rest")


def test_schedule(office, held):
    before = state(held)
    hour = timezone.localtime() + timedelta(days=1)
    data = form(held, title="Naps", go_live_at=f"{hour:%Y-%m-%d %H:%M}")
    response = office.post(edit_url(held), data | {"action-publish": "1"})
    assert held.words in said(response)
    assert state(held) == before
    assert held.revisions.filter(approved_go_live_at__isnull=False).count() == 0


def scheduled(page, by):
    """Sign and schedule a page, and let its hour come."""
    draft = page.get_latest_revision_as_object()
    draft.go_live_at = timezone.now() + timedelta(hours=1)
    revision = draft.save_revision(user=by)
    signed(page, make_reviewer(f"reviewer-{page.pk}"))
    revision.publish(user=by)
    revision.refresh_from_db()
    assert revision.approved_go_live_at is not None
    content = revision.content
    past = timezone.now() - timedelta(minutes=1)
    content["go_live_at"] = past.isoformat()
    type(revision).objects.filter(pk=revision.pk).update(
        approved_go_live_at=past, content=content
    )
    ArticlePage.objects.filter(pk=page.pk).update(go_live_at=past)


@pytest.mark.parametrize("command", ["publish_scheduled", "publish_scheduled_pages"])
def test_publish_scheduled(administrator, command):
    changed = ready_draft(administrator, title="Rest", slug="rest")
    whole = ready_draft(administrator, title="Walks", slug="walks")
    for page in (changed, whole):
        scheduled(page, administrator)
    author = changed.authorships.get().author
    author.title = "Somebody else"
    author.save()
    call_command(command)
    assert [state(changed)[0], state(whole)[0]] == [False, True]
    assert reasons(changed) == ["This text was changed after it was signed off."]


def test_publish_scheduled_change_without_notice(article):
    publish_draft(article)
    article = ArticlePage.objects.get(pk=article.pk)
    article.title = "Sleep"
    article.go_live_at = timezone.now() + timedelta(hours=1)
    revision = article.save_revision()
    revision.publish()
    past = timezone.now() - timedelta(minutes=1)
    revision.content["go_live_at"] = past.isoformat()
    revision.approved_go_live_at = past
    revision.save()
    before = state(article)
    call_command("publish_scheduled")
    assert state(article) == before
    assert reasons(article) == [UNANNOUNCED]


def test_unschedule(office, administrator):
    page = ready_draft(administrator)
    scheduled(page, administrator)
    revision = ArticlePage.objects.get(pk=page.pk).get_latest_revision()
    office.post(f"/admin/pages/{page.pk}/revisions/{revision.pk}/unschedule/")
    call_command("publish_scheduled")
    assert state(page)[0] is False


def test_bulk_publish(office, held):
    before = state(held)
    address = f"/admin/bulk/wagtailcore/page/publish/?next=/admin/&id={held.pk}"
    asked = said(office.get(address))
    response = office.post(address, {"include_descendants": "on"}, follow=True)
    if held.live:
        assert held.words in said(response)
    else:
        assert "You don't have permission to publish" in asked
        assert "0 pages have been published" in said(response)
    assert state(held) == before


def test_bulk_publish_of_the_list_above(office, administrator):
    page = ready_draft(administrator)
    index = BlogIndexPage.objects.get()
    address = f"/admin/bulk/wagtailcore/page/publish/?id={index.pk}"
    office.post(address, {"include_descendants": "on"}, follow=True)
    assert state(page)[0] is False


def test_revert(office, held):
    old = held.get_latest_revision()
    held.title = "Naps"
    held.save_revision()
    before = state(held)
    response = office.post(
        f"/admin/pages/{held.pk}/revisions/{old.pk}/revert/",
        form(old.as_object()) | {"action-publish": "1"},
    )
    assert held.words in said(response)
    assert state(held) == before


def test_copy(office, article):
    index = BlogIndexPage.objects.get()
    data = {
        "new_title": "Copy",
        "new_slug": "copy",
        "new_parent_page": index.pk,
        "publish_copies": "on",
    }
    response = office.post(f"/admin/pages/{article.pk}/copy/", data, follow=True)
    assert "a copy must be reviewed before it is published" in said(response)
    assert ArticlePage.objects.count() == 1
    del data["publish_copies"]
    office.post(f"/admin/pages/{article.pk}/copy/", data)
    assert ArticlePage.objects.get(slug="copy").live is False


def test_copy_by_code(article):
    index = Page.objects.get(pk=BlogIndexPage.objects.get().pk)
    children = index.numchild
    with pytest.raises(NotSignedOff, match=UNSIGNED), transaction.atomic():
        article.copy(update_attrs={"slug": "copy"}, keep_live=True)
    with pytest.raises(NotSignedOff, match=UNSIGNED), transaction.atomic():
        index.copy(recursive=True, update_attrs={"slug": "more"}, keep_live=True)
    index.refresh_from_db()
    assert (ArticlePage.objects.count(), index.numchild) == (1, children)


def test_copy_for_translation(article):
    french = Locale.objects.create(language_code="fr")
    copied = article.copy_for_translation(french, copy_parents=True)
    assert copied.live is False
    with pytest.raises(NotSignedOff, match=UNSIGNED):
        copied.get_latest_revision().publish()


def test_alias(client, administrator):
    page = ready_draft(administrator)
    unsigned = page.create_alias(update_slug="unsigned")
    assert unsigned.live is False
    with pytest.raises(NotSignedOff, match=UNSIGNED), transaction.atomic():
        page.update_aliases()
    signed(page, make_reviewer())
    page.get_latest_revision().publish()
    assert state(unsigned)[0] is True
    page = ArticlePage.objects.get(pk=page.pk)
    alias = page.create_alias(update_slug="alias")
    for each in (unsigned, alias):
        assert "Reviewed by" in said(client.get(each.url))


def test_alias_of_a_page_that_was_changed_with_a_notice(article):
    article.title = "Sleep"
    publish_draft(article)
    alias = ArticlePage.objects.get(pk=article.pk).create_alias(update_slug="alias")
    assert state(alias)[:2] == (True, "Sleep")


def test_alias_follows_a_page_that_was_taken_down_and_changed(administrator):
    page = ArticlePageFactory(title="Rest")
    page.save_revision().publish()
    alias = page.create_alias(update_slug="alias")
    page.unpublish()
    assert state(alias)[0] is False
    page = ArticlePage.objects.get(pk=page.pk)
    page.title = "Sleep"
    announce(page)
    publishing.excuse(page, by=None, reason="It is for a test.")
    page.save_revision().publish()
    assert state(page)[:2] == (True, "Sleep")
    assert state(alias)[:2] == (True, "Sleep")


def test_convert_alias(office, administrator):
    page = ready_draft(administrator)
    signed(page, make_reviewer())
    page.get_latest_revision().publish()
    page = ArticlePage.objects.get(pk=page.pk)
    alias = page.create_alias(update_slug="alias")
    office.post(f"/admin/pages/{alias.pk}/convert_alias/")
    alias = ArticlePage.objects.get(pk=alias.pk)
    assert (alias.alias_of_id, alias.live) == (None, True)
    assert UNREVIEWED in said(office.get(alias.url))
    response = office.post(
        edit_url(alias), form(alias, title="Naps") | {"action-publish": "1"}
    )
    assert UNANNOUNCED in said(response)


def test_move(office, held):
    other = BlogIndexPage(title="More", slug="more")
    BlogIndexPage.objects.get().get_parent().add_child(instance=other)
    before = state(held)
    office.post(f"/admin/pages/{held.pk}/move/{other.pk}/confirm/")
    assert held.get_parent().pk != other.pk or state(held) == before
    assert state(held) == before


# The admin's API


@pytest.mark.parametrize(
    ("action", "data"),
    [
        ("publish", {}),
        ("copy", {"keep_live": True, "slug": "copy"}),
        ("create_alias", {"update_slug": "alias"}),
    ],
)
def test_api(office, held, action, data):
    before = state(held)
    address = f"/admin/api/main/pages/{held.pk}/action/{action}/"
    response = office.post(address, json.dumps(data), content_type="application/json")
    assert response.status_code in (201, 403)
    assert state(held) == before
    others = ArticlePage.objects.exclude(pk=held.pk)
    # An alias shows what its source shows, and a source that is public was let through.
    assert others.live().count() == (held.live and action == "create_alias")


def test_api_revert(office, held):
    first = held.revisions.earliest("pk")
    live, title, *_rest = state(held)
    response = office.post(
        f"/admin/api/main/pages/{held.pk}/action/revert_to_page_revision/",
        json.dumps({"revision_id": first.pk}),
        content_type="application/json",
    )
    assert response.status_code == 200
    assert state(held)[:2] == (live, title)


# From code


def test_publish_by_code(held, administrator):
    before = state(held)
    revision = held.get_latest_revision()
    attempts = [
        lambda: revision.publish(),
        lambda: revision.publish(user=administrator, skip_permission_checks=True),
        lambda: held.publish(revision),
        lambda: PublishPageRevisionAction(revision).execute(),
    ]
    for attempt in attempts:
        with pytest.raises(NotSignedOff, match=held.words):
            attempt()
        assert state(held) == before
    edited = held.get_latest_revision_as_object()
    with pytest.raises(PermissionDenied):
        EditPageAction(edited, publish=True, user=administrator).execute()
    assert state(held) == before


@pytest.mark.parametrize(
    "fields", [None, ["live"], ["live", "has_unpublished_changes"]]
)
def test_save(administrator, fields):
    page = ready_draft(administrator)
    page.live = True
    with pytest.raises(NotSignedOff, match=UNSIGNED):
        page.save(update_fields=fields)
    assert state(page)[0] is False


def test_add_child():
    page = ArticlePage(title="Rest", slug="rest", live=True)
    with pytest.raises(NotSignedOff, match=UNSIGNED), transaction.atomic():
        BlogIndexPage.objects.get().add_child(instance=page)
    assert ArticlePage.objects.count() == 0


def test_import():
    draft = Draft(title="Rest", blocks=(Block("paragraph", "<p>Rest helps.</p>"),))
    written = writer.write(draft, key="rest", name="rest.docx")
    assert written.page.live is False
    written = writer.rewrite(written.page, draft, name="rest.docx")
    assert state(written.page)[0] is False


# What no code of ours is asked about: the page itself then says what it is.


def test_rows_written_past_the_models_are_never_called_reviewed(client, administrator):
    page = ready_draft(administrator)
    ArticlePage.objects.filter(pk=page.pk).update(live=True)
    assert UNREVIEWED in said(client.get(page.url))
    page = ready_draft(administrator, title="Walks", slug="walks")
    signed(page, make_reviewer())
    page.get_latest_revision().publish()
    assert "Reviewed by" in said(client.get(page.url))
    ArticlePage.objects.filter(pk=page.pk).update(title="Sprints")
    told = said(client.get(page.url))
    assert "Reviewed by" not in told
    assert "Edited since review" in told


def test_loaded_rows_are_never_called_reviewed(client, administrator):
    page = ready_draft(administrator)
    signed(page, make_reviewer())
    page.get_latest_revision().publish()
    page = ArticlePage.objects.get(pk=page.pk)
    page.title = "Sprints"
    for loaded in serializers.deserialize(
        "json", serializers.serialize("json", [page])
    ):
        loaded.save()
    Page.objects.filter(pk=page.pk).update(title="Sprints")
    told = said(client.get(page.url))
    assert "Reviewed by" not in told
    assert "Edited since review" in told


# At the end of a workflow; the way to it is walked in test_workflow.py


def test_workflow_without_steps(client, administrator):
    Task.objects.update(active=False)
    contributor = make_user("contributor", roles.CONTRIBUTOR)
    page = ready_draft(contributor)
    page.get_workflow().start(page, contributor)
    assert state(page)[0] is False
    assert reasons(page) == ["You do not have permission to publish this page."]


def test_workflow_without_steps_under_a_publisher(administrator, held):
    Task.objects.update(active=False)
    before = state(held)
    held.get_workflow().start(held, administrator)
    assert state(held) == before
    assert len(reasons(held)) == 1


def test_publish_without_sign_off(office, administrator):
    page = ready_draft(administrator)
    address = f"/admin/publish-unsigned/{page.pk}/"
    office.post(address, {"reason": "  "})
    assert state(page)[0] is False
    office.post(address, {"reason": "A recall of today."})
    assert state(page)[0] is True
    assert UNREVIEWED in said(office.get(page.url))
    assert page.unsigned_publications.get().reason == "A recall of today."
