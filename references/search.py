"""Searching the library, and making a reader's words safe for every database."""

from django.db import connection

from references.models import Reference

LONGEST_QUERY = 200


def clean_query(text: str) -> str:
    """Take out what a search engine would read as syntax.

    SQLite's FTS5 stops at a lone quotation mark, PostgreSQL at a NUL byte.
    """
    text = text.replace("\x00", " ")
    if connection.vendor == "sqlite":
        text = "".join(sign if sign.isalnum() else " " for sign in text)
    return " ".join(text.split())[:LONGEST_QUERY]


def search(references, text: str):
    """Give those of a queryset of references that hold all these words, best first."""
    query = clean_query(text)
    if not query:
        return Reference.objects.none() if text.strip() else references
    return references.search(query)
