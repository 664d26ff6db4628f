"""Articles, their bylines, and the pages that list them."""

from blog.models.article import ArticlePage, listed
from blog.models.lists import BlogIndexPage, TopicIndexPage, TopicPage
from blog.models.read_count import ReadCount
from blog.models.rows import Authorship, FurtherReading

__all__ = [
    "ArticlePage",
    "Authorship",
    "BlogIndexPage",
    "FurtherReading",
    "ReadCount",
    "TopicIndexPage",
    "TopicPage",
    "listed",
]
