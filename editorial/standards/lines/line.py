"""One thing that a standard asks."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from editorial.standards.facts import ArticleFacts, SiteFacts
from editorial.standards.verdict import Verdict

if TYPE_CHECKING:
    from django.utils.functional import Promise, _StrPromise


@dataclass(frozen=True)
class Line:
    """What is asked, and by which function an article and a site answer.

    None where the question is not about the one or the other.
    """

    id: str
    standard: "_StrPromise"
    wording: "str | _StrPromise | Promise"
    article: Callable[[ArticleFacts], Verdict] | None = None
    site: Callable[[SiteFacts], Verdict] | None = None
