"""HTML in, as programs export and paste it; no database, no network, no disk."""

from importing.html.reader import decoded, is_html, read

__all__ = ["decoded", "is_html", "read"]
