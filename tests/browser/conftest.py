"""A real server and a real browser."""

import os
import shutil

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from playwright.sync_api import sync_playwright

# Playwright keeps an event loop in the thread that also asks the database.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"

ARGUMENTS = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
]
PICTURES = settings.VAR_DIR / "browser"
FAILED = pytest.StashKey[bool]()
PASSWORD = "browser-test"


def pytest_collection_modifyitems(items):
    """Mark what stands here, and let one worker have it all: one browser at a time."""
    for item in items:
        if "/tests/browser/" in str(item.path):
            item.add_marker("browser")
            item.add_marker(pytest.mark.xdist_group("browser"))
            mark = pytest.mark.django_db(transaction=True, serialized_rollback=True)
            item.add_marker(mark)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """Let fixtures know how their test ended."""
    report = yield
    if report.when == "call":
        item.stash[FAILED] = report.failed
    return report


@pytest.fixture(scope="session")
def browser(django_db_setup):
    # Django keeps what the migrations left on a connection that is out of sight once
    # Playwright's event loop has started in this thread.
    contents = connection._test_serialized_contents
    path = os.environ.get("CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright:
        connection._test_serialized_contents = contents
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="package", autouse=True)
def _restored(browser, django_db_blocker):
    """Put back, after the last flush, what other tests of this worker need."""
    yield
    with django_db_blocker.unblock():
        contents = connection._test_serialized_contents
        connection.creation.deserialize_db_from_string(contents)


@pytest.fixture
def site(transactional_db, live_server, settings):
    """Give the address of a served site with its roles."""
    settings.SITE_URL = settings.WAGTAILADMIN_BASE_URL = live_server.url
    settings.CSRF_TRUSTED_ORIGINS = [live_server.url]
    call_command("sync_roles", verbosity=0)
    return live_server.url


@pytest.fixture
def visit(browser, site, request):
    """Give a function that opens a page in a context of its own.

    The test fails when the browser reported a breach of the content security policy
    or an error of a script. What a failed test saw last is kept under var/browser/.
    """
    contexts, complaints = [], []

    def open_page(**options):
        context = browser.new_context(base_url=site, **options)
        context.set_default_timeout(15_000)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on(
            "console",
            lambda message: (
                complaints.append(message.text)
                if "Content Security Policy" in message.text
                else None
            ),
        )
        return page

    yield open_page
    if request.node.stash.get(FAILED, False):
        for number, context in enumerate(contexts):
            path = PICTURES / f"{request.node.name}-{number}.png"
            context.pages[0].screenshot(path=path, full_page=True)
    for context in contexts:
        # The editor says goodbye to the server, which must still have its database.
        context.pages[0].goto("about:blank")
        context.pages[0].wait_for_timeout(200)
        context.close()
    assert complaints == []


@pytest.fixture
def sign_in(visit):
    """Give a function that signs a user in at the admin and returns the page."""

    def enter(user, **options):
        user.set_password(PASSWORD)
        user.save()
        page = visit(**options)
        page.goto("/admin/login/")
        page.get_by_label("Username").fill(user.username)
        page.locator("input[name=password]").fill(PASSWORD)
        page.get_by_role("button", name="Sign in").click()
        page.wait_for_url(lambda url: "/login/" not in url)
        return page

    return enter
