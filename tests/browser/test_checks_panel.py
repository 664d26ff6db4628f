"""The checks panel lists claims while an editor writes, and leads to them."""

from accounts.roles import EDITOR
from blog.models import BlogIndexPage
from tests.browser import editing
from tests.conftest import make_user


def test_a_claim_is_listed_once_saved_and_found_by_keyboard(sign_in):
    page = sign_in(
        make_user("editor", EDITOR), viewport={"width": 1400, "height": 1000}
    )
    page.goto(f"/admin/pages/add/blog/articlepage/{BlogIndexPage.objects.get().pk}/")
    # The editor sees no change that is made in its first two seconds.
    page.wait_for_timeout(2500)
    editing.fill(page, "title", "Willow bark")
    editing.insert_block(page, "Paragraph")
    text = editing.write(page, "body-0-value", "Aspirin prevents clots.")
    # What is typed while Wagtail saves counts as saved until the next change.
    page.wait_for_timeout(2500)
    page.keyboard.type(" ")
    page.get_by_role("button", name="Toggle checks").click()
    panel = page.locator("[data-claims]")
    link = panel.get_by_role("link", name="Aspirin prevents clots.")
    link.wait_for()
    page.get_by_role("tab", name="Promote").click()
    link.focus()
    page.keyboard.press("Enter")
    page.wait_for_function(
        "element => document.activeElement === element", arg=text.element_handle()
    )
    page.keyboard.press("Control+End")
    page.keyboard.type("It cures 5% of colds.")
    page.wait_for_timeout(2500)
    page.keyboard.type(" ")
    panel.get_by_role("link", name="It cures 5% of colds.").wait_for()
    assert panel.get_by_role("listitem").count() == 2
