"""After publication: what authors see, are asked, and propose to change."""

import pytest
from django.core import mail
from django.db import IntegrityError, transaction

from blog import reads
from blog.models import Authorship
from submissions import proposals
from submissions.models import ChangeProposal, Submission
from submissions.states import NotPossible
from tests.factories.comments import show
from tests.factories.pages import ArticlePageFactory, AuthorPageFactory
from tests.factories.submissions import (
    GuestFactory,
    come_in,
    in_review,
    proof_of,
    token_for,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def commit(django_capture_on_commit_callbacks):
    def run(function, *args, **kwargs):
        with django_capture_on_commit_callbacks(execute=True):
            return function(*args, **kwargs)

    return run


@pytest.fixture
def published(editor):
    """A published article of a guest, whose editor has an address."""
    editor.email = "finch@example.org"
    editor.save()
    submission = in_review(editor=editor)
    proof_of(submission)
    author = submission.guest.author
    page = ArticlePageFactory(title="Sleep and pain")
    Authorship.objects.create(page=page, author=author)
    Submission.objects.filter(pk=submission.pk).update(state="published", page=page)
    author.contact_email = submission.guest.email
    author.save()
    submission.refresh_from_db()
    return submission


def address(submission):
    return f"/contribute/{submission.pk}/article/"


def test_a_proposal_is_the_editors_to_decide(commit, published, editor):
    guest = published.guest
    made = commit(proposals.propose, published, " The dose is wrong. ", by=guest)
    assert (made.text, made.state) == ("The dose is wrong.", "waiting")
    commit(proposals.settle, made, made=True, by=editor)
    assert (made.state, made.decided_by) == ("made", editor)
    assert [message.to for message in mail.outbox] == [
        ["finch@example.org"],
        [guest.email],
    ]


def test_what_is_not_changed_is_explained_and_decided_once(published, editor):
    made = proposals.propose(published, "Shorter", by=published.guest)
    with pytest.raises(NotPossible, match="Tell the author why"):
        proposals.settle(made, made=False, by=editor, answer=" ")
    proposals.settle(made, made=False, by=editor, answer="It is short.")
    with pytest.raises(NotPossible, match="decided before"):
        proposals.settle(made, made=True, by=editor)
    made.refresh_from_db()
    assert (made.state, made.answer) == ("declined", "It is short.")


def test_only_published_articles_and_words_are_taken(published):
    with pytest.raises(NotPossible, match="Say what should be changed"):
        proposals.propose(published, " ", by=published.guest)
    other = in_review()
    with pytest.raises(NotPossible, match="once the article is published"):
        proposals.propose(other, "Shorter", by=other.guest)
    for number in range(proposals.MOST_WAITING):
        proposals.propose(published, f"Wish {number}", by=published.guest)
    with pytest.raises(NotPossible, match="still wait"):
        proposals.propose(published, "Another", by=published.guest)


@pytest.mark.parametrize("fields", [{"state": "lost"}, {"state": "declined"}])
def test_the_database_refuses(published, fields):
    row = {"submission": published, "guest": published.guest, "text": "x"}
    with pytest.raises(IntegrityError), transaction.atomic():
        ChangeProposal.objects.create(**row, **fields)


# What authors see


def test_the_link_leads_to_the_article_with_reads_and_questions(
    client, commit, published
):
    for _ in range(3):
        reads.note(published.page)
    page, text = published.page, "Is it safe?"
    question = commit(show, page, text=text, kind="question")
    token = token_for(published.guest, published)
    response = client.post(f"/contribute/enter/{token}/")
    assert response.url == address(published)
    page = client.get(response.url).content.decode()
    assert "<dd>3</dd>" in page
    assert question.comment in page
    answer = page.partition('href="/comments/answer/')[2].partition('"')[0]
    assert client.get(f"/comments/answer/{answer}").status_code == 200


def test_a_proposal_by_the_page_is_seen_by_both_sides(client, published, editor):
    come_in(client, published.guest)
    response = client.post(address(published), {"text": "Say <b>more</b>."})
    assert response.url == address(published)
    assert "Say &lt;b&gt;more&lt;/b&gt;." in client.get(response.url).content.decode()
    client.force_login(editor)
    found = client.get("/admin/submissions/?proposals=waiting").content.decode()
    assert str(published) in found
    inside = f"/admin/submissions/{published.pk}/"
    assert "Say &lt;b&gt;more&lt;/b&gt;." in client.get(inside).content.decode()
    key = published.proposals.get().pk
    response = client.post(f"{inside}settle/", {"proposal": key, "declined": ""})
    assert "Tell the author why" in response.content.decode()
    data = {"proposal": key, "made": "", "reason": "Thank you."}
    client.post(f"{inside}settle/", data)
    assert "Thank you." in client.get(address(published)).content.decode()
    found = client.get("/admin/submissions/?proposals=waiting").content.decode()
    assert str(published) not in found


@pytest.mark.parametrize("key", ["", "x", "999"])
def test_proposals_of_others_are_not_settled(client, published, editor, key):
    client.force_login(editor)
    address = f"/admin/submissions/{published.pk}/settle/"
    response = client.post(address, {"proposal": key, "made": ""})
    assert "no longer here" in response.content.decode()


def test_what_is_typed_in_vain_is_kept(client, published):
    come_in(client, published.guest)
    response = client.post(address(published), {"text": "x" * 5001})
    assert response.status_code == 400
    assert "x" * 5001 in client.get(address(published)).content.decode()


def test_only_its_authors_see_it_and_only_once_published(client, published):
    other = in_review()
    come_in(client, other.guest)
    assert client.get(address(published)).status_code == 404
    assert client.get(address(other)).status_code == 404
    stranger = GuestFactory(author=AuthorPageFactory())
    come_in(client, stranger)
    assert client.get(address(published)).status_code == 404


@pytest.mark.parametrize("count", [1, 3, 12])
def test_the_page_takes_the_same_queries_for_any_number(
    client, commit, published, django_assert_num_queries, count
):
    for number in range(count):
        proposals.propose(published, f"Wish {number}", by=published.guest)
        commit(show, published.page, text=f"Question {number}?", kind="question")
    come_in(client, published.guest)
    client.get(address(published))
    with django_assert_num_queries(9):
        client.get(address(published))
