"""What readers report: kept from anybody, always in the queue, settled by deciding."""

import pytest
from django.urls import reverse
from wagtail.models import PageViewRestriction

from comments import moderation, reports
from comments.models import Comment, Report, ReportReason, Risk, Status
from tests.factories.comments import show, write

QUEUE = "/admin/reader-comments/"


def address(comment):
    return reverse("comments:report", args=[comment.pk])


def stored(comment):
    return Comment.objects.get(pk=comment.pk)


def test_a_report_is_kept_and_its_reader_told(client, article):
    comment = show(article)
    assert client.get(address(comment)).status_code == 200
    data = {"reason": "unkind", "detail": " He calls me names. "}
    answer = client.post(address(comment), data, follow=True)
    assert "Your report is kept" in answer.content.decode()
    report = Report.objects.get()
    assert (report.comment_id, report.reason, report.detail) == (
        comment.pk,
        "unkind",
        "He calls me names.",
    )
    assert "127.0.0.1" not in report.address_hash
    assert len(report.address_hash) == 64


def test_a_reported_comment_still_shows_and_is_in_the_queue(client, article, moderator):
    reports.report(show(article, text="Reported words"), "unkind", detail="Names me.")
    assert "Reported words" in client.get(article.url).content.decode()
    client.force_login(moderator)
    listed = client.get(QUEUE).content.decode()
    assert "Reported words" in listed
    assert "It insults or threatens somebody: Names me." in " ".join(listed.split())


@pytest.mark.parametrize("reason", ReportReason.values)
def test_a_report_only_ever_moves_a_comment_up(article, reason):
    calm, urgent = show(article), show(article)
    Comment.objects.filter(pk=urgent.pk).update(risk=Risk.URGENT)
    for comment in (calm, urgent):
        reports.report(comment, reason)
    assert stored(calm).risk >= Risk.LOOK
    assert stored(urgent).risk == Risk.URGENT


def test_a_worry_about_the_writer_is_urgent(article):
    comment = show(article)
    reports.report(comment, ReportReason.WORRYING)
    assert stored(comment).risk == Risk.URGENT


@pytest.mark.parametrize(
    ("decide", "status"),
    [
        (moderation.approve, Status.APPROVED),
        (moderation.mark_spam, Status.SPAM),
        (lambda it, by: moderation.reject(it, by, reason="Unkind"), Status.REJECTED),
    ],
)
def test_deciding_settles_what_was_reported(article, moderator, decide, status):
    comment = show(article)
    reports.report(comment, "unkind")
    reports.report(comment, "spam")
    decide(stored(comment), moderator)
    assert stored(comment).status == status
    assert Report.objects.open().count() == 0
    assert {it.settled_by for it in Report.objects.all()} == {moderator}


def test_what_was_settled_can_be_reported_again(article, moderator):
    comment = show(article)
    reports.report(comment, "unkind")
    moderation.approve(stored(comment), by=moderator)
    reports.report(comment, "unkind")
    assert Report.objects.open().count() == 1


def test_holding_a_comment_leaves_its_reports_open(article, moderator):
    comment = show(article)
    reports.report(comment, "unkind")
    moderation.hold(stored(comment), by=moderator)
    assert Report.objects.open().count() == 1


def test_nothing_that_does_not_show_is_reported(client, article):
    held = write(article)
    assert client.get(address(held)).status_code == 404
    assert client.post(address(held), {"reason": "spam"}).status_code == 404
    with pytest.raises(reports.NotReported):
        reports.report(held, "spam")
    assert Report.objects.count() == 0


def test_comments_of_pages_that_are_not_public_are_not_shown_here(client, article):
    comment = show(article)
    PageViewRestriction.objects.create(page=article, restriction_type="login")
    assert client.get(address(comment)).status_code == 404


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"reason": "nonsense"},
        {"reason": "spam", "detail": "x" * 1001},
        {"reason": "spam", "website": "https://example.org"},
        {"reason": "spam\0"},
    ],
)
def test_a_bad_report_keeps_what_was_typed_and_stores_nothing(client, article, data):
    comment = show(article)
    answer = client.post(address(comment), data)
    assert answer.status_code == 400
    assert data.get("detail", "") in answer.content.decode()
    assert Report.objects.count() == 0


def test_one_reader_reports_so_much_in_an_hour_and_no_more(client, article):
    comment = show(article)
    for _ in range(reports.OF_ONE_READER):
        assert client.post(address(comment), {"reason": "spam"}).status_code == 302
    answer = client.post(address(comment), {"reason": "spam", "detail": "One more"})
    assert answer.status_code == 429
    assert "One more" in answer.content.decode()
    other = client.post(address(comment), {"reason": "spam"}, REMOTE_ADDR="192.0.2.7")
    assert other.status_code == 302


def test_hostile_words_are_shown_as_words(client, article, moderator):
    comment = show(article, text="<script>alert(1)</script>")
    reports.report(comment, "other", detail="<img src=x onerror=alert(2)>")
    client.force_login(moderator)
    for page in (QUEUE, f"{QUEUE}{comment.pk}/", address(comment)):
        text = client.get(page).content.decode()
        assert "alert(1)" in text
        assert "<script>alert" not in text
        assert "<img src=x" not in text
