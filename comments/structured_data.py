"""Comments, questions and answers in the words of schema.org; knows no database."""

from collections.abc import Iterable
from typing import Any

from comments.entries import Entry

Thing = dict[str, Any]


def things(entries: Iterable[Entry], article: str) -> list[Thing]:
    """Give the threads of a page; what is gone is left out with all below it."""
    return [_thing(entry, article) for entry in entries if not entry.gone]


def _thing(entry: Entry, article: str) -> Thing:
    answers = [reply for reply in entry.replies if reply.is_answer]
    others = [reply for reply in entry.replies if not reply.is_answer]
    found: Thing = {
        "@type": _kind(entry),
        "@id": f"{article}#comment-{entry.pk}",
        "text": entry.text,
        "author": {"@type": "Person", "name": entry.name},
    }
    if entry.written:
        found["dateCreated"] = entry.written.isoformat()
    if entry.is_question:
        found["answerCount"] = len(answers)
        found["suggestedAnswer"] = things(answers, article)
    else:
        others = entry.replies
    found["comment"] = things(others, article)
    return {name: value for name, value in found.items() if value != []}


def _kind(entry: Entry) -> str:
    if entry.is_question:
        return "Question"
    return "Answer" if entry.is_answer else "Comment"
