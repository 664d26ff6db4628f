"""Asking, and being answered by a guest author by link, in a real browser."""

import re

from django.core import mail

from blog.models import Authorship
from comments import moderation
from comments.models import Comment, Relation
from tests.browser.test_accessibility import findings
from tests.factories.pages import ArticlePageFactory, AuthorPageFactory

LINK = re.compile(r"https?://[^/\s]+(/comments/answer/\S+)")
NARROW = {
    "color_scheme": "dark",
    "java_script_enabled": True,
    "viewport": {"width": 320, "height": 700},
}


def fits(page):
    assert findings(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_question_is_asked_and_answered_by_a_guest_author(visit):
    article = ArticlePageFactory(title="Herons and pain")
    author = AuthorPageFactory(title="Orla Reed", contact_email="orla@example.org")
    Authorship.objects.create(page=article, author=author)

    reader = visit(bypass_csp=True, **NARROW)
    reader.goto(f"/comments/write/{article.pk}/")
    reader.get_by_label("A question to the author").check()
    reader.get_by_label("Name or pseudonym").fill("Kestrel")
    reader.get_by_label("Comment", exact=True).fill("Does wading help?")
    reader.locator("[name=consent]").check()
    reader.get_by_role("button", name="Send for moderation").click()
    reader.get_by_role("heading", name="Thank you").wait_for()
    question = Comment.objects.get()
    moderation.approve(question, by=None)
    path = LINK.search(mail.outbox[-1].body)[1]

    guest = visit(bypass_csp=True, **NARROW)
    guest.goto(path)
    fits(guest)
    guest.get_by_label("Your answer").fill("When I saw you in clinic, it did.")
    guest.get_by_role("button", name="Go on").click()
    fits(guest)
    guest.get_by_role("button", name="Show it to everybody").click()
    guest.get_by_text("Please tick each of these").wait_for()
    fits(guest)
    guest.get_by_label("Your answer").fill("Nobody has counted that so far.")
    guest.get_by_role("button", name="Look again").click()
    guest.get_by_role("button", name="Show it to everybody").click()
    guest.get_by_role("link", name="See it as readers do").click()
    answer = Comment.objects.get(relation=Relation.AUTHOR)
    assert guest.url.endswith(f"#comment-{answer.pk}")
    assert (
        guest.locator(f"#comment-{answer.pk} .badge").inner_text() == "Article author"
    )
    guest.goto(path)
    guest.get_by_role("heading", name="This link opens nothing any more").wait_for()

    # The thread by keyboard: from the heading, each link in its turn.
    reader.goto(f"{article.url}comments/?show=answered")
    fits(reader)
    reader.get_by_role("link", name="Back to the article").focus()
    reached = []
    while len(reached) < 20 and "Write a comment" not in reached:
        reader.keyboard.press("Tab")
        reached.append(reader.locator(":focus").inner_text())
    assert reached[:3] == ["All", "Questions", "Answered questions"]
    assert "Orla Reed" in reached
    assert reached[-1] == "Write a comment"
