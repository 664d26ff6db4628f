"""What only a page itself can tell the checklist."""

from abc import abstractmethod

from django.db import models

from editorial.checklist import Author, Heading, Picture, Source


class Checked(models.Model):
    """A page whose byline, pictures and sources are checked: to be mixed into a Page.

    Places are content paths as Wagtail's editor has them, such as `body.<block>.text`.
    Each method takes a fixed number of queries.
    """

    summary: models.TextField

    class Meta:
        abstract = True

    def missing_sign_off(self) -> str:
        """Say which sign-off is missing; nothing where none is needed."""
        return ""

    @abstractmethod
    def checked_authors(self) -> list[Author]:
        """Give the byline, and who of it disclosed their interests."""

    @abstractmethod
    def checked_headings(self) -> list[Heading]:
        """Give the headings that are blocks, in reading order."""

    @abstractmethod
    def checked_pictures(self) -> list[Picture]:
        """Give the pictures in the order in which readers meet them."""

    @abstractmethod
    def checked_sources(self) -> list[Source]:
        """Give the sources that are retracted, questioned or dead, each once."""
