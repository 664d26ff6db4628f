"""What an editor does in Wagtail's page editor, step by step."""

from playwright.sync_api import Locator, Page, expect

from blog.models import ArticlePage
from tests.factories.publishing import excuse

BODY = "#panel-child-content-body-content"


def insert_block(page: Page, label: str) -> int:
    """Append a block of this kind to the body and give its index."""
    index = page.locator(f"{BODY} input[name^='body-'][name$='-type']").evaluate_all(
        "inputs => inputs.filter(input => /^body-\\d+-type$/.test(input.name)).length"
    )
    page.locator(f"{BODY} button[title='Insert a block']").last.click()
    page.get_by_role("option", name=label, exact=True).click()
    page.locator(f"[name='body-{index}-type']").wait_for(state="attached")
    return index


def fill(page: Page, name: str, value: str) -> None:
    """Fill a plain field by its form name."""
    page.locator(f"[name='{name}']").fill(value)


def write(page: Page, name: str, text: str) -> Locator:
    """Type into the rich text field of this form name and give its editable part."""
    editable = page.locator(f"[name='{name}'] + * [role=textbox]")
    editable.click()
    editable.press_sequentially(text)
    return editable


def choose_upload(page: Page, name: str, prefix: str, path, **fields) -> None:
    """Open the chooser of a field, upload a file with these fields, and take it."""
    page.locator(f"#{name}-chooser [data-chooser-action-choose]").first.click()
    page.get_by_role("tab", name="Upload").click()
    page.locator(f"[name='{prefix}-file']").set_input_files(path)
    # Wagtail makes a title of the file's name, a moment later.
    expect(page.locator(f"[name='{prefix}-title']")).not_to_have_value("")
    for name, value in fields.items():
        field = page.locator(f"[name='{prefix}-{name}']")
        if field.evaluate("field => field.tagName") == "SELECT":
            field.select_option(value)
        else:
            field.fill(value)
    page.locator(".modal-dialog [role=tabpanel]:visible button[type=submit]").click()
    page.locator(".modal-dialog").wait_for(state="detached")


def choose_several(page: Page, button: str, *titles: str) -> None:
    """Open a multiple chooser, search for each title, tick it, and confirm."""
    for title in titles:
        page.get_by_role("button", name=button).click()
        dialog = page.locator(".modal-dialog")
        with page.expect_response(lambda answer: "q=" in answer.url):
            dialog.locator("[name=q]").fill(title)
        dialog.get_by_text("There is 1 match").wait_for()
        row = dialog.get_by_role("row").filter(has_text=title)
        row.locator("input[type=checkbox]").check()
        dialog.get_by_role("button", name="Confirm selection").click()
        dialog.wait_for(state="detached")


def let_publish(page: Page) -> None:
    """Excuse the article on the screen from review, once it has saved itself."""
    page.wait_for_timeout(3_000)
    newest = ArticlePage.objects.order_by("-latest_revision_created_at").first()
    excuse(newest.get_latest_revision_as_object())


def publish(page: Page) -> None:
    """Publish from the menu beside “Save draft”, once the draft has saved itself."""
    page.wait_for_timeout(3_000)
    page.get_by_role("button", name="More actions").last.click()
    page.get_by_role("button", name="Publish", exact=True).click()
    page.locator(".messages .success").wait_for(timeout=60_000)


def opened_dialog(page):
    """Give the dialog that is opening, once it keeps the focus where it is put.

    It takes the focus for itself when it has faded in.
    """
    expect(page.locator(".modal")).to_be_focused()
    return page.locator(".modal-dialog")
