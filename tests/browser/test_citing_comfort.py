"""What makes citing easy in the editor: filters, what was used last, and hints."""

import json

import pytest
from playwright.sync_api import expect

from blog.models import ArticlePage
from references import library
from tests.browser import editing
from tests.browser.test_citing import tab_to
from tests.factories.pages import ArticlePageFactory


def work(title, kind="book"):
    item = {
        "type": kind,
        "title": title,
        "author": [{"family": "Quill"}, {"family": "Rook"}],
        "issued": {"date-parts": [[2023]]},
    }
    return library.add(item, source="import")


@pytest.fixture
def address(site):
    """The editor's address of an article that cites a work."""
    cited = work("Zebras at rest")
    work("Asters")
    work("Bees", "report")
    mark = f'<a linktype="citation" id="{cited.pk}">[Quill 2023]</a>'
    block = {"type": "paragraph", "id": "p", "value": f"<p>Herons rest{mark}.</p>"}
    article = ArticlePageFactory(title="Herons", body=json.dumps([block]))
    # The editor opens what was saved as a draft last.
    ArticlePage.objects.get(pk=article.pk).save_revision()
    return f"/admin/pages/{article.pk}/edit/"


def test_a_mark_says_what_it_cites_and_the_dialog_is_filtered_by_keyboard(
    address, sign_in, editor
):
    page = sign_in(editor, viewport={"width": 1400, "height": 1000})
    page.goto(address)
    page.wait_for_timeout(2_500)
    field = page.locator("[name='body-0-value'] + * [role=textbox]")
    hint = field.locator("[title]").filter(has_text="[Quill 2023]").first
    expect(hint).to_have_attribute("title", "Quill & Rook, 2023 · Zebras at rest")

    tab_to(page, field)
    page.keyboard.press("Control+End")
    page.keyboard.press("Alt+Shift+C")
    dialog = editing.opened_dialog(page)
    titles = dialog.locator("td.title")
    expect(titles).to_have_text(
        ["Quill 2023. Zebras at rest", "Quill 2023. Asters", "Quill 2023. Bees"]
    )
    tab_to(page, dialog.get_by_label("Kind"))
    with page.expect_response(lambda answer: "csl_type=report" in answer.url):
        page.keyboard.type("Report")
    expect(titles).to_have_text(["Quill 2023. Bees"])
    tab_to(page, dialog.get_by_role("row").get_by_role("checkbox"))
    page.keyboard.press("Space")
    tab_to(page, dialog.get_by_role("button", name="Confirm selection"))
    page.keyboard.press("Enter")
    dialog.wait_for(state="detached")
    expect(field).to_contain_text("Herons rest[Quill 2023].[Quill 2023]")

    # The place in the new source, behind which the cursor stands.
    page.keyboard.press("Control+Alt+Shift+C")
    expect(page.get_by_label("Place in the source")).to_be_focused()
    page.keyboard.type("page 12")
    page.keyboard.press("Enter")
    expect(field).to_contain_text(".[Quill 2023, page 12]")
    expect(field).to_be_focused()
    page.keyboard.press("Alt+Shift+C")
    expect(titles.first).to_have_text("Quill 2023. Bees")
    page.keyboard.press("Escape")
    page.wait_for_timeout(2_500)
