"""The moderators' queue: order, filters, search, export, and decisions taken there."""

import io

import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import ModelLogEntry

from comments import moderation, reports
from comments.models import CannedReply, Comment, Kind, Risk, Status
from tests.factories.comments import show, write
from tests.factories.pages import ArticlePageFactory

QUEUE = "/admin/reader-comments/"
BULK = f"{QUEUE}bulk/"
EMAIL = {"check": "personal.email", "level": 2, "start": 9, "end": 22, "reason": "Mail"}


@pytest.fixture
def admin(client, moderator):
    client.force_login(moderator)
    return client


def listed(client, **query):
    rows = client.get(QUEUE, query).context["object_list"]
    return [row["comment"].user_name for row in rows]


def find(comment, **values):
    Comment.objects.filter(pk=comment.pk).update(**values)


def own(comment):
    return f"{QUEUE}{comment.pk}/"


def test_what_waits_is_listed_by_risk_and_then_by_age(admin, article):
    names = ["Calm", "Later", "Urgent", "Worrying", "Older"]
    for name in names:
        write(article, name)
    for name, risk in (("Urgent", 4), ("Worrying", 3)):
        Comment.objects.filter(user_name=name).update(risk=risk)
    show(article, "Shown")
    reports.report(show(article, "Reported"), "other")
    order = ["Urgent", "Worrying", "Reported", "Calm", "Later", "Older"]
    assert listed(admin) == order


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ({"status": "approved"}, ["Reported", "Shown"]),
        ({"status": "rejected"}, []),
        ({"status": "all"}, ["Mail", "Reported", "Asks", "Shown"]),
        ({"kind": "question"}, ["Asks"]),
        ({"risk": Risk.PRIVACY.value}, ["Mail"]),
        ({"finding": "personal"}, ["Mail"]),
        ({"finding": "crisis"}, []),
        ({"reported": "open"}, ["Reported"]),
        ({"q": "elsewhere"}, ["Mail", "Asks"]),
        ({"q": "ASKS"}, ["Asks"]),
        ({"q": "first things", "status": "all"}, ["Reported", "Shown"]),
        ({"submit_date_from": "2020-01-01", "submit_date_to": "2020-01-02"}, []),
        ({"status": "nonsense", "risk": "x", "submit_date_from": "y"}, None),
        ({"q": "%_'\"\\"}, []),
        ({"p": "99999"}, ["Mail", "Reported", "Asks"]),
        ({"p": "-1"}, ["Mail", "Reported", "Asks"]),
    ],
)
def test_the_queue_can_be_narrowed_and_searched(admin, query, names):
    first = ArticlePageFactory(title="First things")
    other = ArticlePageFactory(title="Elsewhere")
    mail = write(other, "Mail", "Write to a@example.org")
    find(mail, risk=Risk.PRIVACY, findings=[EMAIL])
    find(write(other, "Asks"), kind=Kind.QUESTION)
    show(first, "Shown")
    reports.report(show(first, "Reported"), "other")
    answer = admin.get(QUEUE, query)
    assert answer.status_code == 200
    if names is not None:
        found = [row["comment"].user_name for row in answer.context["object_list"]]
        assert found == names


def test_the_queue_is_narrowed_to_one_article(admin):
    first, other = ArticlePageFactory(), ArticlePageFactory()
    write(first, "Heron")
    write(other, "Wren")
    assert listed(admin, page=other.pk) == ["Wren"]


def test_what_was_found_is_marked_and_explained(admin, article):
    comment = write(article, text="Write to a@example.org <now>")
    find(comment, risk=Risk.PRIVACY, findings=[EMAIL])
    for page in (QUEUE, own(comment)):
        text = admin.get(page).content.decode()
        assert '<mark class="finding finding--2" title="Mail">a@example.org</mark>' in (
            text
        )
        assert "&lt;now&gt;" in text


@pytest.mark.parametrize("name", ["csv", "xlsx"])
def test_the_queue_is_exported_as_it_is_narrowed(admin, article, name):
    write(article, "=1+1", "@SUM(A1)\x0b and\nmore")
    write(article, "Wren", "A text")
    show(article, "Shown")
    answer = admin.get(QUEUE, {"export": name})
    content = b"".join(answer.streaming_content)
    if name == "csv":
        text = content.decode()
        assert "Shown" not in text
        assert "'=1+1" in text
        assert "'@SUM(A1) and\nmore" in text
    else:
        sheet = openpyxl.load_workbook(io.BytesIO(content)).active
        rows = list(sheet.iter_rows(values_only=True))
        assert [row[3] for row in rows] == ["Writer", "'=1+1", "Wren"]
        assert rows[1][4] == "'@SUM(A1) and\nmore"


def count_queries(client, address):
    client.get(address)
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


def test_the_queue_takes_as_many_queries_with_many_rows_as_with_one(admin):
    counted = {}
    for number in (1, 3, 60):
        while Comment.objects.count() < number:
            article = ArticlePageFactory()
            comment = show(article, text="Write to a@example.org")
            find(comment, findings=[EMAIL])
            reports.report(comment, "other")
        counted[number] = count_queries(admin, QUEUE)
    assert len(set(counted.values())) == 1, counted


def test_a_comments_page_takes_as_many_queries_in_a_long_thread(admin, article):
    root = show(article)
    counted = []
    for number in (1, 12):
        while Comment.objects.count() <= number:
            reply = show(article, reply_to=root.pk)
        counted.append(count_queries(admin, own(reply)))
    assert len(set(counted)) == 1, counted


def test_a_comment_stands_in_its_thread_with_all_that_helps_to_decide(admin, article):
    root = show(article, "Root", "The first words")
    middle = show(article, "Middle", "In between", reply_to=root.pk)
    comment = show(article, "Wren", "A reply", reply_to=middle.pk)
    show(article, "Below", "The last words", reply_to=comment.pk)
    show(article, "Beside", "Other words", reply_to=root.pk)
    find(comment, passage="Some pain outlasts every treatment.")
    context = admin.get(own(comment)).context
    assert [it.user_name for it in context["above"]] == ["Root", "Middle"]
    assert [it.user_name for it in context["below"]] == ["Below"]
    text = admin.get(own(comment)).content.decode()
    assert "Some pain outlasts every treatment." in text
    assert article.title in text
    assert "Comment approved" in text


def post(client, comment, **data):
    seen = moderation.fingerprint(Comment.objects.get(pk=comment.pk))
    return client.post(own(comment), {"seen": seen} | data)


@pytest.mark.parametrize(
    ("data", "values"),
    [
        ({"decision": "approve"}, {"status": "approved"}),
        ({"decision": "spam"}, {"status": "spam"}),
        ({"decision": "hold", "reason": "Wait"}, {"status": "held", "reason": "Wait"}),
        (
            {"decision": "reject", "reason": "No"},
            {"status": "rejected", "reason": "No"},
        ),
        ({"decision": "question"}, {"kind": "question", "answer_state": "waiting"}),
        ({"decision": "comment"}, {"kind": "comment"}),
        ({"decision": "close"}, {"closed": True}),
        ({"decision": "open"}, {"closed": False}),
        ({"decision": "redact", "spans": "0-1"}, {"comment": "[removed] text"}),
        ({"decision": "redact", "words": "TEXT"}, {"comment": "A [removed]"}),
    ],
)
def test_every_decision_is_taken_on_the_comments_page(admin, article, data, values):
    comment = write(article)
    assert post(admin, comment, **data).status_code == 302
    found = Comment.objects.get(pk=comment.pk)
    assert {name: getattr(found, name) for name in values} == values


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"decision": "nonsense"},
        {"decision": "reject"},
        {"decision": "reject", "reason": "x" * 2001},
        {"decision": "reject", "canned": "999"},
        {"decision": "redact"},
        {"decision": "redact", "spans": "a-b"},
        {"decision": "redact", "spans": "5-2"},
        {"decision": "redact", "words": "not there"},
        {"decision": "approve", "seen": "x" * 99},
    ],
)
def test_what_cannot_be_done_is_explained_and_changes_nothing(admin, article, data):
    comment = write(article)
    answer = post(admin, comment, **data)
    assert answer.status_code == 400
    assert 'role="alert"' in answer.content.decode()
    assert Comment.objects.get(pk=comment.pk).status == Status.HELD
    assert ModelLogEntry.objects.for_instance(comment).count() == 0


def test_a_second_moderator_is_told_and_keeps_what_was_typed(admin, article):
    comment = write(article)
    seen = moderation.fingerprint(comment)
    moderation.approve(comment, by=None)
    data = {"decision": "reject", "reason": "My own words", "seen": seen}
    answer = admin.post(own(comment), data)
    assert answer.status_code == 409
    text = answer.content.decode()
    assert "Somebody decided about this meanwhile: Approved" in text
    assert "My own words</textarea>" in text
    assert Comment.objects.get(pk=comment.pk).status == Status.APPROVED


def test_a_canned_reply_is_the_reason_where_nothing_is_typed(admin, article):
    canned = CannedReply.objects.create(title="Advice", text="We give no advice.")
    first, second = write(article), write(article)
    post(admin, first, decision="reject", canned=canned.pk)
    post(admin, second, decision="reject", canned=canned.pk, reason="Mine")
    reasons = Comment.objects.order_by("pk").values_list("reason", flat=True)
    assert list(reasons) == ["We give no advice.", "Mine"]


def test_a_moderator_keeps_canned_replies(admin):
    data = {"title": "Advice", "text": "We give no advice."}
    assert admin.get(f"{QUEUE}canned/").status_code == 200
    admin.post(f"{QUEUE}canned/new/", data)
    assert CannedReply.objects.values_list("title", "text").get() == tuple(
        data.values()
    )


def bulk(client, decision, *comments, **data):
    seen = {
        f"seen-{it.pk}": moderation.fingerprint(Comment.objects.get(pk=it.pk))
        for it in comments
    }
    chosen = [it.pk for it in comments]
    data = {"decision": decision, "chosen": chosen} | seen | data
    return client.post(BULK, data, follow=True)


def test_several_are_decided_at_once(admin, article):
    first, second, other = write(article), write(article), write(article)
    answer = bulk(admin, "reject", first, second, reason="Off the subject")
    assert "Reject: 2 comments" in answer.content.decode()
    found = Comment.objects.order_by("pk").values_list("status", "reason")
    assert list(found) == [
        ("rejected", "Off the subject"),
        ("rejected", "Off the subject"),
        ("held", ""),
    ]
    assert ModelLogEntry.objects.for_instance(other).count() == 0


def test_of_several_those_decided_meanwhile_are_left_and_named(admin, article):
    first, second = write(article, "Heron"), write(article, "Wren")
    seen = {f"seen-{second.pk}": moderation.fingerprint(second)}
    moderation.mark_spam(second, by=None)
    answer = bulk(admin, "approve", first, second, **seen)
    text = answer.content.decode()
    assert "Approve: 1 comment" in text
    assert "Wren: Somebody decided about this meanwhile: Spam" in text
    found = Comment.objects.order_by("pk").values_list("status", flat=True)
    assert list(found) == ["approved", "spam"]


@pytest.mark.parametrize(
    ("decision", "chosen", "message"),
    [
        ("approve", [], "Choose at least one comment."),
        ("reject", None, "Tell the writer why it is not shown."),
        ("redact", None, "Select a valid choice"),
        ("approve", ["x"], "Select a valid choice"),
        ("approve", ["9" * 30], "Select a valid choice"),
        ("approve", ["9" * 18], ""),
    ],
)
def test_bad_choices_of_several_change_nothing(
    admin, article, decision, chosen, message
):
    comment = write(article)
    data = {} if chosen is None else {"chosen": chosen}
    answer = bulk(admin, decision, comment, **data)
    assert answer.status_code == 200
    assert message in answer.content.decode()
    assert Comment.objects.get(pk=comment.pk).status == Status.HELD


@pytest.mark.parametrize(
    ("address", "goes_to"),
    [
        (f"{QUEUE}?kind=question#comment-7", f"{QUEUE}?kind=question#comment-7"),
        ("https://example.org/", None),
        ("//example.org", None),
    ],
)
def test_one_goes_back_to_where_one_was_and_nowhere_else(
    admin, article, address, goes_to
):
    comment = write(article)
    answer = post(admin, comment, decision="approve", next=address)
    assert answer.url == (goes_to or own(comment))


def test_deciding_needs_a_permission_and_a_post(client, article):
    comment = write(article)
    for address in (own(comment), BULK):
        answer = client.post(address, {"decision": "approve", "chosen": comment.pk})
        assert answer.status_code == 302
        assert "/admin/login/" in answer.url
    assert Comment.objects.get(pk=comment.pk).status == Status.HELD


@pytest.mark.parametrize("number", ["0", "999999", "9" * 30])
def test_a_comment_that_is_not_there_is_not_found(admin, number):
    for address in (
        f"{QUEUE}{number}/",
        f"/admin/reader-questions/{number}/",
        f"/comments/{number}/",
        f"/comments/answered/{number}/",
        f"/comments/follow/thread/{number}/",
        f"/comments/report/{number}/",
    ):
        assert admin.get(address).status_code == 404


def test_a_get_decides_nothing(admin, article):
    comment = write(article)
    admin.get(own(comment), {"decision": "approve"})
    assert admin.get(BULK).status_code == 405
    assert Comment.objects.get(pk=comment.pk).status == Status.HELD


def test_what_its_writer_took_back_offers_no_decision(admin, article):
    comment = write(article)
    find(comment, status=Status.WITHDRAWN)
    assert 'value="approve"' not in admin.get(own(comment)).content.decode()
    assert post(admin, comment, decision="approve").status_code == 400


def test_comments_whose_page_is_gone_from_view_can_be_decided(admin, article):
    comment = write(article)
    article.unpublish()
    assert admin.get(QUEUE).status_code == 200
    assert post(admin, comment, decision="approve").status_code == 302
