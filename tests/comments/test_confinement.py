"""A moderator sees of the admin what belongs to comments, and nothing else."""

import pytest
from django.contrib.auth.models import Permission
from django.urls import URLPattern, reverse
from wagtail.admin import urls as admin_urls
from wagtail.admin.menu import admin_menu, reports_menu, settings_menu
from wagtail.admin.search import admin_search_areas

from accounts.roles import CONTRIBUTOR
from comments import reports
from comments.admin.confinement import OPEN, only_moderates
from tests.conftest import make_user
from tests.factories.comments import show, write

QUEUE = "/admin/reader-comments/"
OTHER_PLACES = (
    "/admin/pages/",
    "/admin/pages/search/?q=article",
    "/admin/choose-page/",
    "/admin/choose-external-link/",
    "/admin/api/main/pages/",
    "/admin/api/main/images/",
    "/admin/reports/site-history/",
    "/admin/reports/workflow/",
    "/admin/reports/aging-pages/",
    "/admin/reports/page-types-usage/",
    "/admin/reports/locked/",
    "/admin/snippets/",
    "/admin/snippets/references/reference/",
    "/admin/snippets/choose/references/reference/",
    "/admin/images/",
    "/admin/images/chooser/",
    "/admin/documents/",
    "/admin/documents/chooser/",
    "/admin/users/",
    "/admin/groups/",
    "/admin/sites/",
    "/admin/redirects/",
    "/admin/settings/comments/commentsettings/",
    "/admin/source-requests/",
    "/admin/disclosures/",
    "/admin/workflows/list/",
)


@pytest.fixture
def request_of(rf, db):
    def make(user):
        request = rf.get("/admin/")
        request.user = user
        return request

    return make


def names(menu, request):
    return {item.name for item in menu.menu_items_for_request(request)}


def test_the_menus_hold_comments_alone(moderator, request_of):
    request = request_of(moderator)
    shown = names(admin_menu, request)
    assert shown == {"reader-comments", "readers-questions", "help"}
    assert names(reports_menu, request) == set()
    assert names(settings_menu, request) == set()
    assert admin_search_areas.search_items_for_request(request) == []


@pytest.mark.parametrize("address", OTHER_PLACES)
def test_other_places_are_closed(client, moderator, article, address):
    client.force_login(moderator)
    answer = client.get(address)
    assert (answer.status_code, answer.url) == (302, "/admin/")


def test_every_address_of_the_admin_without_a_number_is_closed_or_meant(
    client, moderator
):
    client.force_login(moderator)
    open_to_moderators = set()
    for pattern in admin_urls.urlpatterns:
        if not isinstance(pattern, URLPattern) or not pattern.name:
            continue
        if pattern.pattern.converters or pattern.pattern.regex.groups:
            continue
        address = reverse(pattern.name)
        if address == "/admin/logout/":
            continue
        if client.get(address).status_code == 200:
            open_to_moderators.add(pattern.name)
    assert open_to_moderators == {
        "comments_queue",
        "comments_queue_results",
        "comments_questions",
        "wagtailadmin_account",
        "wagtailadmin_dismissibles",
        "wagtailadmin_javascript_catalog",
        "wagtailadmin_sprite",
    }
    assert all(name.startswith(OPEN) for name in open_to_moderators)


@pytest.mark.parametrize("action", ["edit", "history", "usage", "view_draft", "delete"])
def test_pages_are_closed_by_number_too(client, moderator, article, action):
    client.force_login(moderator)
    answer = client.get(reverse(f"wagtailadmin_pages:{action}", args=[article.pk]))
    assert (answer.status_code, answer.url) == (302, "/admin/")


def test_scripts_are_refused_plainly(client, moderator):
    client.force_login(moderator)
    headers = {"x-requested-with": "XMLHttpRequest"}
    assert client.get("/admin/api/main/pages/", headers=headers).status_code == 403


def test_home_leads_to_the_queue(client, moderator):
    client.force_login(moderator)
    answer = client.get("/admin/")
    assert (answer.status_code, answer.url) == (302, QUEUE)


def test_what_moderators_need_is_open(client, moderator, article):
    comment = write(article)
    client.force_login(moderator)
    for address in (QUEUE, f"{QUEUE}{comment.pk}/", f"{QUEUE}canned/"):
        assert client.get(address).status_code == 200
    assert client.get("/admin/account/").status_code == 200


def test_who_holds_more_is_not_kept_in(client, moderator, editor):
    assert only_moderates(moderator)
    assert not only_moderates(editor)
    client.force_login(editor)
    assert client.get("/admin/").status_code == 200


def test_a_moderator_with_one_more_permission_is_not_kept_in(moderator):
    moderator.user_permissions.add(Permission.objects.get(codename="add_reference"))
    found = type(moderator).objects.get(pk=moderator.pk)
    assert not only_moderates(found)


def test_the_home_page_of_editors_counts_what_waits(client, editor, article):
    write(article)
    urgent = write(article)
    type(urgent).objects.filter(pk=urgent.pk).update(risk=4)
    reported = show(article)
    reports.report(reported, "other")
    reports.report(reported, "spam")
    client.force_login(editor)
    text = " ".join(client.get("/admin/").content.decode().split())
    assert "<b>1</b> urgent" in text
    assert "<b>1</b> reported by readers" in text
    assert "<b>2</b> held" in text


def test_who_may_not_moderate_sees_no_count(client, db):
    client.force_login(make_user("contributor", CONTRIBUTOR))
    assert "reader-comments" not in client.get("/admin/").content.decode()
