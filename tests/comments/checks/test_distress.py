"""A crisis, and words that only sound like one."""

import json
from pathlib import Path

import pytest

from comments import checks
from comments.checks import Level
from comments.checks.distress import LANGUAGES

DATA = Path("tests/data/comments")


def sentences(name):
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return [
        (line["text"], Level[line["level"].upper()]) for line in map(json.loads, lines)
    ]


def test_every_urgent_sentence_is_urgent_and_every_worry_a_worry():
    expected = sentences("crisis.jsonl")
    assert [(text, checks.crisis(text)) for text, _level in expected] == expected


def test_no_false_friend_is_urgent():
    expected = sentences("false-friends.jsonl")
    assert [(text, checks.crisis(text)) for text, _level in expected] == expected
    assert Level.URGENT not in {level for _text, level in expected}


def test_there_are_enough_sentences_to_judge_by():
    levels = [level for _text, level in sentences("crisis.jsonl")]
    assert levels.count(Level.URGENT) >= 60
    assert levels.count(Level.WORRY) >= 10
    assert len(sentences("false-friends.jsonl")) >= 70


@pytest.mark.parametrize(
    "text",
    [
        "I WANT TO DIE",
        "i   want to die",
        "I want\nto die",
        "I don’t want to live any more",
        "I want to d\u200bie",
        "Ｉ ｗａｎｔ ｔｏ ｄｉｅ",
        "Thank you for the article on suicide headache. I want to die.",
    ],
)
def test_writing_it_differently_hides_nothing(text):
    assert checks.crisis(text) == Level.URGENT


def test_a_long_text_is_urgent_by_one_sentence_at_its_words():
    text = "The infusion went well. " * 50 + "I want to kill myself. " + "Thanks. " * 50
    found = [each for each in checks.findings(text) if each.check == "crisis.urgent"]
    assert "kill myself" in {text[each.start : each.end] for each in found} or (
        "kill myself" in text[found[0].start : found[0].end]
    )
    assert checks.risk(found) == Level.URGENT


def test_languages_are_the_files_of_their_tables():
    codes = [language.code for language in LANGUAGES]
    assert codes == ["de", "en", "es", "fr", "it", "nl"]
