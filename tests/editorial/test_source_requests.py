"""Asking for a source, deciding, and what the page and the mails say of it."""

from smtplib import SMTPException

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone
from wagtail.models import PageLogEntry, PageViewRestriction

from editorial import source_requests
from editorial.models import Asker, RequestState, SourceRequest
from editorial.quoting import content_path, quotable
from editorial.source_requests import NotAccepted
from tests.factories.editorial import BLOCK, article_of, ask, paragraph, write

CLAIM = "Aspirin prevents clots."
OTHER = "It was first sold in 1899."


@pytest.fixture
def article(db):
    return article_of(paragraph(f"{CLAIM} {OTHER}"))


def shown(page):
    return [
        (each.sentence, each.state, each.stands)
        for each in source_requests.shown_on(page)
    ]


# Asking


def test_a_request_is_anchored_by_block_sentence_and_published_version(article):
    request = ask(article, CLAIM, note="Which study?", email="heron@example.org")
    request.refresh_from_db()
    assert (request.page_id, request.block_id, request.sentence, request.state) == (
        article.pk,
        BLOCK,
        CLAIM,
        "waiting",
    )
    assert request.revision_id == article.live_revision_id
    asker = request.askers.get()
    assert (asker.note, asker.email) == ("Which study?", "heron@example.org")


def test_readers_who_ask_the_same_share_one_request_until_it_is_decided(
    article, editor
):
    first = ask(article, CLAIM)
    assert ask(article, CLAIM) == first
    assert ask(article, OTHER) != first
    assert first.askers.count() == 2
    source_requests.decide(first, RequestState.CITED, by=editor)
    assert ask(article, CLAIM) != first


@pytest.mark.parametrize(
    ("block_id", "sentence"),
    [(BLOCK, "Nobody wrote this."), ("no-such-block", CLAIM), ("", CLAIM)],
)
def test_what_is_not_in_the_block_cannot_be_asked_about(article, block_id, sentence):
    with pytest.raises(NotAccepted):
        ask(article, sentence, block_id)
    assert SourceRequest.objects.count() == 0


def test_drafts_and_private_pages_take_none(article):
    PageViewRestriction.objects.create(page=article, restriction_type="login")
    with pytest.raises(NotAccepted):
        ask(article, CLAIM)
    PageViewRestriction.objects.all().delete()
    article.unpublish()
    with pytest.raises(NotAccepted):
        ask(article, CLAIM)
    assert SourceRequest.objects.count() == 0


def test_sentences_of_lists_belong_to_the_block_that_holds_them(db):
    point = {"type": "item", "value": f"<p>{CLAIM}</p>", "id": "point"}
    points = {"title": "Key points", "points": [point]}
    page = article_of(
        {"type": "key_points", "value": points, "id": "points"},
        paragraph(f"{OTHER} {OTHER}", "twice"),
        paragraph("", "empty"),
        {"type": "paragraph", "value": "<h3>A heading</h3>", "id": "heading"},
    )
    asked = {"points", "point", "twice", "empty", "heading", "none"}
    texts = {
        key: [sentence.text for sentence in found]
        for key, found in quotable(page, asked).items()
    }
    assert texts == {"points": [CLAIM], "twice": [OTHER]}
    assert content_path(page, "twice") == "body.twice"
    assert content_path(page, "point") == ""


# Deciding


@pytest.mark.parametrize("outcome", ["cited", "reworded", "removed"])
def test_a_decision_is_kept_with_who_took_it(article, editor, outcome):
    request = ask(article, CLAIM)
    source_requests.decide(request, RequestState(outcome), by=editor)
    request.refresh_from_db()
    assert (request.state, request.decided_by, request.reason) == (outcome, editor, "")
    assert request.decided_at is not None


def test_declining_needs_a_reason(article, editor):
    request = ask(article, CLAIM)
    with pytest.raises(NotAccepted):
        source_requests.decide(request, RequestState.DECLINED, by=editor, reason=" ")
    request.refresh_from_db()
    assert (request.state, request.decided_at) == ("waiting", None)
    source_requests.decide(
        request, RequestState.DECLINED, by=editor, reason=" An opinion. "
    )
    request.refresh_from_db()
    assert (request.state, request.reason) == ("declined", "An opinion.")


def test_a_second_decision_and_none_are_refused(article, editor):
    request = ask(article, CLAIM)
    with pytest.raises(NotAccepted):
        source_requests.decide(request, RequestState.WAITING, by=editor)
    before = SourceRequest.objects.get(pk=request.pk)
    source_requests.decide(request, RequestState.CITED, by=editor)
    with pytest.raises(NotAccepted):
        source_requests.decide(before, RequestState.REMOVED, by=editor)
    request.refresh_from_db()
    assert request.state == "cited"


@pytest.mark.parametrize(
    "values",
    [
        {"state": "cited"},
        {"decided_at": timezone.now()},
        {"state": "declined", "decided_at": timezone.now()},
    ],
)
def test_the_database_refuses_half_a_decision(article, values):
    request = ask(article, CLAIM)
    with pytest.raises(IntegrityError), transaction.atomic():
        SourceRequest.objects.filter(pk=request.pk).update(**values)


def test_the_history_of_the_page_says_what_was_asked_and_decided(article, editor):
    request = ask(article, CLAIM)
    ask(article, CLAIM)
    source_requests.decide(request, RequestState.REMOVED, by=editor)
    entries = PageLogEntry.objects.filter(
        page=article, action__startswith="editorial.source"
    ).order_by("pk")
    assert [(entry.user, str(entry.message)) for entry in entries] == [
        (None, f"A reader asked for a source: “{CLAIM}”"),
        (editor, f"Source request: Removed: “{CLAIM}”"),
    ]


# Mails


@pytest.fixture
def decide(editor, django_capture_on_commit_callbacks):
    def carry_out(request, outcome=RequestState.CITED, **options):
        with django_capture_on_commit_callbacks(execute=True):
            source_requests.decide(request, outcome, by=editor, **options)

    return carry_out


def test_each_asker_gets_one_mail_and_the_address_is_erased(
    article, decide, mailoutbox
):
    request = ask(article, CLAIM, email="heron@example.org")
    ask(article, CLAIM)
    ask(article, CLAIM, email="kestrel@example.org")
    ask(article, OTHER, email="waits@example.org")
    decide(request, RequestState.DECLINED, reason="It is <an> opinion.")
    assert [mail.to for mail in mailoutbox] == [
        ["heron@example.org"],
        ["kestrel@example.org"],
    ]
    assert mailoutbox[0].subject == f"You asked for a source: {article.title}"
    for text in (CLAIM, "No source was added.", "It is <an> opinion.", article.url):
        assert text in mailoutbox[0].body
    addresses = Asker.objects.exclude(email="").values_list("email", flat=True)
    assert list(addresses) == ["waits@example.org"]


def test_a_mail_that_is_refused_goes_out_with_the_next_decision(
    article, decide, mailoutbox, settings
):
    working = settings.EMAIL_BACKEND
    settings.EMAIL_BACKEND = f"{__name__}.Refusing"
    decide(ask(article, CLAIM, email="heron@example.org"))
    assert Asker.objects.get().email == "heron@example.org"
    settings.EMAIL_BACKEND = working
    decide(ask(article, OTHER))
    assert [mail.to for mail in mailoutbox] == [["heron@example.org"]]
    assert list(Asker.objects.values_list("email", flat=True)) == ["", ""]


class Refusing:
    """A mail server that takes nothing."""

    def __init__(self, **options):
        pass

    def send_messages(self, messages):
        raise SMTPException


# On the page


def test_outcomes_show_and_say_whether_the_sentence_stands(article, editor):
    cited, gone = ask(article, CLAIM), ask(article, OTHER)
    assert shown(article) == []
    source_requests.decide(cited, RequestState.CITED, by=editor)
    source_requests.decide(gone, RequestState.REMOVED, by=editor)
    assert shown(article) == [(OTHER, "removed", True), (CLAIM, "cited", True)]
    changed = write(article, paragraph("Aspirin may prevent clots."))
    assert shown(changed) == [(OTHER, "removed", False), (CLAIM, "cited", False)]


def test_a_sentence_that_moved_to_another_block_is_not_pointed_at(article, editor):
    request = ask(article, CLAIM)
    source_requests.decide(request, RequestState.CITED, by=editor)
    moved = write(article, paragraph(OTHER), paragraph(CLAIM, "another"))
    assert shown(moved) == [(CLAIM, "cited", False)]
    assert not source_requests.sentence_stands(moved, request)


def test_the_last_of_several_decisions_counts(article, editor):
    for outcome in (RequestState.DECLINED, RequestState.CITED):
        request = ask(article, CLAIM)
        source_requests.decide(request, outcome, by=editor, reason="Because.")
    assert shown(article) == [(CLAIM, "cited", True)]


@pytest.mark.parametrize("count", [0, 1, 3, 12])
def test_what_is_shown_takes_one_query(db, editor, django_assert_num_queries, count):
    texts = [f"Claim number {number} holds." for number in range(12)]
    article = article_of(*(paragraph(text, text) for text in texts))
    for text in texts[:count]:
        ask(article, text, text)
        request = ask(article, text, text)
        source_requests.decide(request, RequestState.CITED, by=editor)
    with django_assert_num_queries(1):
        answered = source_requests.shown_on(article)
    assert [each.readers for each in answered] == [2] * count


def test_requests_go_with_their_page(article):
    ask(article, CLAIM)
    article.delete()
    assert (SourceRequest.objects.count(), Asker.objects.count()) == (0, 0)
