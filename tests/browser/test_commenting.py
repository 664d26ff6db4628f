"""A comment from the first word to its erasure, without script and with."""

import re

import pytest
from django.core import mail

from comments import moderation
from comments.models import Comment, Following, Status
from tests.browser.test_accessibility import SCHEMES, WIDTHS, findings
from tests.factories.comments import show
from tests.factories.pages import ArticlePageFactory


def linked(message):
    """Give the path of the first link of a mail."""
    return re.search(r"https?://[^/\s]+(/comments/\S+)", message.body)[1]


@pytest.mark.parametrize("with_script", [False, True])
def test_a_comment_is_written_changed_approved_answered_left_and_erased(
    site, visit, with_script
):
    article = ArticlePageFactory(title="Herons and pain")
    page = visit(java_script_enabled=with_script)
    page.goto(article.url)
    page.get_by_role("link", name="Write a comment").click()
    page.get_by_label("A question to the author").check()
    page.get_by_label("Name or pseudonym").fill("Kestrel")
    page.get_by_label("Comment", exact=True).fill("Does it last?")
    page.get_by_label("E-mail (optional)").fill("kestrel@example.org")
    page.get_by_label("Mail me when somebody answers").check()
    page.get_by_label("I agree").check()
    page.get_by_role("button", name="Preview").click()
    page.get_by_role("heading", name="This is how it will look").wait_for()
    page.get_by_role("button", name="Send for moderation").first.click()
    page.get_by_role("heading", name="Your comment is kept").wait_for()
    comment = Comment.objects.get()
    assert comment.status == Status.HELD

    page.goto(linked(mail.outbox[-1]))
    page.get_by_role("button", name="This is my address").click()
    page.get_by_text("You hear by mail of answers.").wait_for()
    page.get_by_role("link", name="Change it").click()
    page.get_by_label("Comment", exact=True).fill("Does the relief last?")
    page.get_by_role("button", name="Send the change").click()
    page.get_by_text("Does the relief last?").wait_for()
    mine = page.url

    comment.refresh_from_db()
    moderation.approve(comment, by=None)
    page.reload()
    page.get_by_role("link", name="See it on the page").click()
    page.get_by_text("Does the relief last?").wait_for()

    show(article, "Wren", "For some people.", reply_to=comment.pk)
    message = mail.outbox[-1]
    assert message.to == ["kestrel@example.org"]
    page.goto(message.extra_headers["List-Unsubscribe"].strip("<>"))
    page.get_by_role("button", name="Stop the mails").click()
    page.get_by_text("You hear of it no more.").wait_for()
    assert Following.objects.count() == 0

    page.goto(mine)
    page.get_by_role("link", name="Erase it for good").click()
    page.get_by_role("button", name="Erase it for good").click()
    page.get_by_text("It is erased.").wait_for()
    page.goto(article.url)
    page.get_by_text("For some people.").wait_for()
    assert page.get_by_text("Does the relief last?").count() == 0


def test_every_page_of_a_writer_is_accessible_and_fits(site, visit):
    article = ArticlePageFactory(title="Herons and pain")
    parent = show(article, "Wren", "It helped me.")
    page = visit(bypass_csp=True)
    found = []

    def look(name):
        for width in WIDTHS:
            for scheme in SCHEMES:
                page.set_viewport_size({"width": width, "height": 900})
                page.emulate_media(color_scheme=scheme)
                found.extend((name, width, scheme, *each) for each in findings(page))
                if page.evaluate("document.documentElement.scrollWidth") > width:
                    found.append((name, width, scheme, "scrolls sideways", ""))

    page.goto(f"/comments/write/{article.pk}/?reply_to={parent.pk}")
    look("reply")
    page.goto(f"/comments/write/{article.pk}/")
    page.get_by_role("button", name="Send for moderation").click()
    look("errors")
    page.get_by_label("Name or pseudonym").fill("Kestrel")
    page.get_by_label("Comment", exact=True).fill("I want to die tonight.")
    page.get_by_label("E-mail (optional)").fill("kestrel@example.org")
    page.get_by_label("I agree").check()
    page.get_by_role("button", name="Preview").click()
    page.get_by_role("heading", name="You are not alone").wait_for()
    look("preview with help")
    page.get_by_role("button", name="Send for moderation").first.click()
    page.get_by_role("heading", name="Your comment is kept").wait_for()
    look("mine")
    mine = page.url
    for end in ("edit/", "erase/", "nonsense/"):
        page.goto(f"{mine}{end}")
        look(end)
    page.goto(linked(mail.outbox[-1]))
    look("mailed")
    page.goto(f"/comments/follow/page/{article.pk}/")
    look("follow")
    page.get_by_label("E-mail").fill("kestrel@example.org")
    page.get_by_role("button", name="Send me the link").click()
    look("asked")
    page.goto(linked(mail.outbox[-1]))
    look("confirm")
    page.goto("/comments/leave/nonsense/")
    look("bad link")
    assert found == []
