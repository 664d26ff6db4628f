"""What a rule finds, and how much it matters."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """Whether what a rule finds keeps a page from publication."""

    BLOCK = "block"
    ADVISE = "advise"
    OFF = "off"


@dataclass(frozen=True)
class Found:
    """What a rule finds: where, in what words, and what more there is to say.

    `path` is what Wagtail's editor calls the content path of a block or field.
    """

    message: str
    path: str
    detail: str = ""


@dataclass(frozen=True)
class Finding:
    """What the rule of this name found, and how much a site makes of it."""

    rule: str
    message: str
    path: str
    severity: Severity
    detail: str = ""
