"""Saying in one clear sentence why a file cannot be read."""

from collections.abc import Mapping

from django.utils.translation import gettext


class Refused(ValueError):
    """A file that is not read, and why.

    `reason` is marked for translation where it is raised and translated when it is
    shown, because files are read in a process that serves nobody's language.
    """

    def __init__(self, reason: str, values: Mapping[str, str | int] | None = None):
        super().__init__(reason)
        self.reason = reason
        self.values = dict(values or {})

    def __str__(self) -> str:
        """Give the sentence in the language of whoever reads it."""
        return gettext(self.reason) % self.values
