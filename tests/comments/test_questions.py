"""Questions: asking the authors, answering by link and in the admin, the states."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone
from wagtail.models import ModelLogEntry, PageViewRestriction

from accounts.roles import CONTRIBUTOR
from blog.models import Authorship
from comments import answer_cautions, answer_requests, moderation, questions, writing
from comments.answer_cautions import Kind as CautionKind
from comments.models import AnswerRequest, AnswerState, Comment, Kind, Relation, Status
from tests.conftest import make_user
from tests.factories.pages import AuthorPageFactory

LINK = re.compile(r"https?://[^/\s]+(/comments/answer/\S+)")


@pytest.fixture
def author(article):
    """An author without an account, who can be asked by mail."""
    author = AuthorPageFactory(title="Orla Reed", contact_email="orla@example.org")
    Authorship.objects.create(page=article, author=author)
    return author


@pytest.fixture
def ask(article, author, django_capture_on_commit_callbacks):
    """Give a function that asks a question, approved as a moderator does."""

    def approved(text="Does it help?"):
        row = writing.submit(page=article, name="Heron", text=text, kind=Kind.QUESTION)
        with django_capture_on_commit_callbacks(execute=True):
            moderation.approve(row, by=None)
        return Comment.objects.get(pk=row.pk)

    return approved


@pytest.fixture
def link(ask):
    """The path of the link that the author was mailed."""
    ask()
    return LINK.search(mail.outbox[-1].body)[1]


def answers():
    return Comment.objects.exclude(relation=Relation.READER)


def state():
    return Comment.objects.get(kind=Kind.QUESTION).answer_state


def test_an_approved_question_waits_and_its_authors_are_mailed_once(ask, article):
    unreachable = AuthorPageFactory()
    Authorship.objects.create(page=article, author=unreachable)
    question = ask("Does it help & how?")
    assert question.answer_state == AnswerState.WAITING
    assert [message.to for message in mail.outbox] == [["orla@example.org"]]
    assert "Does it help & how?" in mail.outbox[0].body
    moderation.hold(question, by=None)
    moderation.approve(Comment.objects.get(pk=question.pk), by=None)
    assert len(mail.outbox) == 1


def test_a_held_question_is_mailed_to_nobody(article, author):
    writing.submit(page=article, name="Heron", text="Why?", kind=Kind.QUESTION)
    assert (mail.outbox, AnswerRequest.objects.count()) == ([], 0)


def test_a_comment_that_a_moderator_marks_as_question_is_mailed(
    article, author, django_capture_on_commit_callbacks
):
    row = writing.submit(page=article, name="Heron", text="Why?")
    with django_capture_on_commit_callbacks(execute=True):
        moderation.approve(row, by=None)
    assert mail.outbox == []
    with django_capture_on_commit_callbacks(execute=True):
        moderation.mark_question(row, by=None)
    assert [message.to for message in mail.outbox] == [["orla@example.org"]]


def test_an_author_with_an_account_is_asked_at_its_address(ask, author, editor):
    editor.email = "editor@example.org"
    editor.save()
    author.contact_email, author.user = "", editor
    author.save()
    ask()
    assert [message.to for message in mail.outbox] == [["editor@example.org"]]


def test_an_author_answers_by_link_without_an_account(client, article, link):
    assert "Does it help?" in client.get(link).content.decode()
    data = {"text": "Two trials looked at that."}
    looked = client.post(link, data | {"look": "1"}).content.decode()
    assert "Look at your answer once more" in looked
    assert answers().count() == 0
    response = client.post(link, data | {"publish": "1"}, follow=True)
    assert "Thank you" in response.content.decode()
    answer = answers().get()
    assert (answer.user_name, answer.relation, answer.status, answer.parent_id) == (
        *("Orla Reed", Relation.AUTHOR, Status.APPROVED, answer.thread_id),
    )
    assert state() == AnswerState.AUTHOR
    html = client.get(article.url).content.decode()
    assert "Two trials looked at that." in html
    assert '<span class="badge">Article author</span>' in html
    assert "Answered by the author" in html
    logged = ModelLogEntry.objects.for_instance(answer).get()
    assert logged.action == "comments.answered"


def test_a_link_works_until_the_question_is_answered(client, link):
    client.post(link, {"text": "Yes.", "publish": "1"})
    late = client.post(link, {"text": "No.", "publish": "1"})
    assert late.status_code == 410
    assert "does not wait for an answer any more" in late.content.decode()
    assert answers().count() == 1


def test_a_link_is_void_once_the_byline_has_changed(client, link):
    Authorship.objects.all().delete()
    response = client.get(link)
    assert response.status_code == 410
    assert "no longer named as an author" in response.content.decode()


@pytest.mark.parametrize("age", [timedelta(days=59), timedelta(days=61)])
def test_a_link_holds_for_sixty_days(client, link, age, monkeypatch):
    monkeypatch.setattr(answer_requests, "HOLDS", timedelta(days=60) - age)
    assert client.get(link).status_code == (200 if age.days < 60 else 410)


@pytest.mark.parametrize("change", ["cut", "other", "purpose"])
def test_a_false_link_opens_nothing(client, link, change):
    token = link.rstrip("/").rsplit("/", 1)[1]
    false = {
        "cut": token[:-2],
        "other": f"9{token}",
        "purpose": answer_requests.tokens.make(
            answer_requests.Purpose.MINE, AnswerRequest.objects.get()
        ),
    }[change]
    assert client.get(f"/comments/answer/{false}/").status_code == 410


def test_a_link_opens_nothing_while_nobody_may_read_the_article(client, article, link):
    PageViewRestriction.objects.create(page=article, restriction_type="login")
    assert client.get(link).status_code == 410


def test_what_must_be_thought_about_is_ticked_by_name(client, link):
    text = "When I saw you in May you were better."
    data = {"text": text, "publish": "1"}
    refused = client.post(link, data).content.decode()
    assert "may confirm that somebody is a patient" in refused
    assert "Please tick each of these" in refused
    assert "<q>When I saw you</q>" in refused
    assert answers().count() == 0
    key = re.search(r'name="confirmed" value="([^"]+)"', refused)[1]
    other = data | {"text": f"{text} It was good to see you in clinic."}
    client.post(link, other | {"confirmed": key})
    assert answers().count() == 0
    client.post(link, data | {"confirmed": key})
    assert answers().get().comment == text


def test_nothing_is_shown_without_a_second_look(client, link):
    client.post(link, {"text": "Yes."})
    client.get(f"{link}?text=Yes.&publish=1")
    assert answers().count() == 0


@pytest.mark.parametrize("text", ["", "  ", "x" * 5001])
def test_bad_answers_are_told_and_kept(client, link, text):
    response = client.post(link, {"text": text, "publish": "1"})
    assert response.status_code == 400
    assert text.strip() in response.content.decode()


def test_an_author_can_say_that_it_is_not_answered_here(client, article, link):
    client.post(link, {"not_here": "1"})
    assert state() == AnswerState.NOT_HERE
    html = client.get(article.url).content.decode()
    assert "Please take your question to the people who treat you." in html
    assert client.get(link).status_code == 410


def test_a_question_waits_again_when_its_answer_is_gone(ask, author):
    question = ask()
    given = questions.answer(question, by=author, text="Yes.")
    assert state() == AnswerState.AUTHOR
    moderation.reject(given, by=None, reason="It names somebody.")
    Comment.objects.get(pk=given.pk)
    questions.settle(Comment.objects.get(pk=question.pk))
    assert state() == AnswerState.WAITING


def test_the_author_counts_before_a_clinician_and_the_team_not_at_all(ask, moderator):
    question = ask()
    questions.answer(question, by=moderator, text="We have asked the author.")
    assert (question.answer_state, answers().get().relation) == (
        *(AnswerState.WAITING, Relation.TEAM),
    )
    for relation in (Relation.CLINICIAN, Relation.AUTHOR):
        row = questions.answer(question, by=moderator, text="Yes.")
        Comment.objects.filter(pk=row.pk).update(relation=relation)
    questions.settle(question)
    assert state() == AnswerState.AUTHOR


def test_readers_and_strangers_may_not_answer(ask):
    question = ask()
    stranger = make_user("stranger", CONTRIBUTOR)
    for by in (stranger, AuthorPageFactory()):
        with pytest.raises(questions.NotAnswered):
            questions.answer(question, by=by, text="Yes.")
        with pytest.raises(questions.NotAnswered):
            questions.not_here(question, by=by)
    assert (state(), answers().count()) == (AnswerState.WAITING, 0)


def test_followers_hear_of_the_answer(ask, author, django_capture_on_commit_callbacks):
    question = ask()
    question.followings.create(email="heron@example.org", confirmed_at=timezone.now())
    mail.outbox.clear()
    with django_capture_on_commit_callbacks(execute=True):
        questions.answer(question, by=author, text="Yes.")
    assert [message.to for message in mail.outbox] == [["heron@example.org"]]


def test_authors_with_an_account_answer_their_own_in_the_admin(
    client, article, ask, author
):
    question = ask()
    user = make_user("orla", CONTRIBUTOR)
    client.force_login(user)
    there = f"/admin/reader-questions/{question.pk}/"
    assert client.get("/admin/reader-questions/").status_code == 302
    assert client.get(there).status_code == 302
    author.user = user
    author.save()
    listed = client.get("/admin/reader-questions/").content.decode()
    assert there in listed
    client.post(there, {"text": "Yes.", "look": "1"})
    assert answers().count() == 0
    client.post(there, {"text": "Yes.", "publish": "1"})
    assert answers().get().relation == Relation.AUTHOR
    assert there not in client.get("/admin/reader-questions/").content.decode()
    other = AuthorPageFactory()
    Authorship.objects.update(author=other)
    assert client.get(there).status_code == 302


def test_moderators_say_that_it_is_not_answered_here_and_that_it_waits_again(
    client, ask, moderator
):
    there = f"/admin/reader-questions/{ask().pk}/"
    client.force_login(moderator)
    client.post(there, {"not_here": "1"})
    assert state() == AnswerState.NOT_HERE
    assert "It cannot be answered here?" not in client.get(there).content.decode()
    client.post(there, {"wait": "1"})
    assert state() == AnswerState.WAITING
    late = client.post(there, {"wait": "1"}, follow=True)
    assert "This question waits, or is answered." in late.content.decode()


@pytest.mark.parametrize("rows", [1, 3, 40])
def test_the_list_takes_the_same_queries(
    client, ask, moderator, django_assert_num_queries, rows
):
    for _ in range(rows):
        ask()
    client.force_login(moderator)
    client.get("/admin/reader-questions/")
    with django_assert_num_queries(12):
        html = client.get("/admin/reader-questions/").content.decode()
    assert html.count('<td class="title">') == rows


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (
            CautionKind.PATIENT,
            "As we discussed at your last appointment, it is normal.",
        ),
        (CautionKind.PATIENT, "It was good to see you in clinic."),
        (CautionKind.PATIENT, "Your MRI showed a small lesion."),
        (CautionKind.PATIENT, "I operated on you in 2014."),
        (CautionKind.PATIENT, "As your doctor I can say more."),
        (CautionKind.DOSING, "You should take 300 mg at night."),
        (CautionKind.DOSING, "Take two tablets twice a day."),
        (CautionKind.DOSING, "I would stop your gabapentin."),
        (CautionKind.DOSING, "Please reduce your medication."),
        (CautionKind.HISTORY, "Given your history of depression I would be careful."),
        (CautionKind.HISTORY, "You wrote that you were operated on."),
    ],
)
def test_answers_that_call_for_a_second_thought_are_found(kind, text):
    assert kind in {found.kind for found in answer_cautions.cautions(text)}


@pytest.mark.parametrize(
    "text",
    [
        "The trial gave 0.5 mg/kg over 40 minutes to 32 people.",
        "I cannot comment on your own case; please ask the team that treats you.",
        "In my practice, many patients ask this.",
        "People who take opioids every day were left out of the trial.",
        "Depression is common with CRPS: about one in two people.",
        "Please take this list to your doctor.",
        "Thank you for your question. The numbers come from two trials.",
    ],
)
def test_general_answers_raise_no_caution(text):
    assert answer_cautions.cautions(text, "Is it true? How many were helped?") == ()


def test_a_quoted_history_is_found_at_its_place():
    asked = "I have had CRPS for six years and take a tablet every night since then."
    text = "To quote: had CRPS for six years and take a tablet. There are studies."
    found = answer_cautions.cautions(text, asked)
    assert [(each.kind, text[each.start : each.end]) for each in found] == [
        (CautionKind.HISTORY, "had CRPS for six years and take a tablet")
    ]
