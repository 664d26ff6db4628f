"""What a guest's session opens: the guest's own submissions, and nothing else."""

import pytest
from django.urls import URLPattern, get_resolver
from django.utils import timezone

from submissions.models import AccessLink
from tests.factories.pages import ArticlePageFactory
from tests.factories.submissions import (
    GuestFactory,
    ManuscriptFactory,
    SubmissionFactory,
    come_in,
    token_for,
)

pytestmark = pytest.mark.django_db
# Parts of addresses that hold something, by the names of what they hold.
VALUES = {"token": "x.y.z", "verb": "resend", "number": "1"}
# What anybody may ask for below /contribute/.
DOORS = {
    "/contribute/link/",
    "/contribute/link/sent/",
    "/contribute/left/",
    "/contribute/leave/",
}


def addresses(key):
    """Give every address of the site, with a key wherever one belongs."""

    def walk(resolver, before=""):
        for each in resolver.url_patterns:
            path = before + str(each.pattern).lstrip("^").rstrip("$\\Z")
            if isinstance(each, URLPattern):
                yield path
            else:
                yield from walk(each, path)

    for path in walk(get_resolver()):
        parts = []
        for part in path.split("/"):
            name = part.strip("<>").partition(":")[2] or part.strip("<>")
            if part.startswith("<"):
                part = VALUES.get(name, str(key))
            parts.append(part)
        if not set("()[]?*+\\") & set("".join(parts)):
            yield "/" + "/".join(parts)


@pytest.fixture
def mine():
    submission = SubmissionFactory(state="drafting")
    ManuscriptFactory(submission=submission, number=1)
    return submission


def is_inside(path):
    return path.startswith("/contribute/") and path not in DOORS


def test_the_walk_finds_the_whole_site():
    found = set(addresses(1))
    for path in (
        "/admin/",
        "/admin/pages/1/edit/",
        "/admin/submissions/",
        "/admin/submissions/1/resend/",
        "/contribute/1/",
        "/contribute/1/notes/",
        "/contribute/profile/",
    ):
        assert path in found
    assert len(found) > 150


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_guests_session_opens_nothing_of_the_admin(client, mine, method):
    ArticlePageFactory()
    come_in(client, mine.guest)
    paths = [path for path in addresses(mine.pk) if path.startswith("/admin/")]
    free = (
        "/admin/login/",
        "/admin/password_reset/",
        "/admin/logout/",
        "/admin/jsi18n",
    )
    opened = []
    for path in paths:
        if path.startswith(free):
            continue
        response = getattr(client, method)(path)
        turned_away = response.status_code in (403, 404, 405) or (
            response.status_code == 302 and "/admin/login/" in response.url
        )
        if not turned_away:
            opened.append((path, response.status_code))
    # Wagtail serves the words of its scripts, and its icons, to everybody.
    assert [row for row in opened if "sprite" not in row[0]] == []
    assert len(paths) > 100


@pytest.mark.parametrize("method", ["get", "post"])
def test_without_a_session_every_page_of_guests_is_closed(client, mine, method):
    paths = [path for path in addresses(mine.pk) if is_inside(path)]
    codes = {path: getattr(client, method)(path).status_code for path in paths}
    # A made-up link is not renewed, but its holder may ask for one.
    assert codes.pop("/contribute/enter/x.y.z/renew/") in (302, 405)
    assert {path: code for path, code in codes.items() if code not in (403, 405)} == {}
    assert len(codes) > 10


@pytest.mark.parametrize("method", ["get", "post"])
def test_the_submissions_of_others_are_not_there(client, mine, method):
    other = SubmissionFactory(state="drafting")
    ManuscriptFactory(submission=other, number=1)
    come_in(client, mine.guest)
    paths = {path for path in addresses(other.pk) if is_inside(path)}
    theirs = {path for path in paths if f"/{other.pk}/" in path}
    codes = {path: getattr(client, method)(path).status_code for path in theirs}
    assert {path: code for path, code in codes.items() if code not in (404, 405)} == {}
    assert len(theirs) >= 6
    other.refresh_from_db()
    assert (other.state, other.notes.count()) == ("drafting", 0)


@pytest.mark.parametrize("spoiled", ["used_at", "expires_at"])
def test_a_link_that_is_used_or_expired_opens_none_of_them(client, mine, spoiled):
    token = token_for(mine.guest, mine)
    AccessLink.objects.update(**{spoiled: timezone.now()})
    assert client.post(f"/contribute/enter/{token}/").status_code == 403
    paths = [path for path in addresses(mine.pk) if is_inside(path)]
    codes = {path: client.get(path).status_code for path in paths}
    assert 200 not in codes.values()


def test_the_list_holds_a_guests_own_submissions_alone(client, mine):
    second = SubmissionFactory(guest=mine.guest)
    other = SubmissionFactory()
    come_in(client, mine.guest)
    page = client.get("/contribute/").content.decode()
    assert (str(mine) in page, str(second) in page, str(other) in page) == (
        True,
        True,
        False,
    )


def test_no_page_is_kept_by_a_cache_or_an_index(client, mine):
    come_in(client, mine.guest)
    for path in ("/contribute/", f"/contribute/{mine.pk}/", "/contribute/link/"):
        response = client.get(path)
        assert "no-store" in response["Cache-Control"]
        assert 'content="noindex"' in response.content.decode()
        assert "unsafe-inline" not in response["Content-Security-Policy"]
    assert "Disallow: /contribute/" in client.get("/robots.txt").content.decode()


@pytest.mark.parametrize("count", [1, 3, 12])
def test_the_list_takes_the_same_queries_for_any_number(
    client, django_assert_num_queries, count
):
    guest = GuestFactory()
    for _ in range(count):
        SubmissionFactory(guest=guest)
    come_in(client, guest)
    client.get("/contribute/")
    with django_assert_num_queries(6):
        client.get("/contribute/")


@pytest.mark.parametrize(("one", "other"), [("a", "b"), ("b", "a")])
def test_a_stamp_lets_nobody_read(client, mine, one, other):
    guests = {name: GuestFactory() for name in (one, other)}
    come_in(client, guests[one])
    page = client.get("/contribute/profile/").content.decode()
    stamp = page.partition('name="stamp" value="')[2].partition('"')[0]
    client.cookies.clear()
    data = {"stamp": stamp, "biography": "Typed late"}
    assert client.post("/contribute/profile/", data).status_code == 403
    for guest in guests.values():
        guest.refresh_from_db()
    assert guests[one].drafts == {"profile": {"biography": ["Typed late"]}}
    assert guests[other].drafts == {}
