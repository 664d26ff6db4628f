"""An article from the first key to a reader's comment, in a real browser."""

from PIL import Image

from authors.models import AuthorIndexPage
from blog.models import ArticlePage, BlogIndexPage
from comments.models import Comment, Status
from tests.browser import editing
from tests.factories.references import ReferenceFactory

LABELS = [
    "Heading",
    "Paragraph",
    "Picture",
    "Key points",
    "Callout",
    "Options compared",
    "Definitions",
    "Table",
    "Quotation",
    "Embed",
    "Question and answer",
    "Download",
    "Sign-off",
]
SCREEN = {"width": 1400, "height": 1000}


def make_author(page):
    page.goto(
        f"/admin/pages/add/authors/authorpage/{AuthorIndexPage.objects.get().pk}/"
    )
    editing.fill(page, "title", "Orla Thistlewick")
    editing.fill(page, "given_name", "Orla")
    editing.fill(page, "family_name", "Thistlewick")
    editing.fill(page, "post_nominals", "MD")
    editing.fill(page, "orcid", "https://orcid.org/0000-0002-1825-0097")
    editing.publish(page)


def fill_blocks(page, picture, leaflet):
    for label in LABELS:
        editing.insert_block(page, label)
    # The editor moves the focus to a new block once more, a moment later.
    page.wait_for_timeout(1_500)
    editing.write(page, "body-1-value", "A first paragraph.")
    editing.choose_upload(
        page,
        "body-2-value-image-image",
        "image-chooser-upload",
        picture,
        credit="Heron",
        licence="own",
    )
    editing.fill(page, "body-2-value-image-alt_text", "A teal square")
    editing.write(page, "body-3-value-points-0-value", "One thing to remember.")
    page.locator("[name='body-4-value-kind']").select_option("warning")
    editing.write(page, "body-4-value-text", "Do not stop at once.")
    option = "body-5-value-options-{}-value-name"
    editing.fill(page, option.format(0), "By mouth")
    page.locator("[data-contentpath=options] button[title='Add']").last.click()
    editing.fill(page, option.format(1), "By vein")
    editing.fill(page, "body-6-value-items-0-value-term", "Placebo")
    editing.write(page, "body-6-value-items-0-value-definition", "A sham treatment.")
    editing.write(page, "body-7-value-caption", "Two forms")
    table = page.locator("[data-contentpath=table]")
    for column, heading in enumerate(("Form", "Begins after")):
        table.locator("[data-append-column]").click()
        table.get_by_role("button", name="Text", exact=True).click()
        editing.fill(page, f"body-7-value-table-column-{column}-heading", heading)

    editing.write(page, "body-7-value-table-cell-0-0", "Infusion")
    editing.write(page, "body-7-value-table-cell-0-1", "Minutes")
    editing.write(page, "body-8-value-text", "Ask twice.")
    editing.fill(page, "body-9-value-url", "https://vimeo.com/1")
    editing.fill(page, "body-9-value-title", "A video about it")
    editing.fill(page, "body-10-value-question", "Does it hurt?")
    editing.write(page, "body-10-value-answer", "A little.")
    editing.choose_upload(
        page,
        "body-11-value-document",
        "document-chooser-upload",
        leaflet,
        title="A leaflet",
    )
    editing.fill(page, "body-12-value-name", "Orla Thistlewick, MD")
    editing.fill(page, "body-0-value-text", "What was found")


def test_an_article_with_every_block_is_written_published_read_and_answered(
    sign_in, visit, editor, tmp_path
):
    for title in ("Study of herons", "Study of reeds", "Study of tides"):
        ReferenceFactory(title=title)
    picture = tmp_path / "teal.png"
    Image.new("RGB", (320, 200), "teal").save(picture)
    leaflet = tmp_path / "leaflet.txt"
    leaflet.write_text("A leaflet")

    page = sign_in(editor, viewport=SCREEN)
    make_author(page)
    page.goto(f"/admin/pages/add/blog/articlepage/{BlogIndexPage.objects.get().pk}/")
    editing.fill(page, "title", "Herons and pain")
    editing.fill(page, "summary", "What herons teach about pain.")
    fill_blocks(page, picture, leaflet)
    editing.choose_several(page, "Add byline", "Orla Thistlewick")
    studies = ("Study of herons", "Study of reeds", "Study of tides")
    editing.choose_several(page, "Add further reading", *studies)

    page.get_by_role("button", name="Toggle preview").click()
    preview = page.frame_locator("#w-preview-iframe")
    preview.get_by_role("heading", name="Herons and pain").wait_for()
    preview.get_by_text("A first paragraph.").wait_for()

    editing.let_publish(page)
    editing.publish(page)

    reader = visit()
    response = reader.goto("/articles/herons-and-pain/")
    assert response.status == 200
    for text in (
        "Orla Thistlewick",
        "What was found",
        "A first paragraph.",
        "One thing to remember.",
        "Do not stop at once.",
        "By vein",
        "Placebo",
        "Begins after",
        "Ask twice.",
        "A video about it",
        "Does it hurt?",
        "A leaflet",
        *studies,
    ):
        assert reader.locator("main").get_by_text(text).first.is_visible(), text
    assert reader.get_by_alt_text("A teal square").count() == 1
    assert reader.locator(".reference").count() == 3

    reader.get_by_role("link", name="Write a comment").click()
    reader.get_by_label("Name or pseudonym").fill("Kestrel")
    reader.get_by_label("Comment", exact=True).fill("Thank you for this.")
    reader.get_by_label("I agree").check()
    reader.get_by_role("button", name="Send").click()
    reader.get_by_role("heading", name="Your comment is kept").wait_for()
    reader.goto("/articles/herons-and-pain/")
    assert reader.get_by_text("Thank you for this.").count() == 0

    page.goto("/admin/")
    page.get_by_role("navigation").get_by_role("link", name="Reader comments").click()
    page.get_by_text("Thank you for this.").wait_for()
    page.get_by_role("button", name="Approve").first.click()
    page.locator(".messages .success").wait_for()
    reader.reload()
    assert reader.get_by_text("Thank you for this.").is_visible()
    assert Comment.objects.get().status == Status.APPROVED
    assert ArticlePage.objects.get().live
