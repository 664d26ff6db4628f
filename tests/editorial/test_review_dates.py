"""The day of the next review: set, brought forward, and shown."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone
from wagtail.models import PageLogEntry

from blog.models import FurtherReading
from editorial import review, review_dates, source_requests
from editorial.models import BroughtForward, RequestState, ReviewDate
from editorial.review_dates import step_due
from references import checking
from tests.factories.editorial import article_of, ask, paragraph
from tests.factories.pages import ArticlePageFactory
from tests.factories.references import ReferenceFactory
from tests.factories.reviewing import sign, signed_article
from tests.references.sources import crossref

DUE = date(2027, 3, 10)
CLAIMS = ["Aspirin prevents clots.", "Tea cures colds.", "Rest helps.", "Ice heals."]


def days(number):
    return DUE + timedelta(days=number)


# Steps


@pytest.mark.parametrize(
    ("on", "step"),
    [
        (-61, None),
        (-60, "60"),
        (-15, "60"),
        (-14, "14"),
        (0, "14"),
        (6, "14"),
        (7, "overdue:1"),
        (13, "overdue:1"),
        (14, "overdue:2"),
        (365, "overdue:52"),
    ],
)
def test_a_day_has_the_newest_step_that_it_came_to(on, step):
    assert step_due(DUE, days(on), "") == step


def test_a_step_is_due_once_on_whichever_days_one_looks():
    for every in (1, 3, 10, 40):
        last, sent = "", []
        for on in range(-100, 101, every):
            if step := step_due(DUE, days(on), last):
                sent.append(step)
                last = step
        assert len(sent) == len(set(sent))
    assert step_due(DUE, days(-60), "60") is None


# Set by a sign-off


def test_a_sign_off_sets_the_day_and_who_sees_to_it(editor):
    article = signed_article(responsible=editor)
    due = article.review_date
    assert (due.due_on, due.responsible, due.last_step) == (DUE, editor, "")
    sign(article, date(2026, 3, 10))
    assert ReviewDate.objects.get().due_on == date(2028, 3, 10)


def test_an_older_sign_off_that_is_recorded_late_sets_nothing(db):
    article = signed_article()
    sign(article, date(2020, 1, 1))
    assert ReviewDate.objects.get().due_on == DUE


def test_a_short_span_starts_without_the_reminders_that_do_not_fit_in(db):
    article = ArticlePageFactory()
    review.ReviewSettings.objects.create(site=article.get_site(), review_months=1)
    sign(article)
    assert ReviewDate.objects.get().last_step == "60"


# Brought forward


def test_what_is_brought_forward_is_due_today_until_it_is_signed(editor):
    editor.email = "editor@example.org"
    editor.save()
    today = timezone.localdate()
    article = signed_article(today, responsible=editor)
    review_dates.bring_forward(article, BroughtForward.RETRACTION)
    due = ReviewDate.objects.get()
    assert (due.due_on, due.reason) == (today, "retraction")
    assert due.is_brought_forward is True
    sign(article, today + timedelta(days=1))
    due.refresh_from_db()
    assert (due.reason, due.brought_forward_at, due.last_step) == ("", None, "")
    assert due.due_on > today


def test_it_is_one_task_and_one_mail_whatever_else_happens(
    editor, mailoutbox, django_capture_on_commit_callbacks
):
    editor.email = "editor@example.org"
    editor.save()
    articles = [
        signed_article(timezone.localdate(), responsible=editor) for _ in range(3)
    ]
    with django_capture_on_commit_callbacks(execute=True):
        review_dates.bring_all_forward(articles, BroughtForward.DEAD_SOURCE)
        review_dates.bring_all_forward(articles, BroughtForward.RETRACTION)
    assert set(ReviewDate.objects.values_list("reason", flat=True)) == {"dead_source"}
    logged = PageLogEntry.objects.filter(action="editorial.review_brought_forward")
    assert logged.count() == 3
    [mail] = mailoutbox
    assert mail.to == ["editor@example.org"]
    assert mail.subject == "3 articles are due for review"
    assert mail.body.count("The address of a source is dead.") == 3
    assert f"/admin/pages/{articles[0].pk}/edit/" in mail.body


def test_what_is_overdue_stays_overdue(db):
    article = signed_article(date(2020, 1, 1))
    review_dates.bring_forward(article, BroughtForward.RETRACTION)
    assert ReviewDate.objects.get().due_on == date(2022, 1, 1)


def test_an_article_that_nobody_signed_becomes_a_task_too(article):
    review_dates.bring_forward(article, BroughtForward.RETRACTION)
    assert ReviewDate.objects.get().due_on == timezone.localdate()
    assert review.line(article, "").review_due is None


def test_drafts_and_aliases_are_not_brought_forward(db):
    draft = ArticlePageFactory(live=False)
    alias = signed_article().create_alias(update_slug="alias")
    for page in (draft, alias):
        review_dates.bring_forward(page, BroughtForward.RETRACTION)
    assert ReviewDate.objects.exclude(reason="").count() == 0


def test_the_database_wants_a_reason_and_a_time_together(article):
    for fields in ({"reason": "retraction"}, {"brought_forward_at": timezone.now()}):
        with pytest.raises(IntegrityError), transaction.atomic():
            ReviewDate.objects.create(page=article, due_on=DUE, **fields)


# What brings it forward


@pytest.mark.parametrize("kind", ["retraction", "expression_of_concern"])
def test_a_source_in_trouble_brings_forward_what_uses_it(answers, cited, article, kind):
    sign(article, timezone.localdate())
    other = signed_article(timezone.localdate())
    answers(crossref(kind))
    checking.check_standing(cited)
    article.review_date.refresh_from_db()
    assert article.review_date.due_on == timezone.localdate()
    assert article.review_date.reason == BroughtForward.RETRACTION
    other.review_date.refresh_from_db()
    assert other.review_date.is_brought_forward is False


def test_a_corrected_source_does_not(answers, cited, article):
    answers(crossref("correction"))
    checking.check_standing(cited)
    assert ReviewDate.objects.count() == 0


def test_a_dead_address_brings_it_forward(article):
    gone = ReferenceFactory(doi=None, url="http://127.0.0.1:9/gone")
    FurtherReading.objects.create(page=article, reference=gone)
    article.save()
    event = checking.Event(gone, "link_state", "suspect", "dead")
    checking._note(event, dict(checking.LinkState.choices))
    assert ReviewDate.objects.get().reason == BroughtForward.DEAD_SOURCE


@pytest.mark.parametrize("sentences", [CLAIMS[:3], CLAIMS[:1] * 3])
def test_three_requests_of_readers_bring_it_forward(db, sentences):
    article = article_of(paragraph(" ".join(CLAIMS)))
    for sentence in sentences[:2]:
        ask(article, sentence)
    assert ReviewDate.objects.count() == 0
    ask(article, sentences[2])
    assert ReviewDate.objects.get().reason == BroughtForward.READER_REQUESTS


def test_requests_that_were_decided_or_came_before_the_review_do_not_count(editor):
    article = article_of(paragraph(" ".join(CLAIMS)))
    source_requests.decide(ask(article, CLAIMS[0]), RequestState.CITED, by=editor)
    ask(article, CLAIMS[1])
    ask(article, CLAIMS[2])
    assert ReviewDate.objects.count() == 0
    review.record(article, reviewer=editor, checked=[], at=timezone.now())
    ask(article, CLAIMS[3])
    assert ReviewDate.objects.get().is_brought_forward is False


# What readers are told


def test_the_line_knows_the_day_in_the_same_one_query(db, django_assert_num_queries):
    article = signed_article()
    review_dates.bring_forward(article, BroughtForward.RETRACTION)
    mark = article.fingerprint()
    for _ in range(3):
        with django_assert_num_queries(1):
            line = review.line(article, mark)
        sign(article)
    assert line.review_due == DUE
    assert [line.is_overdue(days(on)) for on in (-1, 0, 1)] == [False, False, True]


def test_a_line_that_was_brought_forward_is_overdue_tomorrow(db):
    today = timezone.localdate()
    article = signed_article(today)
    review_dates.bring_forward(article, BroughtForward.RETRACTION)
    line = review.line(article, article.fingerprint())
    assert line.is_reviewed is True
    assert line.is_overdue(today + timedelta(days=1)) is True
