"""What the readers of the demo wrote and asked."""

from datetime import datetime
from typing import Any

from blog.models import ArticlePage
from comments import moderation, writing
from comments.models import AnswerState, Comment, Kind, Relation
from editorial import source_requests
from editorial.models import RequestState
from editorial.quoting import quotable


def comment(page: ArticlePage, entries: list[dict[str, Any]]) -> None:
    """Put comments and answers on an article, on the days of the demo."""
    stored: dict[int, Comment] = {}
    for entry in entries:
        parent = stored.get(entry["parent"])
        row = writing.submit(
            page=page,
            name=entry["name"],
            text=entry["text"],
            reply_to=parent.pk if parent else None,
            kind=entry.get("kind", Kind.COMMENT),
        )
        if entry.get("answers"):
            # By the first in the byline, whose name stands above it.
            row.relation, row.author = Relation.AUTHOR, page.answering_authors()[0]
        elif entry.get("team"):
            row.relation = Relation.TEAM
        row.submit_date = datetime.fromisoformat(entry["date"])
        row.answer_state = entry.get("answer_state", AnswerState.NONE)
        row.save(update_fields=["relation", "author", "submit_date", "answer_state"])
        moderation.approve(row, by=None)
        stored[entry["id"]] = row


def ask(page: ArticlePage, entries: list[dict[str, Any]]) -> None:
    """Ask for sources of sentences, and decide where the demo has an outcome."""
    page = ArticlePage.objects.get(pk=page.pk)
    blocks = quotable(page, {block["id"] for block in page.body.raw_data})
    places = {each.text: key for key, there in blocks.items() for each in there}
    for entry in entries:
        sentence, date = entry["sentence"], datetime.fromisoformat(entry["date"])
        for note in entry["notes"]:
            row = source_requests.ask(
                page=page, block_id=places[sentence], sentence=sentence, note=note
            )
        if "outcome" in entry:
            outcome = RequestState(entry["outcome"])
            source_requests.decide(row, outcome, by=None, reason=entry["reason"])
            row.decided_at = date
        row.created_at = date
        row.save(update_fields=["created_at", "decided_at"])
        row.askers.update(created_at=date)
