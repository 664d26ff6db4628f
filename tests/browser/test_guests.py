"""A guest in a real browser: on a narrow screen, without script, for everybody."""

import itertools

import pytest

from blog.models import Authorship
from submissions import proofs
from submissions.models import ChangeProposal, Submission
from tests.browser.test_accessibility import SCHEMES, WIDTHS, findings
from tests.factories.pages import ArticlePageFactory, AuthorPageFactory
from tests.factories.submissions import (
    GuestFactory,
    ManuscriptFactory,
    SubmissionFactory,
    token_for,
)

PARAGRAPH = ("paragraph", "<p>Sleep helps a little.</p>")


@pytest.fixture
def submission(site):
    return SubmissionFactory(
        guest=GuestFactory(name="Dr Heron"), topic="Sleep", brief="For patients."
    )


def send(submission):
    """Send a proof that differs from what was sent, and have a change proposed."""
    page = ArticlePageFactory(
        live=False, body=[("heading", {"level": "h2", "text": "Sleep"}), PARAGRAPH]
    )
    page.authorships = [Authorship(author=submission.guest.author)]
    page.save_revision()
    Submission.objects.update(page=page, state="in-review")
    ManuscriptFactory(submission=submission, text="<p>Sleep helps a lot.</p>")
    submission.refresh_from_db()
    proofs.send_proof(submission, by=None)
    ChangeProposal.objects.create(
        submission=submission, guest=submission.guest, text="Name the dose."
    )


def test_every_page_of_guests_is_accessible_and_fits(submission, visit):
    guest = submission.guest
    guest.author = AuthorPageFactory()
    guest.save()
    Submission.objects.update(state="drafting")
    inside = f"/contribute/{submission.pk}/"
    page = visit(bypass_csp=True)
    found = []

    def look(address):
        page.goto(address)
        for width, scheme in itertools.product(WIDTHS, SCHEMES):
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme=scheme)
            found.extend((address, width, scheme, *each) for each in findings(page))
            if page.evaluate("document.documentElement.scrollWidth") > width:
                found.append((address, width, scheme, "scrolls sideways"))

    link = f"/contribute/enter/{token_for(guest, submission)}/"
    for address in (
        "/contribute/",
        "/contribute/link/",
        "/contribute/link/sent/",
        link,
    ):
        look(address)
    page.get_by_role("button", name="Come in").click()
    for address in (
        "/contribute/",
        "/contribute/profile/",
        "/contribute/interests/",
        "/contribute/interests/none/",
        inside,
        f"{inside}decline/",
        f"{inside}manuscript/",
    ):
        look(address)
    send(submission)
    look(f"{inside}proof/")
    Submission.objects.update(state="published")
    look(f"{inside}article/")
    page.get_by_role("button", name="Leave").click()
    look("/contribute/left/")
    look(link)
    assert found == []


def test_from_the_link_to_the_editor_on_a_phone_without_script(submission, visit):
    page = visit(java_script_enabled=False, viewport={"width": 320, "height": 640})
    page.goto(f"/contribute/enter/{token_for(submission.guest, submission)}/")
    page.get_by_role("button", name="Come in").click()
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
    page.get_by_role("link", name="Sleep").click()
    page.get_by_role("link", name="Send your manuscript").click()
    page.get_by_label("Or paste the text here").fill("Sleep helps a little.")
    page.get_by_role("button", name="Send").click()
    page.get_by_role("link", name="See it as a page").click()
    assert page.get_by_text("Sleep helps a little.").first.is_visible()
    page.go_back()
    page.get_by_role("button", name="Submit to the editor").click()
    assert page.get_by_text("Submitted").is_visible()
    assert Submission.objects.get().state == "submitted"
