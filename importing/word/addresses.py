"""Where links may lead, and which only look like links."""

import re

from references.csl import address

_MAIL = re.compile(r"mailto:[^\s<>\"'@]+@[^\s<>\"'@]+", re.IGNORECASE)
_SERVICES = (
    ("Zotero", re.compile(r"https?://(?:www\.)?zotero\.org/google-docs/\?")),
    ("Paperpile", re.compile(r"https?://(?:www\.)?paperpile\.com/[cb]/")),
)


def kept(target: str) -> str:
    """Give the address that a link may keep: http(s), mail or a bookmark; else ""."""
    target = target.strip()
    if target.startswith("#"):
        return target if len(target) > 1 else ""
    return target if _MAIL.fullmatch(target) else address(target)


def service(target: str) -> str:
    """Name the reference manager whose own mark a link in Google Docs is, or ""."""
    return next((name for name, its in _SERVICES if its.match(target)), "")
