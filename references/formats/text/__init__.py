"""Typed references: Vancouver, AMA, APA and the like, one a line or as a list."""

from references.formats.text.lists import read
from references.formats.text.reference import parse

__all__ = ["parse", "read"]
