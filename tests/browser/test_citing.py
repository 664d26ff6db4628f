"""Citations are written by keyboard alone, read, and followed both ways."""

import json

import pytest
from playwright.sync_api import expect

from blog.models import BlogIndexPage
from tests.browser import editing
from tests.browser.test_accessibility import findings
from tests.factories.pages import ArticlePageFactory
from tests.factories.references import ReferenceFactory

TITLES = ["Study of herons", "Study of reeds", "Study of tides"]


def cite(page, field, title):
    """Choose a source for the place of the cursor, without a mouse."""
    expect(field).to_be_focused()
    page.keyboard.press("Alt+Shift+C")
    dialog = editing.opened_dialog(page)
    search = dialog.get_by_label("Search term")
    search.focus()
    with page.expect_response(lambda answer: "q=" in answer.url):
        page.keyboard.type(title)
    box = dialog.get_by_role("row").filter(has_text=title).get_by_role("checkbox")
    expect(dialog.get_by_role("row").filter(has_text="Study")).to_have_count(1)
    tab_to(page, box)
    page.keyboard.press("Space")
    tab_to(page, dialog.get_by_role("button", name="Confirm selection"))
    page.keyboard.press("Enter")
    dialog.wait_for(state="detached")
    expect(field).to_be_focused()


def tab_to(page, target, key="Tab"):
    """Press Tab, or another key, until the target has the focus."""
    for _press in range(200):
        if target.evaluate("element => element === document.activeElement"):
            return
        page.keyboard.press(key)
    raise AssertionError(f"{key} never came to {target}")


def insert_block(page, index, label):
    """Open the chooser of blocks with its button, type the kind, take it."""
    buttons = page.locator(f"{editing.BODY} button[title='Insert a block']")
    tab_to(page, buttons.last)
    page.keyboard.press("Enter")
    option = page.get_by_role("option", name=label, exact=True)
    option.wait_for()
    tab_to(page, page.locator("input[role=combobox]"))
    page.keyboard.type(label)
    expect(page.locator("[role=option]")).to_have_count(1)
    page.keyboard.press("Enter")
    page.locator(f"[name='body-{index}-type']").wait_for(state="attached")
    # The editor moves the focus to a new block, a moment later once more.
    page.wait_for_timeout(1_500)


def text(page, index):
    return page.locator(f"[name='body-{index}-value'] + * [role=textbox]")


def write_two_paragraphs(page):
    tab_to(page, page.locator("[name=title]"))
    page.keyboard.type("Herons and pain")
    insert_block(page, 0, "Paragraph")
    first = text(page, 0)
    tab_to(page, first)
    page.keyboard.type("Herons rest 😀")
    cite(page, first, TITLES[0])
    page.keyboard.type(" and reeds bend")
    cite(page, first, TITLES[1])
    cite(page, first, TITLES[2])
    page.keyboard.type(".")
    insert_block(page, 1, "Paragraph")
    second = text(page, 1)
    tab_to(page, second)
    page.keyboard.type("Tides turn")
    cite(page, second, TITLES[2])
    page.keyboard.type(".")


def test_sources_are_cited_moved_and_published_by_keyboard(sign_in, visit, editor):
    for title in TITLES:
        ReferenceFactory(title=title)
    page = sign_in(editor, viewport={"width": 1400, "height": 1000})
    page.goto(f"/admin/pages/add/blog/articlepage/{BlogIndexPage.objects.get().pk}/")
    # The editor sees no change that is made in its first two seconds.
    page.wait_for_timeout(2_500)
    write_two_paragraphs(page)
    # What is typed while Wagtail saves counts as saved until the next change.
    page.wait_for_timeout(2_500)
    page.keyboard.type(" ")
    up = page.locator(f"{editing.BODY} button[title='Move up']")
    tab_to(page, up.last, "Shift+Tab")
    page.keyboard.press("Enter")
    editing.let_publish(page)
    tab_to(page, page.get_by_role("button", name="More actions").last)
    page.keyboard.press("Enter")
    tab_to(page, page.get_by_role("button", name="Publish", exact=True))
    page.keyboard.press("Enter")
    page.locator(".messages .success").wait_for(timeout=60_000)

    reader = visit()
    reader.goto("/articles/herons-and-pain/")
    assert reader.locator(".article__body p:not(.ask)").all_inner_texts() == [
        "Tides turn1.",
        "Herons rest 😀2 and reeds bend1,3.",
    ]
    entries = reader.locator(".cited .references li")
    expect(entries).to_contain_text([TITLES[2], TITLES[0], TITLES[1]])


@pytest.fixture
def cited_article(site):
    """Publish an article that cites one source, then it and two others together."""
    sources = [ReferenceFactory(title=title) for title in TITLES]
    one, *others = [
        f'<a linktype="citation" id="{source.pk}">[x]</a>' for source in sources
    ]
    article = ArticlePageFactory()
    # Long enough for the list to be out of sight.
    values = [f"<p>Herons rest{one}.</p>", *["<p>And rest.</p>"] * 40]
    values.append(f"<p>All of it{one}{''.join(others)}.</p>")
    article.body = json.dumps(
        [
            {"type": "paragraph", "id": f"p{at}", "value": value}
            for at, value in enumerate(values)
        ]
    )
    article.save()
    return article


def test_the_card_of_a_mark_opens_and_closes_by_keyboard(cited_article, visit):
    page = visit(bypass_csp=True)
    page.goto(cited_article.url)
    first, second = page.locator("#cite-1"), page.locator("#cite-2")
    card = page.get_by_role("dialog")
    for mark, titles in ((first, TITLES[:1]), (second, TITLES)):
        tab_to(page, mark)
        page.keyboard.press("Enter")
        expect(card).to_be_visible()
        expect(card.locator("li")).to_contain_text(titles)
        assert findings(page) == []
        page.keyboard.press("Escape")
        expect(card).to_be_hidden()
        expect(mark).to_be_focused()
    assert page.url.endswith(cited_article.url)


def test_marks_and_entries_lead_to_one_another_without_script(cited_article, visit):
    page = visit(java_script_enabled=False)
    page.goto(cited_article.url)
    mark = page.locator("#cite-2")
    assert mark.inner_text() == "1–3"
    mark.click()
    assert page.url.endswith("#ref-1")
    entry = page.locator("#ref-1")
    expect(entry).to_be_in_viewport()
    entry.locator("[role=doc-backlink]").first.click()
    assert page.url.endswith("#cite-1")
    expect(page.locator("#cite-1")).to_be_in_viewport()
    expect(entry).not_to_be_in_viewport()
