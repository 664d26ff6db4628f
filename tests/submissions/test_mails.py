"""Who is mailed at each step, and what the mails hold."""

import re

import pytest
from django.core import mail

from submissions import approval, inviting, notes, progress, proofs
from submissions.inviting import Letter
from submissions.models import Submission
from tests.factories.submissions import (
    GuestFactory,
    SubmissionFactory,
    in_review,
    proof_of,
)

LETTER = Letter("Would you write?", "Dear Dr Heron,\n\nplease do.")
GUEST = "heron@example.org"
EDITOR = "finch@example.org"
LINK = re.compile(r"http://testserver(/contribute/enter/[^/\s]+/)")
pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(editor):
    editor.email = EDITOR
    editor.save()
    return editor


@pytest.fixture
def commit(django_capture_on_commit_callbacks):
    def run(function, *args, **kwargs):
        with django_capture_on_commit_callbacks(execute=True):
            return function(*args, **kwargs)

    return run


def in_state(state, editor):
    submission = in_review(editor=editor)
    submission.guest.email = GUEST
    submission.guest.save()
    submission.state = state
    submission.save()
    return submission


# What happens in which state, and who is mailed.
STEPS = [
    (
        "invited",
        lambda it, editor: inviting.resend(it, LETTER, by=editor),
        [GUEST],
    ),
    ("invited", lambda it, editor: inviting.withdraw(it, by=editor), [GUEST]),
    ("drafting", lambda it, editor: inviting.withdraw(it, by=editor), [GUEST]),
    ("invited", lambda it, editor: progress.accept(it, by=it.guest), [EDITOR]),
    ("invited", lambda it, editor: progress.decline(it, by=it.guest), [EDITOR]),
    ("drafting", lambda it, editor: progress.decline(it, by=it.guest), [EDITOR]),
    ("drafting", lambda it, editor: progress.submit(it, by=it.guest), [EDITOR, GUEST]),
    ("submitted", lambda it, editor: progress.start_review(it, by=editor), [GUEST]),
    (
        "submitted",
        lambda it, editor: progress.give_back(it, by=editor, reason="Add sources."),
        [GUEST],
    ),
    ("in-review", lambda it, editor: proofs.send_proof(it, by=editor), [GUEST]),
    ("proof", lambda it, editor: proofs.approve(proof_of(it), by=it.guest), [EDITOR]),
    (
        "proof",
        lambda it, editor: proofs.ask_for_changes(
            proof_of(it), {"": "Say more."}, by=it.guest
        ),
        [EDITOR],
    ),
    ("proof", lambda it, editor: approval.waive(it, by=editor, reason="Ill"), []),
    (
        "in-review",
        lambda it, editor: progress.decline(it, by=editor, reason="Not for us."),
        [GUEST],
    ),
    (
        "in-review",
        lambda it, editor: inviting.change_due_date(it, None, by=editor),
        [],
    ),
    ("in-review", lambda it, editor: notes.write(it, "Hello", by=it.guest), [EDITOR]),
    ("in-review", lambda it, editor: notes.write(it, "Hello", by=editor), [GUEST]),
]


@pytest.mark.parametrize(("state", "step", "recipients"), STEPS)
def test_each_step_mails_exactly_those_whom_it_concerns(
    commit, editor, state, step, recipients
):
    submission = in_state(state, editor)
    commit(step, submission, editor)
    assert [message.to for message in mail.outbox] == [[one] for one in recipients]
    for message in mail.outbox:
        assert (message.cc, message.bcc) == ([], [])
        assert "\n" not in message.subject
        words = message.subject + message.body
        assert str(submission) in words or message.subject == LETTER.subject
        if message.to == [EDITOR]:
            assert f"http://testserver/admin/submissions/{submission.pk}/" in words
            assert not LINK.search(words)


def test_an_invitation_holds_the_editors_words_topic_day_note_and_a_link_that_opens(
    commit, editor, client
):
    submission = commit(
        inviting.invite,
        email="Heron@Example.org",
        name="Dr Heron",
        topic="Ketamine & sleep",
        letter=LETTER,
        language="en",
        by=editor,
        brief="For <patients>.",
    )
    [message] = mail.outbox
    assert (message.to, message.subject) == ([GUEST], "Would you write?")
    for words in ("please do.", "Topic: Ketamine & sleep", "For <patients>."):
        assert words in message.body
    [path] = LINK.findall(message.body)
    assert client.post(path).url == f"/contribute/{submission.pk}/"


def test_an_address_is_one_guest_however_it_is_written(commit, editor):
    for email in ("heron@example.org", "Heron@example.org"):
        commit(
            inviting.invite,
            email=email,
            name="Dr Heron",
            topic="Sleep",
            letter=LETTER,
            language="en",
            by=editor,
        )
    assert Submission.objects.values("guest").distinct().count() == 1


def test_closed_submissions_send_no_link(commit, editor):
    submission = in_state("invited", editor)
    commit(inviting.withdraw, submission, by=editor, reason="We have one already.")
    [message] = mail.outbox
    assert "We have one already." in message.body
    assert not LINK.search(message.body)


@pytest.mark.parametrize("active", [True, False])
def test_where_the_editor_has_left_the_sites_own_address_is_told(
    commit, editor, settings, active
):
    settings.CONTACT_EMAIL = "desk@example.org"
    editor.is_active = active
    editor.save()
    submission = SubmissionFactory(editor=editor, guest=GuestFactory())
    commit(progress.accept, submission, by=submission.guest)
    [message] = mail.outbox
    assert message.to == [EDITOR if active else "desk@example.org"]


def test_what_the_mail_server_refuses_breaks_nothing(commit, editor, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_PORT = 1
    submission = in_state("invited", editor)
    commit(progress.accept, submission, by=submission.guest)
    submission.refresh_from_db()
    assert submission.state == "drafting"
