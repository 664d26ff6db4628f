"""Every kind of public page: for all readers, on any screen, from this host alone."""

import io
import itertools

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.urls import reverse

from authors.models import Disclosure
from blog.models import ArticlePage
from editorial import withdrawal
from references.models import Reference
from tests.factories.publishing import publish_draft

ARTICLE = "/articles/ketamine-for-nerve-pain/"
# The address of a page of every kind, and how it answers.
ADDRESSES = {
    "/": 200,
    "/articles/": 200,
    ARTICLE: 200,
    "/authors/": 200,
    "/authors/marguerite-fennimore-quill/": 200,
    "/topics/": 200,
    "/topics/nerve-pain/": 200,
    "/references/": 200,
    "/references/?q=ketamine&standing=current": 200,
    "/search/?q=ketamine": 200,
    "/comment-policy/": 200,
    "/nowhere/": 404,
}
# WCAG 2.2, levels A and AA.
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
WIDTHS = [1280, 320]
SCHEMES = ["light", "dark"]


@pytest.fixture
def demo(site):
    call_command("load_demo", stdout=io.StringIO())
    return site


def findings(page):
    options = {
        "runOnly": {"type": "tag", "values": RULES},
        "resultTypes": ["violations"],
    }
    answer = Axe().run(page, options=options)
    return [
        (found["id"], node["html"])
        for found in answer.response["violations"]
        for node in found["nodes"]
    ]


def tell_of_changes():
    """Correct one article and withdraw another; give where readers are told."""
    page = ArticlePage.objects.get(slug="ketamine-for-nerve-pain")
    page.summary = "What an old anaesthetic can do for nerve pain."
    publish_draft(page)
    administrator = get_user_model().objects.create_superuser("administrator")
    withdrawal.withdraw(
        ArticlePage.objects.get(slug="sitting-hurts"),
        by=administrator,
        what="The exercises in it.",
        why="Its source was retracted.",
    )
    return {
        f"{ARTICLE}history/": 200,
        f"{ARTICLE}versions/1/": 200,
        f"{ARTICLE}versions/2/changes/": 200,
        "/articles/sitting-hurts/": 410,
    }


def addresses():
    """Give every address, those that hold a number included, and how it answers."""
    article = ArticlePage.objects.get(slug="ketamine-for-nerve-pain")
    record = Reference.objects.get(doi="10.4103/sja.sja_737_22")
    disclosure = Disclosure.objects.first()
    return ADDRESSES | {
        f"{disclosure.author.url}disclosures/{disclosure.pk}/": 200,
        record.get_absolute_url(): 200,
        reverse("comments:report", args=[article.comments.first().pk]): 200,
        reverse("comments:write", args=[article.pk]): 200,
        reverse("source_requests:ask", args=[article.pk, article.body[0].id]): 200,
        reverse("source_requests:ask", args=[article.pk, "gone"]): 404,
        reverse("source_requests:kept", args=[article.pk]): 200,
    }


def test_every_page_is_accessible_fits_and_asks_no_other_host(demo, visit):
    page = visit(bypass_csp=True)
    requests, answers, found = [], [], []
    page.on("request", lambda request: requests.append(request.url))
    page.on("response", lambda answer: answers.append((answer.status, answer.url)))
    expected = addresses() | tell_of_changes()
    for address, status in expected.items():
        assert (address, page.goto(address).status) == (address, status)
        for width, scheme in itertools.product(WIDTHS, SCHEMES):
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme=scheme)
            screen = (address, width, scheme)
            found += [(*screen, *finding) for finding in findings(page)]
            if page.evaluate("document.documentElement.scrollWidth") > width:
                found.append((*screen, "scrolls sideways", ""))
    assert found == []
    refused = {f"{demo}{path}" for path, status in expected.items() if status != 200}
    assert {url for status, url in answers if status >= 400} == refused
    assert [url for url in requests if not url.startswith((demo, "data:"))] == []


def test_the_first_key_reaches_the_content(demo, visit):
    page = visit()
    page.goto(ARTICLE)
    page.keyboard.press("Tab")
    focused = page.locator(":focus")
    assert focused.inner_text() == "Skip to the content"
    page.keyboard.press("Enter")
    assert page.url.endswith("#content")


def test_an_article_is_read_and_a_comment_sent_without_script(demo, visit):
    page = visit(java_script_enabled=False)
    page.goto(ARTICLE)
    assert page.locator(".reference").count() == 4
    page.get_by_role("link", name="Write a comment").click()
    page.get_by_label("Name or pseudonym").fill("Kestrel")
    page.get_by_label("Comment", exact=True).fill("No script here.")
    page.get_by_label("I agree").check()
    page.get_by_role("button", name="Send").click()
    assert page.get_by_role("heading", name="Your comment is kept").is_visible()


def test_a_source_is_asked_for_without_script(demo, visit):
    page = visit(java_script_enabled=False)
    page.goto(ARTICLE)
    page.get_by_role("link", name="Ask for a source for this passage").first.click()
    page.get_by_role("radio", name="Some pain outlasts every usual treatment.").check()
    page.get_by_label("What would you like to know?").fill("How many people?")
    page.get_by_role("button", name="Send the request").click()
    assert page.get_by_role("heading", name="Your request is kept").is_visible()
    page.get_by_role("link", name="Back to").click()
    assert page.get_by_role("heading", name="Readers asked for a source").is_visible()


def test_the_links_to_ask_are_not_printed(demo, visit):
    page = visit()
    page.goto(ARTICLE)
    link = page.locator(".ask a").first
    assert link.is_visible()
    page.emulate_media(media="print")
    assert not link.is_visible()
