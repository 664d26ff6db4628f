"""Searching the public pages, the same way on every database."""

from wagtail.models import Page

from references.search import clean_query


def search_pages(text: str):
    """Give live public pages that hold all these words, best first, with their fields.

    They are read in one query for each kind of page among them.
    """
    query = clean_query(text)
    if not query:
        return []
    return Page.objects.live().public().specific().search(query)
