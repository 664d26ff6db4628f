"""The proof: who is asked, what each may say, and what keeps an article back."""

import pytest
from bs4 import BeautifulSoup
from django.core import mail
from django.core.exceptions import PermissionDenied
from wagtail.models import PageLogEntry

from editorial import publishing
from editorial.models.record import RecordChanged
from submissions import approval, proofs
from submissions.models import Guest, ProofDecision
from submissions.states import NotPossible
from tests.factories.pages import ArticlePageFactory, AuthorPageFactory
from tests.factories.publishing import excuse
from tests.factories.submissions import (
    GuestFactory,
    change_draft,
    come_in,
    in_review,
    publish,
    token_for,
)

pytestmark = pytest.mark.django_db
BODY = [("paragraph", "<p>Sleep helps.</p>"), ("paragraph", "<p>Pain fades.</p>")]


@pytest.fixture
def second():
    return AuthorPageFactory(title="Dr Finch", contact_email="finch@example.org")


@pytest.fixture
def commit(django_capture_on_commit_callbacks):
    def run(function, *args, **kwargs):
        with django_capture_on_commit_callbacks(execute=True):
            return function(*args, **kwargs)

    return run


def refused(submission):
    submission.page.refresh_from_db()
    excuse(submission.page.get_latest_revision_as_object())
    return publishing.refusal_of_draft(submission.page)


def approved_by(submission, *guests):
    proof = proofs.newest(submission)
    for guest in guests:
        proofs.approve(proof, by=guest)


def test_every_author_whom_the_draft_names_is_mailed(commit, editor, second):
    submission = in_review(second)
    commit(proofs.send_proof, submission, by=editor)
    addresses = [message.to for message in mail.outbox]
    assert addresses == [[submission.guest.email], ["finch@example.org"]]
    made = Guest.objects.get(author=second)
    assert (made.name, made.email) == ("Dr Finch", "finch@example.org")
    assert submission.state == "proof"


def test_a_guest_whose_address_is_in_a_profile_is_that_author(editor, second):
    known = GuestFactory(email="Finch@example.org")
    proof = proofs.send_proof(in_review(second), by=editor)
    assert known in proof.guests.all()
    known.refresh_from_db()
    assert known.author == second


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("", "No address of Dr Finch is known: write it into their profile."),
        (
            "guest@example.org",
            "guest@example.org is the address of Dr Heron: Dr Finch needs their own.",
        ),
    ],
)
def test_whoever_cannot_be_asked_is_named(editor, second, address, words):
    second.contact_email = address
    second.save()
    submission = in_review(second)
    guest = submission.guest
    guest.author.title = "Dr Heron"
    guest.author.save()
    guest.email = "guest@example.org"
    guest.save()
    with pytest.raises(NotPossible, match=words):
        proofs.send_proof(submission, by=editor)
    submission.refresh_from_db()
    assert (submission.state, submission.proofs.count()) == ("in-review", 0)


def test_who_wrote_it_stands_in_the_byline_before_a_proof_is_sent(editor, second):
    submission = in_review()
    change_draft(submission, authorships=[])
    with pytest.raises(NotPossible, match="in the byline first"):
        proofs.send_proof(submission, by=editor)


def test_it_is_approved_once_every_author_approves(commit, editor, second):
    submission = in_review(second, editor=editor)
    proof = proofs.send_proof(submission, by=editor)
    other = second.guest
    mail.outbox.clear()
    commit(proofs.approve, proof, by=submission.guest)
    assert (proof.submission.state, mail.outbox) == ("proof", [])
    commit(proofs.approve, proof, by=other)
    assert (proof.submission.state, len(mail.outbox)) == ("approved", 1)


def test_approving_twice_is_one_decision(editor, second):
    proof = proofs.send_proof(in_review(second), by=editor)
    for _ in range(2):
        proofs.approve(proof, by=second.guest)
    assert ProofDecision.objects.count() == 1


def test_the_last_word_about_a_text_holds(editor):
    submission = in_review()
    proof = proofs.send_proof(submission, by=editor)
    guest = submission.guest
    for wish in ("One", "Two"):
        proofs.approve(proof, by=guest)
        proofs.ask_for_changes(proof, {"": wish}, by=guest)
    [standing] = approval.standings(submission, [guest.author], proof.fingerprint)
    said = [(each.decision, each.note) for each in standing.decisions]
    assert said == [
        ("approve", ""),
        ("changes", "One"),
        ("approve", ""),
        ("changes", "Two"),
    ]
    assert (standing.approves, proof.submission.state) == (False, "in-review")


def test_wishes_are_kept_by_paragraph_and_for_the_whole(editor):
    submission = in_review(body=BODY)
    proof = proofs.send_proof(submission, by=editor)
    body = proof.revision.as_object().body
    [first, second] = [block.id for block in body]
    wishes = {first: " Say more. ", second: "  ", "": "Shorter."}
    proofs.ask_for_changes(proof, wishes, by=submission.guest)
    kept = submission.proof_decisions.values_list("block_id", "note")
    assert set(kept) == {(first, "Say more."), ("", "Shorter.")}


def test_nothing_asked_is_no_wish(editor):
    proof = proofs.send_proof(in_review(), by=editor)
    with pytest.raises(NotPossible, match="Say what should be changed"):
        proofs.ask_for_changes(proof, {"": " \n"}, by=proof.submission.guest)


def test_only_the_newest_proof_is_judged_and_by_those_it_names(editor):
    submission = in_review()
    old = proofs.send_proof(submission, by=editor)
    new = proofs.send_proof(submission, by=editor)
    with pytest.raises(NotPossible, match="A newer proof was sent"):
        proofs.approve(old, by=submission.guest)
    with pytest.raises(NotPossible, match="not named"):
        proofs.approve(new, by=GuestFactory(author=AuthorPageFactory()))
    assert not ProofDecision.objects.exists()


def test_a_proof_that_changed_nothing_asks_those_alone_who_wait(commit, editor, second):
    submission = in_review(second)
    proofs.send_proof(submission, by=editor)
    approved_by(submission, submission.guest)
    commit(proofs.send_proof, submission, by=editor)
    assert [message.to for message in mail.outbox] == [["finch@example.org"]]


def test_decisions_are_records(editor):
    submission = in_review()
    proofs.send_proof(submission, by=editor)
    approved_by(submission, submission.guest)
    decision = ProofDecision.objects.get()
    for change in (
        decision.save,
        decision.delete,
        ProofDecision.objects.all().delete,
        submission.proofs.get().delete,
    ):
        with pytest.raises(RecordChanged):
            change()


# What keeps an article from readers


def test_an_article_waits_for_every_author(editor, second):
    submission = in_review(second)
    own = submission.guest
    text = "The proof of this text is not approved yet by: "
    assert refused(submission) == f"{text}{own.author.title}, Dr Finch."
    proofs.send_proof(submission, by=editor)
    approved_by(submission, own)
    changed = "This text is not the one that was approved, or not by: Dr Finch."
    assert refused(submission) == changed
    approved_by(submission, second.guest)
    assert refused(submission) is None
    publish(submission)
    submission.refresh_from_db()
    assert (submission.state, submission.page.live) == ("published", True)


def test_a_text_that_was_changed_is_approved_anew(editor):
    submission = in_review(body=BODY)
    proofs.send_proof(submission, by=editor)
    approved_by(submission, submission.guest)
    change_draft(submission, summary="Something new")
    with pytest.raises(publishing.NotSignedOff, match="not the one that was approved"):
        publish(submission)
    submission.page.refresh_from_db()
    assert submission.page.live is False
    proofs.send_proof(submission, by=editor)
    approved_by(submission, submission.guest)
    assert refused(submission) is None


def test_a_byline_that_grew_is_approved_by_its_new_name_too(editor, second):
    submission = in_review()
    proofs.send_proof(submission, by=editor)
    approved_by(submission, submission.guest)
    rows = list(submission.page.get_latest_revision_as_object().authorships.all())
    change_draft(submission, authorships=[*rows, type(rows[0])(author=second)])
    assert "Dr Finch" in refused(submission)


def test_a_guests_article_without_a_byline_is_kept_back():
    submission = in_review()
    change_draft(submission, authorships=[])
    assert refused(submission) == "A guest’s article needs an author in its byline."


def test_other_articles_ask_nobody():
    page = ArticlePageFactory(live=False)
    page.save_revision()
    excuse(page)
    assert publishing.refusal_of_draft(page) is None


def test_an_editor_who_does_not_wait_says_why_for_this_text_alone(editor):
    submission = in_review()
    with pytest.raises(NotPossible, match="Write down why"):
        approval.waive(submission, by=editor, reason=" ")
    approval.waive(submission, by=editor, reason="She is at sea, and agreed by phone.")
    assert refused(submission) is None
    entry = PageLogEntry.objects.filter(action="submissions.approval_waived").get()
    assert (entry.user, entry.message) == (
        editor,
        "Not waited for every author: She is at sea, and agreed by phone.",
    )
    change_draft(submission, summary="Something new")
    assert "not approved yet" in refused(submission)


def test_the_reason_of_an_administrator_replaces_a_sign_off_and_no_approval(
    admin_user,
):
    submission = in_review()
    with pytest.raises(PermissionDenied, match="not approved yet"):
        publishing.publish_without_sign_off(
            submission.page, by=admin_user, reason="It is urgent."
        )
    submission.page.refresh_from_db()
    assert submission.page.live is False


def test_the_door_past_the_sign_off_says_that_authors_are_waited_for(
    client, admin_user
):
    submission = in_review()
    client.force_login(admin_user)
    address = f"/admin/publish-unsigned/{submission.page.pk}/"
    response = client.post(address, {"reason": "It is urgent."})
    assert "is not approved yet by" in response.content.decode()
    submission.page.refresh_from_db()
    assert submission.page.live is False


def test_each_author_hears_that_it_is_published(commit, editor, second):
    submission = in_review(second)
    proofs.send_proof(submission, by=editor)
    approved_by(submission, submission.guest, second.guest)
    mail.outbox.clear()
    commit(publish, submission)
    told = [message for message in mail.outbox if "is published" in message.subject]
    assert [message.to for message in told] == [
        [submission.guest.email],
        ["finch@example.org"],
    ]
    assert all(submission.page.full_url in message.body for message in told)


@pytest.mark.parametrize("count", [1, 3, 12])
def test_the_obstacle_takes_the_same_queries_for_any_number(
    editor, django_assert_num_queries, count
):
    submission = in_review()
    proof = proofs.send_proof(submission, by=editor)
    for _ in range(count):
        proofs.ask_for_changes(proof, {"": "Say more."}, by=submission.guest)
    draft = approval.draft_of(submission)
    mark = draft.fingerprint()
    with django_assert_num_queries(4):
        assert approval.obstacle(draft, mark)


# What guests and editors see


def soup(response):
    return BeautifulSoup(response.content.decode(), "html.parser")


@pytest.fixture
def sent(editor, second):
    submission = in_review(second, body=BODY, editor=editor)
    return proofs.send_proof(submission, by=editor)


def test_each_author_reads_the_text_and_what_differs_from_what_was_sent(
    client, sent, second
):
    submission = sent.submission
    submission.manuscripts.update(text="<p>Sleep helps a lot.</p><p>Pain fades.</p>")
    for guest in (submission.guest, second.guest):
        come_in(client, guest, submission)
        page = soup(client.get(f"/contribute/{submission.pk}/proof/"))
        text = [
            part.get_text(strip=True) for part in page.select(".proof__part .prose")
        ]
        assert text == ["Sleep helps.", "Pain fades."]
        gone = [each.get_text(strip=True) for each in page.select(".comparison del")]
        assert "a lot" in " ".join(gone)
        whole = client.get(f"/contribute/{submission.pk}/proof/page/")
        assert (whole.status_code, whole["X-Robots-Tag"]) == (200, "noindex")
        client.cookies.clear()


def test_a_link_about_a_proof_leads_to_it(client, sent, second):
    for guest in (sent.submission.guest, second.guest):
        token = token_for(guest, sent.submission)
        response = client.post(f"/contribute/enter/{token}/")
        assert response.url == f"/contribute/{sent.submission.pk}/proof/"
        client.cookies.clear()


def test_an_author_approves_what_they_read_and_nothing_newer(client, sent, editor):
    submission = sent.submission
    come_in(client, submission.guest)
    address = f"/contribute/{submission.pk}/proof/"
    newer = proofs.send_proof(submission, by=editor)
    response = client.post(f"{address}approve/", {"proof": sent.pk})
    assert response.status_code == 409
    assert "A newer proof was sent meanwhile" in response.content.decode()
    client.post(f"{address}approve/", {"proof": newer.pk})
    assert ProofDecision.objects.get().decision == "approve"
    assert "You have approved this text" in client.get(address).content.decode()


def test_wishes_reach_the_editor_at_their_paragraphs(client, sent, editor):
    submission = sent.submission
    first = sent.revision.as_object().body[0].id
    come_in(client, submission.guest)
    address = f"/contribute/{submission.pk}/proof/"
    data = {"proof": sent.pk, f"at-{first}": "Say <b>more</b>.", "whole": "Shorter."}
    assert client.post(f"{address}changes/", data).url == address
    assert "Your wishes are with the editor" in client.get(address).content.decode()
    client.force_login(editor)
    page = client.get(f"/admin/submissions/{submission.pk}/").content.decode()
    assert "Say &lt;b&gt;more&lt;/b&gt;." in page
    edit = f"/admin/pages/{submission.page.pk}/edit/#block-{first}-section"
    assert edit in page


def test_wishes_are_kept_while_they_cannot_be_sent(client, sent):
    submission = sent.submission
    first = sent.revision.as_object().body[0].id
    come_in(client, submission.guest)
    address = f"/contribute/{submission.pk}/proof/"
    data = {"proof": sent.pk, f"at-{first}": "x" * 5001, "whole": "Shorter."}
    response = client.post(f"{address}changes/", data)
    assert response.status_code == 400
    assert "Shorter." in response.content.decode()
    assert "Shorter." in client.get(address).content.decode()
    assert not ProofDecision.objects.exists()


@pytest.mark.parametrize("key", ["", "x", "0", "9" * 30, "²"])
def test_a_proof_that_is_not_there_is_not_found(client, sent, key):
    come_in(client, sent.submission.guest)
    for verb in ("approve", "changes"):
        address = f"/contribute/{sent.submission.pk}/proof/{verb}/"
        assert client.post(address, {"proof": key}).status_code == 404


def test_a_number_that_no_database_holds_is_not_found(client, sent):
    come_in(client, sent.submission.guest)
    assert client.get(f"/contribute/{9**30}/proof/").status_code == 404


def test_another_guest_sees_no_proof(client, sent):
    other = in_review()
    come_in(client, other.guest)
    address = f"/contribute/{sent.submission.pk}/proof/"
    assert client.get(address).status_code == 404
    assert client.get(f"{address}page/").status_code == 404
    for verb in ("approve", "changes"):
        response = client.post(f"{address}{verb}/", {"proof": sent.pk})
        assert response.status_code == 404
    assert not ProofDecision.objects.exists()


def test_a_second_author_finds_the_proof_and_gets_new_links(
    client, sent, second, commit
):
    mail.outbox.clear()
    commit(client.post, "/contribute/link/", {"email": "Finch@example.org"})
    [message] = mail.outbox
    assert message.to == ["finch@example.org"]
    come_in(client, second.guest)
    page = client.get("/contribute/").content.decode()
    assert f"/contribute/{sent.submission.pk}/proof/" in page
    assert client.get(f"/contribute/{sent.submission.pk}/").status_code == 404


def test_an_editor_sends_a_proof_and_writes_why_they_do_not_wait(client, editor):
    submission = in_review()
    client.force_login(editor)
    address = f"/admin/submissions/{submission.pk}/"
    assert "Send the proof" in client.get(address).content.decode()
    client.post(f"{address}send-proof/")
    page = client.get(address).content.decode()
    assert "has not answered" in page
    assert "is not approved yet by" in page
    response = client.post(f"{address}waive/", {"reason": ""})
    assert "Write down why you do not wait" in response.content.decode()
    client.post(f"{address}waive/", {"reason": "She is at sea."})
    page = client.get(address).content.decode()
    assert ("She is at sea." in page, "is not approved yet by" in page) == (True, False)
    change_draft(submission, summary="Something new")
    assert "The draft was changed since" in client.get(address).content.decode()


@pytest.mark.parametrize("count", [1, 3, 12])
def test_a_proof_takes_the_same_queries_for_any_number_of_paragraphs(
    client, editor, django_assert_max_num_queries, count
):
    submission = in_review(body=BODY * count)
    proof = proofs.send_proof(submission, by=editor)
    for _ in range(count):
        proofs.ask_for_changes(proof, {"": "Say more."}, by=submission.guest)
    come_in(client, submission.guest)
    with django_assert_max_num_queries(21):
        client.get(f"/contribute/{submission.pk}/proof/")
