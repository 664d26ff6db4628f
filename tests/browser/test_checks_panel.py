"""The checklist is filled while an editor writes, and leads to what it lists."""

from accounts.roles import EDITOR
from blog.models import BlogIndexPage
from tests.browser import editing
from tests.conftest import make_user
from tests.factories.pages import ArticlePageFactory


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
    panel = page.locator("[data-checklist]")
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
    claims = panel.locator("[data-rule=uncited_claims]")
    assert claims.get_by_role("listitem").count() == 2
    link = panel.get_by_role("link", name="Write a summary.")
    link.focus()
    page.keyboard.press("Enter")
    page.wait_for_function("document.activeElement.name === 'summary'")
    page.keyboard.type("About willow bark.")
    page.wait_for_timeout(2500)
    page.keyboard.type(" ")
    link.wait_for(state="detached")


def test_what_is_folded_and_focused_stays_so_after_a_save(sign_in):
    page = sign_in(
        make_user("editor", EDITOR), viewport={"width": 1400, "height": 1000}
    )
    article = ArticlePageFactory()
    article.save_revision()
    page.goto(f"/admin/pages/{article.pk}/edit/")
    page.wait_for_timeout(2500)
    page.get_by_role("button", name="Toggle checks").click()
    panel = page.locator("[data-checklist]")
    disclosures = panel.locator("[data-rule=disclosures]")
    disclosures.locator("summary").click()
    panel.get_by_role("link", name="Write a summary.").focus()
    with page.expect_response(lambda answer: "/editorial/checklist/" in answer.url):
        # Not by a click or a key, which would take the focus along.
        page.locator("[name=title]").evaluate(
            """field => {
                field.value = "Willow";
                field.dispatchEvent(new Event("input", { bubbles: true }));
                field.dispatchEvent(new Event("change", { bubbles: true }));
            }"""
        )
    page.wait_for_function("document.activeElement.textContent === 'Write a summary.'")
    assert disclosures.get_attribute("open") is None
