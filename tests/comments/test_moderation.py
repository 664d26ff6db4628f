"""What moderators decide: who sees what, what is remembered, who is told."""

import threading

import pytest
from django.core import mail
from django.db import close_old_connections, connection
from wagtail.models import ModelLogEntry

from accounts.roles import MODERATOR
from comments import moderation, reports, writing
from comments.models import AnswerState, Comment, Kind, Risk, Status
from comments.moderation import NotDecided, Overtaken
from comments.signals import comment_changed
from tests.conftest import make_user
from tests.factories.comments import show, write

PHONE = {"check": "personal.phone", "level": 2, "start": 5, "end": 18, "reason": "r"}
NAME = {"check": "clinician.named", "level": 1, "start": 22, "end": 29, "reason": "r"}


def stored(comment):
    return Comment.objects.get(pk=comment.pk)


def log_of(comment):
    entries = ModelLogEntry.objects.for_instance(comment).order_by("pk")
    return [(it.action, it.user, it.data.get("reason")) for it in entries]


def test_an_approved_comment_shows(client, article, moderator):
    comment = write(article)
    assert "A text" not in client.get(article.url).content.decode()
    moderation.approve(comment, by=moderator)
    assert "A text" in client.get(article.url).content.decode()
    assert log_of(comment) == [("comments.approved", moderator, None)]


def test_approving_a_comment_again_shows_none_of_its_held_replies(article, moderator):
    parent = show(article)
    reply = write(article, reply_to=parent.pk)
    reports.report(parent, "spam")
    moderation.approve(stored(parent), by=moderator)
    stored(parent).save()
    assert (stored(reply).status, stored(reply).is_public) == (Status.HELD, False)


def test_approving_what_shows_and_nobody_reported_changes_nothing(article, moderator):
    comment = show(article)
    before = log_of(comment)
    moderation.approve(comment, by=moderator)
    assert log_of(comment) == before


@pytest.mark.parametrize(
    ("verb", "status"),
    [
        (moderation.approve, Status.APPROVED),
        (moderation.hold, Status.HELD),
        (moderation.mark_spam, Status.SPAM),
    ],
)
@pytest.mark.parametrize("before", [Status.HELD, Status.REJECTED, Status.SPAM])
def test_a_decision_can_be_changed(article, moderator, verb, status, before):
    comment = write(article)
    Comment.objects.filter(pk=comment.pk).update(status=before, reason="Before")
    verb(stored(comment), by=moderator)
    found = stored(comment)
    assert (found.status, found.is_public, found.reason) == (
        status,
        status == Status.APPROVED,
        "",
    )


def test_rejecting_tells_why_and_takes_what_shows_away(client, article, moderator):
    comment = show(article)
    moderation.reject(comment, by=moderator, reason=" It names a person. ")
    found = stored(comment)
    assert (found.status, found.is_public) == (Status.REJECTED, False)
    assert found.reason == "It names a person."
    assert log_of(comment)[-1] == (
        "comments.rejected",
        moderator,
        "It names a person.",
    )
    assert "A text" not in client.get(article.url).content.decode()


def test_rejecting_needs_a_reason(article, moderator):
    comment = write(article)
    with pytest.raises(NotDecided):
        moderation.reject(comment, by=moderator, reason=" ")
    assert stored(comment).status == Status.HELD


@pytest.mark.parametrize(
    ("email", "wished", "mails"),
    [("h@example.org", True, 1), ("h@example.org", False, 0), ("", True, 0)],
)
def test_the_reason_is_mailed_where_it_is_wished(
    article, moderator, django_capture_on_commit_callbacks, email, wished, mails
):
    comment = write(article, email=email)
    with django_capture_on_commit_callbacks(execute=True):
        moderation.reject(comment, moderator, reason="It names a person.", mail=wished)
    told = [it for it in mail.outbox if "It names a person." in it.body]
    assert [it.to for it in told] == [[email]] * mails
    assert all(article.title in it.subject for it in told)


@pytest.mark.parametrize("status", [Status.WITHDRAWN, Status.ERASED])
def test_nothing_is_decided_about_what_its_writer_took_back(article, moderator, status):
    comment = write(article)
    Comment.objects.filter(pk=comment.pk).update(status=status)
    with pytest.raises(NotDecided):
        moderation.approve(stored(comment), by=moderator)
    assert stored(comment).status == status


def test_the_second_of_two_moderators_is_told_and_changes_nothing(article, moderator):
    comment = write(article)
    first, second = stored(comment), stored(comment)
    moderation.reject(first, by=moderator, reason="It names a person.")
    with pytest.raises(Overtaken, match=r"Rejected, by moderator"):
        moderation.approve(second, by=None)
    found = stored(comment)
    assert (found.status, found.reason) == (Status.REJECTED, "It names a person.")


def test_a_text_changed_meanwhile_is_not_approved_unread(article, moderator):
    comment = write(article)
    seen = stored(comment)
    writing.edit(stored(comment), name="Heron", text="Something else")
    with pytest.raises(Overtaken, match=r"Its writer changed the text"):
        moderation.approve(seen, by=moderator)
    assert stored(comment).status == Status.HELD


def test_what_was_seen_in_a_form_counts_not_what_was_loaded_since(article, moderator):
    comment = write(article)
    seen = moderation.fingerprint(comment)
    moderation.mark_spam(comment, by=moderator)
    with pytest.raises(Overtaken):
        moderation.approve(stored(comment), by=moderator, seen=seen)
    assert stored(comment).status == Status.SPAM


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_of_many_moderators_at_once_one_decides(article):
    comment = write(article)
    user = make_user("moderator", MODERATOR)
    answers = []

    def decide(verb):
        try:
            verb(Comment.objects.get(pk=comment.pk), user, seen=seen)
            answers.append("done")
        except Overtaken:
            answers.append("told")
        finally:
            connection.close()

    seen = moderation.fingerprint(comment)
    verbs = [moderation.approve, moderation.mark_spam] * 4
    threads = [threading.Thread(target=decide, args=(verb,)) for verb in verbs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    close_old_connections()
    assert sorted(answers) == ["done"] + ["told"] * 7
    assert len(log_of(comment)) == 1


def test_removed_words_are_gone_and_the_rest_is_still_marked(article, moderator):
    comment = write(article, text="Call 020 7946 0018 or Dr Moss")
    comment.findings, comment.risk = [PHONE, NAME], Risk.PRIVACY
    comment.save()
    moderation.redact(comment, [(5, 18)], by=moderator)
    found = stored(comment)
    assert found.comment == "Call [removed] or Dr Moss"
    assert found.findings == [NAME | {"start": 18, "end": 25}]
    assert found.risk == Risk.LOOK
    assert found.redacted_at is not None
    assert log_of(comment) == [("comments.redacted", moderator, None)]
    assert "7946" not in str(list(ModelLogEntry.objects.values()))


def test_removing_what_is_not_there_is_refused(article, moderator):
    comment = write(article)
    with pytest.raises(NotDecided):
        moderation.redact(comment, [(90, 99)], by=moderator)
    assert log_of(comment) == []


def test_a_comment_becomes_a_question_that_waits_and_a_comment_again(
    article, moderator
):
    comment = show(article)
    moderation.mark_question(comment, by=moderator)
    found = stored(comment)
    assert (found.kind, found.answer_state) == (Kind.QUESTION, AnswerState.WAITING)
    moderation.mark_comment(found, by=moderator)
    found = stored(comment)
    assert (found.kind, found.answer_state) == (Kind.COMMENT, AnswerState.NONE)


def test_a_reply_is_no_question(article, moderator):
    reply = write(article, reply_to=show(article).pk)
    with pytest.raises(NotDecided):
        moderation.mark_question(reply, by=moderator)
    assert stored(reply).kind == Kind.COMMENT


def test_a_thread_is_closed_at_any_of_its_comments_and_opened_again(article, moderator):
    root = show(article)
    reply = show(article, reply_to=root.pk)
    moderation.close_thread(reply, by=moderator)
    assert stored(root).closed
    with pytest.raises(writing.NotAccepted):
        write(article, reply_to=root.pk)
    moderation.open_thread(reply, by=moderator)
    assert not stored(root).closed
    assert log_of(root)[-2:] == [
        ("comments.closed", moderator, None),
        ("comments.opened", moderator, None),
    ]


def test_others_hear_of_what_readers_see_anew(
    article, moderator, django_capture_on_commit_callbacks
):
    heard = []

    def hear(sender, page, comment, **kwargs):
        heard.append((page.pk, comment.pk, comment.status))

    comment_changed.connect(hear)
    comment = write(article)
    with django_capture_on_commit_callbacks(execute=True):
        moderation.approve(comment, by=moderator)
    comment_changed.disconnect(hear)
    assert heard == [(article.pk, comment.pk, Status.APPROVED)]
