"""Word files: bytes in, a draft out; no database, no network, no disk."""

from importing.word.reader import read

__all__ = ["read"]
