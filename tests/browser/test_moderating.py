"""Moderating by keyboard alone, and with buttons on a narrow screen in the dark."""

import pytest
from wagtail.users.models import UserProfile

from accounts.roles import MODERATOR
from comments import reports
from comments.models import CannedReply, Comment, Status
from tests.browser.test_accessibility import findings
from tests.conftest import make_user
from tests.factories.comments import show, write
from tests.factories.pages import ArticlePageFactory

QUEUE = "/admin/reader-comments/"
PHONE = {
    "check": "personal.phone",
    "level": 2,
    "start": 8,
    "end": 21,
    "reason": "A telephone number.",
}


@pytest.fixture
def waiting(site):
    """Give the comments that wait, in the order of the queue."""
    article = ArticlePageFactory(title="Herons and pain")
    CannedReply.objects.create(title="Advice", text="We give no advice.")
    phone = write(article, "Bittern", "Call me 020 7946 0018 please")
    Comment.objects.filter(pk=phone.pk).update(risk=2, findings=[PHONE])
    names = ["Dunlin", "Egret", "Finch", "Gull"]
    rows = [write(article, name, f"Words of {name}") for name in names]
    reports.report(show(article, "Shrike", "Unkind words"), "unkind")
    shown = Comment.objects.get(user_name="Shrike")
    return [phone, shown, *rows]


def status(comment):
    return Comment.objects.get(pk=comment.pk).status


def decide(page, key):
    with page.expect_navigation():
        page.keyboard.press(key)
    page.wait_for_load_state()


def focused(page):
    return page.evaluate("document.activeElement.id")


def test_the_queue_is_worked_through_by_single_keys(waiting, sign_in):
    page = sign_in(make_user("moderator", MODERATOR))
    page.goto(QUEUE)
    phone, shown, dunlin, egret, finch, gull = waiting
    for row in (phone, shown, phone):
        page.keyboard.press("k" if focused(page) == f"comment-{shown.pk}" else "j")
        assert focused(page) == f"comment-{row.pk}"
    page.keyboard.press("j")
    page.keyboard.press("j")
    decide(page, "a")
    assert status(dunlin) == Status.APPROVED
    assert focused(page) == f"comment-{egret.pk}"
    decide(page, "s")
    assert status(egret) == Status.SPAM
    assert focused(page) == f"comment-{finch.pk}"
    page.keyboard.press("r")
    page.keyboard.type("as having a joke")
    assert status(finch) == Status.HELD
    page.keyboard.press("Tab")
    decide(page, "Enter")
    found = Comment.objects.get(pk=finch.pk)
    assert (found.status, found.reason) == (Status.REJECTED, "as having a joke")
    assert focused(page) == f"comment-{gull.pk}"
    page.keyboard.press("r")
    page.keyboard.press("Escape")
    assert focused(page) == f"comment-{gull.pk}"
    page.keyboard.press("k")
    assert focused(page) == f"comment-{shown.pk}"
    decide(page, "h")
    assert status(shown) == Status.HELD
    page.keyboard.press("?")
    page.get_by_role("dialog", name="Keys for reader comments").wait_for()
    page.keyboard.press("a")
    page.keyboard.press("Escape")
    assert status(gull) == Status.HELD


def test_several_are_chosen_by_keys_and_approved_together(waiting, sign_in):
    page = sign_in(make_user("moderator", MODERATOR))
    page.goto(QUEUE)
    for key in "jjjxjx":
        page.keyboard.press(key)
    page.get_by_text("2 chosen").wait_for()
    page.locator("#bulk").get_by_role("button", name="Approve").click()
    page.get_by_text("Approve: 2 comments").wait_for()
    assert [status(it) for it in waiting[2:]] == [
        Status.APPROVED,
        Status.APPROVED,
        Status.HELD,
        Status.HELD,
    ]


def test_keys_rest_where_the_account_says_so(waiting, sign_in):
    user = make_user("moderator", MODERATOR)
    page = sign_in(user)
    profile = UserProfile.get_for_user(user)
    profile.keyboard_shortcuts = False
    profile.save()
    page.goto(QUEUE)
    page.keyboard.press("j")
    assert not focused(page).startswith("comment-")


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (320, "dark")])
def test_queue_and_comment_are_accessible_and_fit(waiting, sign_in, width, scheme):
    page = sign_in(
        make_user("moderator", MODERATOR),
        bypass_csp=True,
        color_scheme=scheme,
        viewport={"width": width, "height": 900},
    )
    found = []
    for address in (QUEUE, f"{QUEUE}{waiting[0].pk}/", f"{QUEUE}{waiting[1].pk}/"):
        page.goto(address)
        page.wait_for_timeout(500)
        found += [(address, *finding) for finding in findings(page)]
        if page.evaluate("document.documentElement.scrollWidth") > width:
            found.append((address, "scrolls sideways", ""))
    assert found == []


def test_a_telephone_number_is_removed_and_a_reason_filled_in(waiting, sign_in):
    page = sign_in(
        make_user("moderator", MODERATOR), viewport={"width": 320, "height": 900}
    )
    page.goto(f"{QUEUE}{waiting[0].pk}/")
    page.get_by_role("button", name="Remove “020 7946 0018” from the text").click()
    page.get_by_text("Words removed").first.wait_for()
    assert Comment.objects.get(pk=waiting[0].pk).comment == "Call me [removed] please"
    page.get_by_label("Canned reply").select_option(label="Advice")
    reason = page.get_by_label("Reason, in words for the writer")
    assert reason.input_value() == "We give no advice."
    page.get_by_role("button", name="Reject", exact=True).click()
    page.get_by_text("Told to its writer:").wait_for()
    assert status(waiting[0]) == Status.REJECTED
