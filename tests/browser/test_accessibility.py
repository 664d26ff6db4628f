"""Every kind of public page: for all readers, on any screen, from this host alone."""

import io

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core.management import call_command

ADDRESSES = [
    "/",
    "/articles/",
    "/articles/ketamine-for-nerve-pain/",
    "/authors/",
    "/authors/marguerite-fennimore-quill/",
    "/topics/",
    "/topics/nerve-pain/",
    "/search/?q=ketamine",
    "/nowhere/",
]
# WCAG 2.2, levels A and AA.
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
SCREENS = [
    ({"width": 1280, "height": 900}, "light"),
    ({"width": 320, "height": 800}, "dark"),
]


@pytest.fixture
def demo(site):
    call_command("load_demo", stdout=io.StringIO())
    return site


def findings(page):
    options = {"runOnly": {"type": "tag", "values": RULES}}
    answer = Axe().run(page, options=options)
    return [
        (found["id"], node["html"])
        for found in answer.response["violations"]
        for node in found["nodes"]
    ]


def test_every_page_is_accessible_fits_and_asks_no_other_host(demo, visit):
    found, strangers = [], []
    for viewport, scheme in SCREENS:
        page = visit(viewport=viewport, color_scheme=scheme, bypass_csp=True)
        page.on(
            "request",
            lambda request: (
                None
                if request.url.startswith((demo, "data:"))
                else strangers.append(request.url)
            ),
        )
        article = "/articles/ketamine-for-nerve-pain/"
        page.goto(article)
        write = page.get_by_role("link", name="Write a comment").get_attribute("href")
        for address in [*ADDRESSES, write]:
            page.goto(address)
            found += [(address, scheme, *finding) for finding in findings(page)]
            width = page.evaluate("document.documentElement.scrollWidth")
            if width > viewport["width"]:
                found.append((address, scheme, "scrolls sideways", width))
    assert found == []
    assert strangers == []


def test_the_first_key_reaches_the_content(demo, visit):
    page = visit()
    page.goto("/articles/ketamine-for-nerve-pain/")
    page.keyboard.press("Tab")
    focused = page.locator(":focus")
    assert focused.inner_text() == "Skip to the content"
    page.keyboard.press("Enter")
    assert page.url.endswith("#content")


def test_an_article_is_read_and_a_comment_sent_without_script(demo, visit):
    page = visit(java_script_enabled=False)
    page.goto("/articles/ketamine-for-nerve-pain/")
    assert page.locator(".reference").count() == 4
    page.get_by_role("link", name="Write a comment").click()
    page.get_by_label("Name or pseudonym").fill("Kestrel")
    page.get_by_label("Comment", exact=True).fill("No script here.")
    page.get_by_role("button", name="Send").click()
    assert page.get_by_role("heading", name="Your comment is kept").is_visible()
