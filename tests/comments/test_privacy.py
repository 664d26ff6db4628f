"""Erasing and forgetting: afterwards no table of the database holds a trace."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from comments import moderation, privacy, tokens, writing
from comments.models import (
    Comment,
    CommentSettings,
    Erasure,
    ErasureKind,
    Following,
    Report,
    Status,
)
from comments.tokens import Purpose
from tests.factories.comments import send, show, write

NAME, TEXT, EMAIL = "Zaunkönig", "quixotic marmalade", "zaun@example.org"
TRACES = (NAME, "marmalade", "zaun@")


def traces(*words):
    """Give each table and column in which one of some words stands."""
    found = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            quoted = connection.ops.quote_name(table)
            cursor.execute(f"SELECT * FROM {quoted}")  # noqa: S608  (names of tables)
            columns = [column[0] for column in cursor.description]
            for row in cursor.fetchall():
                found += [
                    (table, column)
                    for column, value in zip(columns, row, strict=True)
                    if any(word in str(value) for word in words)
                ]
    return found


def erase(client, comment):
    token = tokens.make(Purpose.MINE, comment)
    return client.post(f"/comments/mine/{token}/erase/")


@pytest.fixture
def queued(settings):
    """Let mails wait in the database, as they do where a worker sends them."""
    settings.TASKS = settings.TASKS | {
        "background": {"BACKEND": "django_tasks_db.DatabaseBackend"}
    }


def test_an_erasure_leaves_no_trace_in_any_table(
    client, article, moderator, committed, queued
):
    with committed():
        send(
            client,
            article,
            name=NAME,
            text=TEXT,
            email=EMAIL,
            follow="on",
            passage="marmalade in the passage",
        )
    comment = Comment.objects.get()
    mailed = tokens.make(Purpose.MAILED, comment)
    client.post(f"/comments/mine/{mailed}/", {"action": "confirm"})
    with committed():
        moderation.approve(comment, by=moderator)
        reply = show(article, text="An answer", reply_to=comment.pk)
        Report.objects.create(comment=comment, reason="unkind", detail=f"{NAME} lies")
        moderation.redact(comment, [(0, 8)], by=moderator)
        moderation.reject(comment, by=moderator, reason=f"No {NAME}", mail=True)
        writing.edit(comment, name=NAME, text=f"{TEXT} again")
        moderation.approve(comment, by=moderator)
        article.save_revision().publish()
        writing.withdraw(comment)
    assert DBTaskResult.objects.count() > 0
    assert traces(*TRACES) != []
    erase(client, comment)
    assert traces(*TRACES) == []
    comment.refresh_from_db()
    assert (comment.status, comment.is_public) == (Status.ERASED, False)
    page = client.get(article.url).content.decode()
    assert "An answer" in page
    assert "marmalade" not in page
    reply.refresh_from_db()
    assert reply.parent_id == comment.pk
    assert Erasure.objects.get().rows == 1


def test_a_refused_mail_leaves_no_trace_after_an_erasure(client, article):
    comment = write(article, NAME, TEXT, email=EMAIL)
    DBTaskResult.objects.create(
        args_kwargs={"args": [EMAIL.upper()], "kwargs": {}},
        task_path="comments.telling.tell_rejected",
        backend_name="background",
        run_after=timezone.now(),
        traceback=f"SMTPRecipientsRefused: {EMAIL}",
    )
    erase(client, comment)
    assert traces(*TRACES, EMAIL.upper()) == []


def test_the_register_holds_time_kind_and_number_alone(client, article):
    erase(client, write(article, NAME, TEXT, email=EMAIL))
    row = Erasure.objects.values().get()
    assert row.keys() == {"id", "made_at", "kind", "rows"}
    assert (row["kind"], row["rows"]) == (ErasureKind.BY_WRITER, 1)


def test_erasing_twice_is_the_same_as_once(client, article):
    comment = write(article)
    for _ in range(2):
        assert erase(client, comment).status_code == 302
    assert Erasure.objects.count() == 1
    with pytest.raises(writing.NotAccepted):
        writing.edit(comment, name="Heron", text="Back again")


def test_what_others_wrote_and_follow_stays(client, article):
    parent = show(article, email="other@example.org", follow=True)
    ours = show(article, NAME, TEXT, email=EMAIL, follow=True, reply_to=parent.pk)
    erase(client, ours)
    parent.refresh_from_db()
    assert (parent.user_name, parent.comment) == ("Heron", "A text")
    assert Following.objects.get().email == "other@example.org"


def test_an_unconfirmed_address_cannot_end_what_its_owner_follows_elsewhere(
    client, article
):
    elsewhere = show(article)
    Following.objects.create(comment_id=elsewhere.pk, email=EMAIL)
    erase(client, write(article, email=EMAIL))
    assert Following.objects.count() == 1


def purge(day=0):
    return privacy.purge(timezone.now() + timedelta(days=day))


def test_no_address_is_kept_for_thirty_days(client, article):
    send(client, article)
    comment = Comment.objects.get()
    Report.objects.create(
        comment=comment, reason="spam", address_hash=comment.address_hash
    )
    hashed = comment.address_hash
    assert purge(28)[ErasureKind.ADDRESSES] == 0
    assert traces("127.0.0.1") == []
    assert purge(29.5)[ErasureKind.ADDRESSES] == 2
    assert traces(hashed, "127.0.0.1") == []
    assert Comment.objects.get().comment == "A text"


def test_an_address_that_came_in_by_another_door_is_purged_too(article):
    comment = show(article)
    comment.ip_address = "192.0.2.77"
    comment.save()
    purge()
    assert traces("192.0.2.77") == []


def test_what_was_not_approved_is_erased_after_the_days_of_the_site(article):
    rules = CommentSettings.for_site(article.get_site())
    rules.retention_days = 10
    rules.save()
    kept = show(article, text="It stays")
    held = write(article, NAME, TEXT, email=EMAIL)
    rejected = write(article, NAME, TEXT)
    moderation.reject(rejected, by=None, reason="No")
    assert purge(9)[ErasureKind.RETENTION] == 0
    assert purge(11)[ErasureKind.RETENTION] == 2
    assert traces(*TRACES) == []
    kept.refresh_from_db()
    assert (kept.status, kept.comment) == (Status.APPROVED, "It stays")
    held.refresh_from_db()
    assert held.status == Status.ERASED


def test_an_old_comment_that_is_held_today_is_not_erased_tomorrow(article):
    comment = show(article)
    comment.submit_date = timezone.now() - timedelta(days=4000)
    comment.save(update_fields=["submit_date"])
    moderation.hold(comment, by=None, reason="A report")
    assert purge(1)[ErasureKind.RETENTION] == 0


def test_an_address_that_never_confirmed_is_forgotten(article):
    comment = show(article, email=EMAIL, follow=True)
    Following.objects.create(
        comment=comment, email="w@example.org", confirmed_at=timezone.now()
    )
    assert purge(6)[ErasureKind.FOLLOWINGS] == 0
    assert purge(8)[ErasureKind.FOLLOWINGS] == 1
    assert Following.objects.get().email == "w@example.org"


def test_the_command_says_what_it_erased(article, capsys):
    call_command("purge_personal_data")
    assert capsys.readouterr().out.splitlines() == [
        "Hashes of addresses grew old: 0",
        "It was not approved in time: 0",
        "An address was never confirmed: 0",
    ]
    assert Erasure.objects.count() == 0


def test_no_row_is_left_of_a_page_that_is_gone(article):
    parent = show(article, email=EMAIL, follow=True)
    write(article, reply_to=parent.pk)
    Report.objects.create(comment=parent, reason="spam")
    article.get_parent().specific.delete()
    names = ("comments.comment", "comments.report", "comments.following")
    names += ("django_comments_xtd.xtdcomment", "django_comments.comment")
    assert [apps.get_model(name).objects.count() for name in names] == [0] * 5
