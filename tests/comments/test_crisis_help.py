"""Help for a writer in despair: at once, for their country, with the text kept."""

from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.conf import settings as site
from django.core import mail
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from accounts.roles import ADMINISTRATOR
from comments import tokens
from comments.crisis_help import KNOWN, Help, choose
from comments.models import Comment, CommentSettings, CrisisHelp, Risk, Status
from comments.tokens import Purpose
from tests.conftest import make_user
from tests.factories.comments import send, write

URGENT = "I want to die tonight. I have the pills here."
CALM = "Cluster headache is called a suicide headache for a reason."


def told(response):
    soup = BeautifulSoup(response.content, "html.parser")
    section = soup.select_one(".callout--emergency")
    return " ".join(section.get_text(" ").split()) if section else ""


@pytest.mark.parametrize(
    ("language", "first"),
    [
        ("en-GB,en;q=0.9", "Samaritans"),
        ("en-us", "988 Suicide & Crisis Lifeline"),
        ("fr-FR, en-US;q=0.5", "3114"),
        ("zh-Hant-NZ", "1737"),
        ("de", "Find A Helpline"),
        ("xx-XX;q=;;,,", "Find A Helpline"),
        ("", "Find A Helpline"),
    ],
)
def test_help_is_for_the_country_that_the_browser_names(language, first):
    assert choose(KNOWN, language).lines[0].text == first


def test_help_elsewhere_is_within_reach():
    offered = choose(KNOWN, "en-GB")
    assert offered.emergency == "999"
    assert [line.country for line in offered.lines] == ["GB", ""]
    assert {line.country for line in offered.elsewhere} == {
        line.country for line in KNOWN if line.country not in ("", "GB")
    }
    assert all(line.checked_on for line in KNOWN)


def test_a_number_is_dialled_without_its_spaces():
    assert Help("DE", "x", "+49 (0)800 111-0").call == "+4908001110"


def test_the_writer_sees_help_at_once_and_the_text_is_kept(client, article):
    headers = {"HTTP_ACCEPT_LANGUAGE": "en-GB"}
    response = send(client, article, text=URGENT)
    comment = Comment.objects.get()
    assert (comment.status, comment.comment) == (Status.HELD, URGENT)
    assert comment.risk == Risk.URGENT
    page = client.get(response.url, **headers)
    assert "You are not alone" in told(page)
    assert "116 123" in told(page)
    assert "call 999" in told(page)


def test_help_shows_even_before_anything_is_sent(client, article):
    assert "You are not alone" in told(send(client, article, text=URGENT, preview="1"))
    assert "You are not alone" in told(send(client, article, text=URGENT, consent=""))
    assert Comment.objects.count() == 0


def test_who_only_uses_such_words_sees_no_help_and_wakes_nobody(
    client, article, moderator, committed
):
    moderator.email = "moderator@example.org"
    moderator.save()
    with committed():
        response = send(client, article, text=CALM)
    assert told(client.get(response.url)) == ""
    assert mail.outbox == []


def test_moderators_are_told_at_once_where_to_look_and_nothing_else(
    client, article, moderator, editor, committed
):
    moderator.email = "moderator@example.org"
    moderator.save()
    with committed():
        send(client, article, text=URGENT, name="Wren")
    [message] = mail.outbox
    comment = Comment.objects.get()
    assert message.to == ["moderator@example.org"]
    assert f"{site.SITE_URL}/admin/reader-comments/{comment.pk}/" in message.body
    assert "pills" not in message.body
    assert "Wren" not in message.body


def test_a_list_of_the_site_takes_the_place_of_ours(client, article):
    rules = CommentSettings.for_site(article.get_site())
    CrisisHelp.objects.create(
        settings=rules,
        text="Our own line",
        phone="0123",
        checked_on=date(2026, 3, 1),
    )
    comment = write(article, text=URGENT)
    page = client.get(f"/comments/mine/{tokens.make(Purpose.MINE, comment)}/")
    assert "Our own line 0123 (as of March 2026)" in told(page)
    assert "Samaritans" not in told(page)


def test_an_administrator_keeps_the_list_of_the_site(client, article):
    client.force_login(make_user("administrator", ADMINISTRATOR))
    rules = CommentSettings.for_site(article.get_site())
    address = f"/admin/settings/comments/commentsettings/{article.get_site().pk}/"
    assert client.get(address).status_code == 200
    data = {
        "show_at_once": "nobody",
        "trusted_after": "3",
        "close_after_days": "0",
        "reply_depth": "4",
        "retention_days": "90",
    }
    lines = [{"country": "NO", "text": "Mental Helse", "phone": "116 123"}]
    data |= nested_form_data({"crisis_help": inline_formset(lines)})
    assert client.post(address, data).status_code == 302
    assert [line.text for line in rules.crisis_help.all()] == ["Mental Helse"]
