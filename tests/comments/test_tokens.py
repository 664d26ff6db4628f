"""Signed links: one record, one purpose, nothing inside, no pickle."""

import base64
from datetime import timedelta

import pytest

from comments import tokens, writing
from comments.tokens import BadToken, Purpose


@pytest.fixture
def comment(article):
    return writing.submit(
        page=article, name="Heron", text="A text", email="heron@example.org"
    )


def test_a_token_opens_its_record_for_its_purpose_alone(comment):
    token = tokens.make(Purpose.MINE, comment)
    assert tokens.read(Purpose.MINE, token) == comment.pk
    for other in set(Purpose) - {Purpose.MINE}:
        with pytest.raises(BadToken):
            tokens.read(other, token)


def test_a_token_holds_a_key_and_a_time_but_no_words_and_no_pickle(comment):
    token = tokens.make(Purpose.MINE, comment)
    key, time, signature = token.split(":")
    assert key == str(comment.pk)
    for part in (time, signature):
        plain = base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))
        assert b"Heron" not in plain
        assert b"heron@example.org" not in plain
        assert not plain.startswith(b"\x80")


@pytest.mark.parametrize(
    "token", ["", "1", "1:2", "1:2:3", "é" * 500, "../../etc/passwd", "\x00"]
)
def test_what_was_not_signed_here_opens_nothing(token):
    with pytest.raises(BadToken):
        tokens.read(Purpose.MINE, token)


def test_a_token_can_expire(comment):
    token = tokens.make(Purpose.FOLLOW, comment)
    assert tokens.read(Purpose.FOLLOW, token, timedelta(minutes=1)) == comment.pk
    with pytest.raises(BadToken):
        tokens.read(Purpose.FOLLOW, token, timedelta(seconds=-1))


def test_links_stay_good_after_the_key_was_changed(comment, settings):
    token = tokens.make(Purpose.MINE, comment)
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another-key-" * 8
    assert tokens.read(Purpose.MINE, token) == comment.pk
    settings.SECRET_KEY_FALLBACKS = []
    with pytest.raises(BadToken):
        tokens.read(Purpose.MINE, token)
