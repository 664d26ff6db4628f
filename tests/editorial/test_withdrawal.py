"""Withdrawing an article: what goes, what stays, who may, and by which ways."""

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.urls import get_resolver
from django.utils import timezone
from wagtail.models import PageLogEntry, PageViewRestriction

from accounts.roles import ADMINISTRATOR, CONTRIBUTOR, MEDICAL_REVIEWER, MODERATOR
from blog.models import ArticlePage, BlogIndexPage
from editorial import notices, publishing, withdrawal
from editorial.models import ChangeNotice, NoticeKind, PublishedVersion
from editorial.models.record import Record
from references.models import Reference
from tests.conftest import make_user
from tests.factories.pages import ArticlePageFactory
from tests.factories.publishing import announce, excuse

REPORT_QUERIES = 13
WORDS = {"what": "The dose in it is wrong.", "why": "It cannot be mended in a day."}


@pytest.fixture
def heron(db):
    return ArticlePageFactory(title="Herons", slug="herons", summary="On herons.")


@pytest.fixture
def administrator(db):
    return make_user("administrator", ADMINISTRATOR)


def stored(page):
    return ArticlePage.objects.get(pk=page.pk)


def withdraw(page, by):
    return withdrawal.withdraw(stored(page), by=by, **WORDS)


def text(client, address, status):
    response = client.get(address)
    assert response.status_code == status
    main = BeautifulSoup(response.content.decode(), "html.parser").main
    return " ".join(main.get_text(" ").split())


# What readers find


def test_its_address_says_that_it_is_gone_why_and_when(client, heron, editor):
    withdraw(heron, editor)
    said = text(client, heron.url, 410)
    day = timezone.localdate()
    assert f"This article was withdrawn on {day:%-d %B %Y}." in said
    assert WORDS["what"] in said
    assert f"Why: {WORDS['why']}" in said
    assert "On herons." not in said


def test_its_history_and_its_versions_stay(client, heron, editor):
    withdraw(heron, editor)
    history = text(client, f"{heron.url}history/", 200)
    assert history.index("Withdrawal") < history.index("First published")
    version = text(client, f"{heron.url}versions/1/", 200)
    assert "until it was withdrawn on" in version
    assert "On herons." in version


@pytest.mark.parametrize(
    "address", ["comments/", "comments.atom", "cite.ris", "references.bib", "nowhere/"]
)
def test_nothing_else_of_it_answers(client, heron, editor, address):
    withdraw(heron, editor)
    assert client.get(f"{heron.url}{address}").status_code == 404


@pytest.mark.parametrize(
    "address",
    ["/", "/articles/", "/feed/", "/feed.atom", "/sitemap.xml", "/search/?q=herons"],
)
def test_lists_feeds_and_search_let_go_of_it(client, heron, editor, address):
    call_command("rebuild_references_index", verbosity=0)
    assert "articles/herons/" in client.get(address).content.decode()
    withdraw(heron, editor)
    assert "articles/herons/" not in client.get(address).content.decode()


def test_the_feed_of_corrections_tells_of_it(client, heron, editor):
    withdraw(heron, editor)
    feed = client.get("/corrections/feed/").content.decode()
    assert "<title>Withdrawal: Herons</title>" in feed
    assert f"<link>{heron.full_url}</link>" in feed


def test_a_private_article_is_withdrawn_in_private(client, heron, editor):
    PageViewRestriction.objects.create(page=heron, restriction_type="login")
    withdraw(heron, editor)
    for address in ("", "history/", "versions/1/"):
        assert client.get(f"{heron.url}{address}").status_code == 302


def test_an_answer_that_it_is_gone_is_not_kept_by_caches(client, heron, editor):
    withdraw(heron, editor)
    response = client.get(heron.url)
    assert not response.has_header("Set-Cookie")
    assert "s-maxage" not in response.get("Cache-Control", "")


# What stays on record


def test_a_withdrawal_leaves_a_notice_a_version_and_a_line_in_the_log(heron, editor):
    PublishedVersion.objects.filter(page_id=heron.pk)._raw_delete("default")
    notice = withdraw(heron, editor)
    page = stored(heron)
    assert (page.live, page.versions.count()) == (False, 1)
    assert (notice.kind, notice.by, notice.version) == ("withdrawal", editor, None)
    entry = PageLogEntry.objects.get(action="editorial.withdrawn")
    assert (entry.user, entry.data) == (editor, WORDS)


@pytest.mark.parametrize("words", [{"what": " "}, {"why": ""}])
def test_it_needs_words(heron, editor, words):
    with pytest.raises(PermissionDenied):
        withdrawal.withdraw(stored(heron), by=editor, **{**WORDS, **words})
    assert (stored(heron).live, ChangeNotice.objects.count()) == (True, 0)


@pytest.mark.parametrize("role", [CONTRIBUTOR, MEDICAL_REVIEWER, MODERATOR])
def test_others_may_not(heron, role):
    with pytest.raises(PermissionDenied):
        withdraw(heron, make_user("somebody", role))
    assert stored(heron).live


def test_a_draft_cannot_be_withdrawn(db, editor):
    draft = ArticlePage(title="Draft", slug="draft", live=False)
    BlogIndexPage.objects.get().add_child(instance=draft)
    with pytest.raises(PermissionDenied):
        withdraw(draft, editor)


def test_it_comes_back_only_with_a_notice_also_as_it_was(client, heron, editor):
    withdraw(heron, editor)
    page = stored(heron)
    excuse(page)
    with pytest.raises(publishing.NotSignedOff):
        page.save_revision().publish()
    page = stored(heron)
    announce(page, "minor")
    page.save_revision().publish()
    assert client.get(heron.url).status_code == 200
    newest = stored(heron).change_notices.first()
    assert (newest.kind, newest.version.number, newest.keeps) == ("minor", 2, None)
    assert text(client, f"{heron.url}versions/2/changes/", 200)


# Other ways by which a page goes from readers


def test_an_article_whose_day_has_come_leaves_a_notice(client, heron):
    page = stored(heron)
    page.expire_at = timezone.now()
    announce(page)
    page.save_revision().publish()
    call_command("publish_scheduled", verbosity=0)
    assert "It was to be shown until this day." in text(client, heron.url, 410)


def test_an_alias_goes_with_the_words_of_its_original(client, heron, editor):
    alias = heron.create_alias(update_slug="egret")
    withdraw(heron, editor)
    assert WORDS["why"] in text(client, alias.url, 410)


def test_unpublishing_leaves_one_notice(heron, editor):
    stored(heron).unpublish(user=editor)
    stored(heron).unpublish()
    assert [notice.why for notice in heron.change_notices.all()] == [
        "No reason was given."
    ]


# The admin


def test_an_editor_withdraws_by_the_form(client, heron, editor):
    client.force_login(editor)
    edit = client.get(f"/admin/pages/{heron.pk}/edit/").content.decode()
    address = f"/admin/withdraw/{heron.pk}/"
    assert address in edit
    empty = client.post(address, {"what": "", "why": " "}).content.decode()
    assert empty.count("This field is required.") == 2
    assert stored(heron).live
    response = client.post(address, WORDS)
    assert response.url == f"/admin/pages/{heron.pk}/edit/"
    assert not stored(heron).live
    assert client.get(address).status_code == 302


@pytest.mark.parametrize("role", [CONTRIBUTOR, MEDICAL_REVIEWER, MODERATOR])
def test_the_form_is_for_editors(client, heron, role):
    client.force_login(make_user("somebody", role))
    client.post(f"/admin/withdraw/{heron.pk}/", WORDS)
    assert stored(heron).live


@pytest.mark.parametrize("number", ["0", "99999999999999999999"])
def test_no_page_no_form(client, editor, number):
    client.force_login(editor)
    assert client.get(f"/admin/withdraw/{number}/").status_code == 404


def test_unpublishing_leads_to_the_form(client, heron, editor):
    client.force_login(editor)
    response = client.post(f"/admin/pages/{heron.pk}/unpublish/")
    assert response.url == f"/admin/withdraw/{heron.pk}/"
    assert stored(heron).live


def test_a_list_is_not_unpublished_with_its_articles(client, heron, administrator):
    client.force_login(administrator)
    index = BlogIndexPage.objects.get()
    address = f"/admin/pages/{index.pk}/unpublish/"
    response = client.post(address, {"include_descendants": "on"}, follow=True)
    assert "withdraw each of these by itself" in response.content.decode()
    assert (BlogIndexPage.objects.get().live, stored(heron).live) == (True, True)


@pytest.mark.parametrize("action", ["unpublish", "delete"])
def test_bulk_actions_spare_what_readers_have_seen(client, heron, editor, action):
    client.force_login(editor)
    index = BlogIndexPage.objects.get()
    for target in (heron.pk, index.pk):
        client.post(
            f"/admin/bulk/wagtailcore/page/{action}/?id={target}",
            {"include_descendants": "on"},
        )
    assert stored(heron).live


def test_only_administrators_delete_what_readers_have_seen(
    client, heron, editor, administrator
):
    withdraw(heron, editor)
    address = f"/admin/pages/{heron.pk}/delete/"
    client.force_login(editor)
    client.post(address)
    assert ArticlePage.objects.filter(pk=heron.pk).exists()
    client.force_login(administrator)
    client.post(address)
    assert not ArticlePage.objects.filter(pk=heron.pk).exists()
    assert ChangeNotice.objects.count() == 0


def test_an_editor_deletes_drafts_and_moves_what_was_published(heron, editor):
    draft = ArticlePage(title="Draft", slug="draft", live=False)
    BlogIndexPage.objects.get().add_child(instance=draft)
    assert draft.permissions_for_user(editor).can_delete()
    tester = stored(heron).permissions_for_user(editor)
    assert (tester.can_delete(), tester.can_move()) == (False, True)


def test_no_admin_view_edits_or_deletes_a_record():
    models = {each for each in _models(get_resolver()) if isinstance(each, type)}
    assert Reference in models
    assert [each for each in models if issubclass(each, Record)] == []


def _models(resolver):
    """Give what the views of all addresses show, edit or delete."""
    for each in resolver.url_patterns:
        if hasattr(each, "url_patterns"):
            yield from _models(each)
        elif view := getattr(each.callback, "view_class", None):
            yield each.callback.view_initkwargs.get("model") or getattr(
                view, "model", None
            )


@pytest.mark.parametrize("notices", [1, 3, 30])
def test_the_report_lists_notices_and_exports_them(
    client, editor, django_assert_num_queries, notices
):
    for _each in range(notices):
        page = ArticlePageFactory()
        page.title += ", corrected"
        announce(page, "correction")
        page.save_revision(user=editor).publish()
    client.force_login(editor)
    address = "/admin/reports/change-notices/"
    client.get(address)
    with django_assert_num_queries(REPORT_QUERIES):
        listing = client.get(address).content.decode()
    assert listing.count("Correction\n") == notices
    other = client.get(address, {"kind": "update"}).content.decode()
    assert "Nothing matches." in other
    export = client.get(address, {"export": "csv"})
    lines = b"".join(export.streaming_content).decode().splitlines()
    assert (len(lines), lines[0]) == (
        notices + 1,
        "Page,Date,Kind,What changed,Why,By,Version,Address",
    )


@pytest.mark.parametrize("role", [CONTRIBUTOR, MEDICAL_REVIEWER, MODERATOR])
def test_the_report_is_for_editors(client, db, role):
    client.force_login(make_user("somebody", role))
    assert client.get("/admin/reports/change-notices/").status_code == 302


def test_every_kind_has_words_for_readers():
    assert [notices.label(kind) for kind in NoticeKind] == [
        "Correction",
        "Clarification",
        "Update",
        "Small change",
        "Withdrawal",
    ]
