"""How far a submission is: what may follow what, and what both sides read."""

import itertools
from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.db import IntegrityError, transaction
from django.utils import timezone
from wagtail.models import ModelLogEntry

from submissions import inviting, notes, progress, proofs, steps
from submissions.models import (
    ConversionState,
    Note,
    ProofDecision,
    State,
    Submission,
    Turn,
)
from submissions.states import NotPossible
from tests.factories.pages import AuthorPageFactory
from tests.factories.submissions import (
    GuestFactory,
    ManuscriptFactory,
    SubmissionFactory,
    come_in,
    finished,
    in_review,
    proof_of,
)

pytestmark = pytest.mark.django_db


def soup(response):
    return BeautifulSoup(response.content.decode(), "html.parser")


STEPS = {
    "accept": (lambda it, editor: progress.accept(it, by=it.guest), "drafting"),
    "submit": (lambda it, editor: progress.submit(it, by=it.guest), "submitted"),
    "start_review": (
        lambda it, editor: progress.start_review(it, by=editor),
        "in-review",
    ),
    "give_back": (
        lambda it, editor: progress.give_back(it, by=editor, reason="More"),
        "drafting",
    ),
    "send_proof": (lambda it, editor: proofs.send_proof(it, by=editor), "proof"),
    "approve": (
        lambda it, editor: proofs.approve(proof_of(it), by=it.guest),
        "approved",
    ),
    "ask_for_changes": (
        lambda it, editor: proofs.ask_for_changes(
            proof_of(it), {"": "More"}, by=it.guest
        ),
        "in-review",
    ),
    "refuse": (lambda it, editor: progress.decline(it, by=it.guest), "declined"),
    "decline": (
        lambda it, editor: progress.decline(it, by=editor, reason="No"),
        "declined",
    ),
    "withdraw": (lambda it, editor: inviting.withdraw(it, by=editor), "withdrawn"),
}
MAY_COME_AFTER = {
    "accept": "invited",
    "submit": "drafting",
    "start_review": "submitted",
    "give_back": "submitted in-review",
    "send_proof": "in-review proof approved",
    "approve": "in-review proof approved",
    "ask_for_changes": "in-review proof approved",
    "refuse": "invited drafting submitted in-review proof approved",
    "decline": "submitted in-review proof approved",
    "withdraw": "invited drafting",
}


@pytest.mark.parametrize(("step", "before"), list(itertools.product(STEPS, State)))
def test_each_step_may_come_after_some_states_alone(editor, step, before):
    submission = in_review()
    submission.state = before
    submission.save()
    take, after = STEPS[step]
    if before in MAY_COME_AFTER[step].split():
        take(submission, editor)
        expected = after
    else:
        with pytest.raises(NotPossible):
            take(submission, editor)
        expected = before
    assert Submission.objects.get().state == expected


def test_each_state_is_somebodys_turn():
    turns = {state: SubmissionFactory(state=state).turn for state in State}
    assert {turn: [s for s in State if turns[s] == turn] for turn in Turn} == {
        Turn.GUEST: [State.INVITED, State.DRAFTING, State.PROOF],
        Turn.EDITOR: [State.SUBMITTED, State.IN_REVIEW, State.APPROVED],
        Turn.NOBODY: [State.PUBLISHED, State.DECLINED, State.WITHDRAWN],
    }
    for turn in Turn:
        found = Submission.objects.waiting_for(turn)
        assert {each.turn for each in found} == {turn}


def test_an_old_copy_in_memory_moves_nothing(editor):
    submission = SubmissionFactory()
    stale = Submission.objects.get()
    inviting.withdraw(submission, by=editor)
    with pytest.raises(NotPossible):
        progress.accept(stale, by=submission.guest)


def test_the_history_names_editors_and_guests(editor):
    submission = SubmissionFactory()
    progress.accept(submission, by=submission.guest)
    inviting.withdraw(submission, by=editor, reason="Done already")
    rows = ModelLogEntry.objects.for_instance(submission).order_by("pk")
    assert [(row.user, row.data.get("guest"), row.data["state"]) for row in rows] == [
        (None, submission.guest.name, "drafting"),
        (editor, None, "withdrawn"),
    ]


def test_submitting_says_all_that_is_missing():
    guest = GuestFactory()
    submission = SubmissionFactory(guest=guest, state="drafting")
    assert progress.missing_from(submission) == [
        "Tell us who you are.",
        "Send your manuscript.",
    ]
    guest.author = AuthorPageFactory()
    guest.save()
    ManuscriptFactory(submission=submission, state=ConversionState.QUEUED)
    assert progress.missing_from(submission) == [
        "Answer the questions about your interests.",
        "Wait until your manuscript has been read.",
    ]
    with pytest.raises(NotPossible, match="interests"):
        progress.submit(submission, by=guest)


def test_the_newest_manuscript_counts():
    submission = finished()
    ManuscriptFactory(
        submission=submission, state=ConversionState.REFUSED, problem="No text."
    )
    assert progress.missing_from(submission) == ["Send a manuscript that can be read."]


@pytest.mark.parametrize("step", [progress.give_back, progress.decline])
def test_an_editor_says_why(editor, step):
    submission = SubmissionFactory(state="submitted")
    with pytest.raises(NotPossible):
        step(submission, by=editor, reason="  ")
    assert Submission.objects.get().state == "submitted"


def test_a_due_date_is_not_past(editor):
    submission = SubmissionFactory()
    today = timezone.localdate()
    with pytest.raises(NotPossible):
        inviting.change_due_date(submission, today - timedelta(days=1), by=editor)
    inviting.change_due_date(submission, today, by=editor)
    assert Submission.objects.get().due_on == today
    assert not submission.is_overdue


def test_overdue_is_what_is_under_way_and_past():
    yesterday = timezone.localdate() - timedelta(days=1)
    for state in State:
        SubmissionFactory(state=state, due_on=yesterday)
    found = Submission.objects.overdue(timezone.localdate())
    assert {each.state for each in found} == set(State) - {
        State.PUBLISHED,
        State.DECLINED,
        State.WITHDRAWN,
    }
    assert all(each.is_overdue for each in found)


# What the database itself refuses


@pytest.mark.parametrize(
    "row",
    [
        lambda it: SubmissionFactory(state="lost"),
        lambda it: ManuscriptFactory(submission=it, state="refused"),
        lambda it: [ManuscriptFactory(submission=it, number=1) for _ in "ab"],
        lambda it: GuestFactory(email=it.guest.email.upper()),
        lambda it: ProofDecision.objects.create(
            submission=it,
            author=AuthorPageFactory(),
            fingerprint="f",
            decision="changes",
        ),
    ],
)
def test_the_database_refuses(row):
    submission = SubmissionFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        row(submission)


# The page


def current(submission):
    return [str(step.label) for step in steps.of(submission) if step.is_current]


def test_one_step_at_a_time_is_the_next():
    guest = GuestFactory()
    submission = SubmissionFactory(guest=guest, state="invited")
    found = []
    for state in (State.INVITED, State.DRAFTING):
        submission.state = state
        found.append(current(submission))
    submission = finished()
    for state in list(State)[1:]:
        submission.state = state
        found.append(current(submission))
    assert found == [
        [],
        ["Say who you are"],
        ["Look at it as a page, and submit"],
        ["An editor reads it and works on it with you"],
        ["An editor reads it and works on it with you"],
        ["You approve the proof"],
        ["It is published"],
        [],
        [],
        [],
    ]


def test_a_guest_accepts_and_declines(client):
    submission = SubmissionFactory(brief="<b>Bold</b> hopes")
    come_in(client, submission.guest)
    page = f"/contribute/{submission.pk}/"
    assert "&lt;b&gt;Bold" in client.get(page).content.decode()
    assert client.post(f"{page}accept/").url == page
    assert client.post(f"{page}accept/").status_code == 409
    assert client.get(f"{page}decline/").status_code == 200
    assert Submission.objects.get().state == "drafting"
    assert client.post(f"{page}decline/", {"reason": "No time"}).url == page
    submission.refresh_from_db()
    assert (submission.state, submission.reason) == ("declined", "No time")
    assert client.post(f"{page}decline/").status_code == 409
    assert client.get(page).status_code == 200


def test_submitting_from_the_page(client):
    submission = finished()
    come_in(client, submission.guest)
    page = f"/contribute/{submission.pk}/"
    assert client.post(f"{page}submit/").url == page
    assert Submission.objects.get().state == "submitted"
    again = client.post(f"{page}submit/")
    assert again.status_code == 409
    assert "It is: Submitted." in soup(again).select_one("[role=alert]").get_text()


def test_notes_are_kept_and_shown_in_their_order(client, editor):
    editor.first_name, editor.last_name = "Ada", "Finch"
    editor.save()
    submission = SubmissionFactory()
    come_in(client, submission.guest)
    page = f"/contribute/{submission.pk}/"
    assert client.post(f"{page}notes/", {"text": "<i>May I?</i>"}).url == page
    notes.write(submission, "You may.", by=editor)
    shown = soup(client.get(page))
    names = [name.get_text() for name in shown.select(".comment__name")]
    texts = [text.get_text(strip=True) for text in shown.select(".comment__text")]
    assert names == [submission.guest.name, "Ada Finch"]
    assert texts == ["<i>May I?</i>", "You may."]


@pytest.mark.parametrize("text", ["", "   ", "x" * 5001])
def test_a_note_that_cannot_be_taken_is_shown_again(client, text):
    submission = SubmissionFactory()
    come_in(client, submission.guest)
    response = client.post(f"/contribute/{submission.pk}/notes/", {"text": text})
    assert response.status_code == 400
    assert soup(response).select_one("#id_text").get_text().strip() == text.strip()
    assert Note.objects.count() == 0


def test_a_note_outlives_the_session(client):
    submission = SubmissionFactory()
    come_in(client, submission.guest)
    page = f"/contribute/{submission.pk}/"
    stamp = soup(client.get(page)).select_one("input[name=stamp]")["value"]
    client.post("/contribute/leave/")
    data = {"text": "Typed for long", "stamp": stamp}
    assert client.post(f"{page}notes/", data).status_code == 403
    come_in(client, submission.guest)
    again = soup(client.get(page))
    assert again.select_one("#id_text").get_text().strip() == "Typed for long"
    client.post(f"{page}notes/", {"text": "Typed for long"})
    assert soup(client.get(page)).select_one("#id_text").get_text().strip() == ""


@pytest.mark.parametrize("count", [1, 3, 20])
def test_the_page_takes_the_same_queries_for_any_number_of_notes(
    client, django_assert_num_queries, count
):
    submission = finished()
    for _ in range(count):
        notes.write(submission, "A note", by=submission.guest)
        ManuscriptFactory(submission=submission)
    come_in(client, submission.guest)
    client.get(f"/contribute/{submission.pk}/")
    with django_assert_num_queries(9):
        client.get(f"/contribute/{submission.pk}/")
