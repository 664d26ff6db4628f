"""Searching the public pages, the same way on every database."""

from django.db import connection
from wagtail.models import Page


def clean_query(text: str) -> str:
    """Take out what a search engine would read as syntax.

    SQLite's FTS5 stops at a lone quotation mark, PostgreSQL at a NUL byte.
    """
    text = text.replace("\x00", " ")
    if connection.vendor == "sqlite":
        text = "".join(sign if sign.isalnum() else " " for sign in text)
    return " ".join(text.split())[:200]


def search_pages(text: str):
    """Give live public pages that hold all these words, best first."""
    query = clean_query(text)
    if not query:
        return []
    return Page.objects.live().public().search(query)
