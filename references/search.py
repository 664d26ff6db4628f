"""Searching the library, and making a reader's words safe for every database."""

from typing import Any

from django.db import connection
from django.db.models import QuerySet
from wagtail.search.backends import get_search_backend

LONGEST_QUERY = 200
# Words that more records hold than anybody looks through do not tell them apart: so
# many are found, and ranked, and no more, which keeps the time within bounds.
MOST_FOUND = 500


def clean_query(text: str) -> str:
    """Take out what a search engine would read as syntax.

    SQLite's FTS5 stops at a lone quotation mark, PostgreSQL at a NUL byte.
    """
    text = text.replace("\x00", " ")
    if connection.vendor == "sqlite":
        text = "".join(sign if sign.isalnum() else " " for sign in text)
    return " ".join(text.split())[:LONGEST_QUERY]


def search(references: QuerySet, text: str) -> Any:
    """Give those of a queryset of references that hold all these words, best first.

    Titles, names, journals and identifiers are searched; the last word may be the
    beginning of one, as of a name that is still being typed. All records are given for
    no text, none for a text without a word, and at most `MOST_FOUND`.
    """
    query = clean_query(text)
    if not query:
        return references.none() if text.strip() else references
    backend = get_search_backend()
    found = backend.autocomplete(query, references)
    if not hasattr(found, "get_queryset"):
        # Elasticsearch and OpenSearch rank in their own index.
        return found
    # A database ranks what it has joined: first find the keys, then rank few records.
    hits = found.get_queryset().order_by().values_list("pk", flat=True)[:MOST_FOUND]
    few = references.model.objects.filter(pk__in=list(hits))
    return backend.autocomplete(query, few)
