"""What a reader sees of a source without leaving the sentence that cites it."""

import json

import pytest
from playwright.sync_api import expect

from references import library
from tests.factories.pages import ArticlePageFactory

WIDE = {"width": 1280, "height": 800}
NARROW = {"width": 320, "height": 640}


@pytest.fixture
def address(site):
    """The address of an article that cites three sources at once, then two alone."""
    rows = [
        library.add(
            {"type": "book", "title": f"Heron {number}", "DOI": f"10.5555/{number}"},
            source="import",
        )
        for number in range(1, 6)
    ]
    rows[3].standing = "retracted"
    rows[3].save()
    marks = [f'<a linktype="citation" id="{row.pk}">[x]</a>' for row in rows]
    text = f"<p>One{''.join(marks[:3])}, two{marks[3]} and three{marks[4]}.</p>"
    body = [{"type": "paragraph", "id": "p", "value": text}]
    article = ArticlePageFactory(title="Herons", body=json.dumps(body))
    return article.get_url()


def opened(page, address):
    page.goto(address)
    return page.get_by_role("dialog"), page.locator("a.citation")


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_the_card_is_read_by_keyboard_and_gives_the_focus_back(visit, address, size):
    page = visit(viewport=size)
    card, marks = opened(page, address)
    marks.nth(1).focus()
    page.keyboard.press("Enter")
    expect(card).to_be_focused()
    expect(card).to_have_accessible_name("reference 4, Heron 4, retracted")
    expect(card).to_contain_text("Retracted")
    page.keyboard.press("Tab")
    expect(card.get_by_role("link", name="doi:10.5555/4")).to_be_focused()
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    expect(marks.nth(1)).to_be_focused()
    assert page.url.endswith(address)
    assert page.evaluate("document.documentElement.scrollWidth") == size["width"]


def test_a_range_shows_each_source_and_another_mark_switches(visit, address):
    card, marks = opened(visit(viewport=WIDE), address)
    marks.nth(0).click()
    expect(card.get_by_role("listitem")).to_have_count(3)
    marks.nth(2).click()
    expect(card.get_by_role("listitem")).to_have_count(1)
    expect(card).to_contain_text("Heron 5")
    marks.nth(2).click()
    expect(card).to_be_hidden()
    marks.nth(2).click()
    card.get_by_role("button", name="Close").click()
    expect(card).to_be_hidden()
    expect(marks.nth(2)).to_be_focused()


def test_the_card_covers_no_mark_and_stays_within_the_window(visit, address):
    for size in (WIDE, NARROW):
        card, marks = opened(visit(viewport=size), address)
        marks.nth(1).click()
        box, mark = card.bounding_box(), marks.nth(1).bounding_box()
        below = mark["y"] + mark["height"] <= box["y"] + 1
        assert below or box["y"] + box["height"] <= mark["y"] + 1
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= size["width"]
        assert box["y"] >= 0
        assert box["y"] + box["height"] <= size["height"]


def test_with_a_modifier_or_without_script_the_mark_leads_to_the_list(visit, address):
    page = visit(viewport=WIDE)
    card, marks = opened(page, address)
    with page.context.expect_page() as other:
        marks.nth(1).click(modifiers=["Control"])
    assert other.value.url.endswith("#ref-4")
    expect(card).to_be_hidden()

    plain = visit(viewport=WIDE, java_script_enabled=False)
    card, marks = opened(plain, address)
    marks.nth(1).click()
    assert plain.url.endswith("#ref-4")
    expect(plain.locator("#citation-card")).to_be_hidden()


def test_the_card_leads_to_the_list(visit, address):
    page = visit(viewport=WIDE)
    card, marks = opened(page, address)
    marks.nth(1).click()
    card.get_by_role("link", name="Show in the list").click()
    expect(card).to_be_hidden()
    assert page.url.endswith("#ref-4")
