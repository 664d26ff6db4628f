"""Kinds of works: what is italicised, dated and named depends on them (9.25-9.28)."""

from references.formats.rendering.source import Source

SERIALS = {
    "article-journal",
    "article-magazine",
    "article-newspaper",
    "periodical",
    "post-weblog",
    "review",
    "review-book",
}
WEBSITES = {"post", "webpage"}
ENTRIES = {"entry-dictionary", "entry-encyclopedia"}
EVENTS = {"event", "performance", "speech"}
_EDITED = ("collection-editor", "compiler", "editor", "editorial-director")
_PUBLISHED = (*_EDITED, "issue", "page", "supplement-number", "volume")
_REVIEWED = ("reviewed-author", "reviewed-genre", "reviewed-title")


def is_serial(source: Source) -> bool:
    """Tell whether a work appeared in a periodical; conference papers may have."""
    if source.type in SERIALS:
        return True
    return source.type in ("interview", "paper-conference") and not is_edited(source)


def is_edited(source: Source) -> bool:
    """Tell whether the work that it stands in has an editor."""
    return source.has(*_EDITED)


def is_published(source: Source) -> bool:
    """Tell whether a conference paper or an interview has appeared in print."""
    return source.has(*_PUBLISHED)


def is_review(source: Source) -> bool:
    """Tell whether it reviews another work."""
    return source.type in ("review", "review-book") or source.has(*_REVIEWED)


def has_own_title(source: Source) -> bool:
    """Tell whether a review's title is its own, not that of the work it reviews."""
    return source.has("title") and source.has("reviewed-genre", "reviewed-title")


def can_be_retrieved(source: Source) -> bool:
    """Tell whether a reader can get at it."""
    return source.has(
        "archive",
        "archive-place",
        "container-title",
        "DOI",
        "number",
        "publisher",
        "references",
        "URL",
    )
