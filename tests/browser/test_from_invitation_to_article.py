"""Two authors on their phones, without script: from the invitation to the article."""

import re
from urllib.parse import urlsplit

import pytest
from django.core import mail

from blog.models import Authorship
from submissions import inviting, progress
from submissions.inviting import Letter
from tests.factories.pages import AuthorPageFactory
from tests.factories.submissions import change_draft, publish

PHONE = {"java_script_enabled": False, "viewport": {"width": 360, "height": 640}}
GUEST, SECOND = "heron@example.org", "finch@example.org"


@pytest.fixture
def editor(site, editor):
    editor.email = "editor@example.org"
    editor.save()
    return editor


def link_to(address):
    """Give the link in the newest mail to somebody."""
    newest = next(each for each in reversed(mail.outbox) if each.to == [address])
    [path] = re.findall(r"/contribute/enter/[^/\s]+/", newest.body)
    return path


def come_in(page, address):
    page.goto(link_to(address))
    button = page.get_by_role("button", name="Come in")
    if button.is_visible():
        button.click()


def write(page, topic):
    """Do all that a guest does until the editor has the manuscript."""
    page.get_by_role("button", name="Yes, I will write it").click()
    page.get_by_role("link", name="Say who you are").click()
    page.get_by_label("Given name").fill("Asta")
    page.get_by_label("Family name").fill("Heron")
    page.get_by_label("Specialty").fill("Pain medicine")
    page.get_by_label("Where you work").fill("Quay Clinic")
    page.get_by_label("About you").fill("She sees people with pain.")
    page.get_by_role("button", name="Send").click()
    page.get_by_role("button", name="None of these applies to me").click()
    page.get_by_role("button", name="Yes, my answer to all of them is no").click()
    page.get_by_role("link", name=topic).click()
    page.get_by_role("link", name="Send your manuscript").click()
    page.get_by_label("Or paste the text here").fill(
        "Sleep helps a little.\n\nPain fades at night."
    )
    page.get_by_role("button", name="Send").click()
    page.get_by_role("button", name="Submit to the editor").click()


def test_from_the_invitation_to_the_article(visit, sign_in, editor):
    submission = inviting.invite(
        email=GUEST,
        name="Dr Heron",
        topic="Sleep and pain",
        letter=Letter("Would you write?", "Dear Dr Heron"),
        language="en",
        by=editor,
    )
    first, second = visit(**PHONE), visit(**PHONE)
    come_in(first, GUEST)
    write(first, "Sleep and pain")

    submission.refresh_from_db()
    progress.start_review(submission, by=editor)
    finch = AuthorPageFactory(title="Dr Finch", contact_email=SECOND)
    rows = list(submission.page.get_latest_revision_as_object().authorships.all())
    change_draft(submission, authorships=[*rows, Authorship(author=finch)])
    desk = sign_in(editor)
    desk.goto(f"/admin/submissions/{submission.pk}/")
    desk.get_by_role("button", name="Send the proof").click()

    come_in(first, GUEST)
    assert first.get_by_role("heading", name="Proof").first.is_visible()
    first.get_by_text("Ask for a change here").first.click()
    first.get_by_label("What should be changed here?").first.fill("It helps a lot.")
    first.get_by_role("button", name="Send my wishes").click()
    assert first.get_by_text("Your wishes are with the editor").is_visible()
    come_in(second, SECOND)
    second.get_by_role("button", name="I approve this text").click()
    assert second.get_by_text("You have approved this text").is_visible()

    desk.goto(f"/admin/submissions/{submission.pk}/")
    assert desk.get_by_text("It helps a lot.").is_visible()
    change_draft(submission, body=[("paragraph", "<p>Sleep helps a lot.</p>")])
    desk.reload()
    assert desk.get_by_text("The draft was changed since").is_visible()
    desk.get_by_role("button", name="Send another proof").click()
    for page, address in ((first, GUEST), (second, SECOND)):
        come_in(page, address)
        page.get_by_role("button", name="I approve this text").click()
    desk.goto(f"/admin/submissions/{submission.pk}/")
    assert desk.get_by_text("Approved").first.is_visible()

    publish(submission)
    come_in(second, SECOND)
    # Readers of a test have another address than the site's own.
    link = second.get_by_role("link", name="Read it as readers do")
    second.goto(urlsplit(link.get_attribute("href")).path)
    assert second.get_by_text("Sleep helps a lot.").first.is_visible()
    come_in(first, GUEST)
    first.get_by_label("What should be changed, and why?").fill("Name the dose.")
    first.get_by_role("button", name="Send it to the editor").click()
    assert first.get_by_text("With the editor").is_visible()
    assert first.evaluate("document.documentElement.scrollWidth") <= 360
