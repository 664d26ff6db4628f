"""Finding a manuscript's title, who wrote it, and how deep its headings go."""

import re
from dataclasses import dataclass
from itertools import pairwise

from importing.word.nodes import Node, Paragraph

LONGEST_TITLE = 250
_LONGEST_HEADING = 120
# What a manuscript without a title begins with.
_SECTIONS = re.compile(
    r"(?:\d+\.?\s*)?(?:abstract|introduction|background|summary|key points|overview"
    r"|einleitung|zusammenfassung|hintergrund|introducción|résumé|contexte)\W*",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Front:
    """The paragraphs that stand for a manuscript's title, and their words."""

    title: Paragraph | None = None
    subtitle: Paragraph | None = None
    bylines: tuple[Paragraph, ...] = ()


def front(nodes: list[Node]) -> Front:
    """Find the title and what goes with it: by style, or else the first heading."""
    shown = [node for node in nodes if isinstance(node, Paragraph) and node.text]
    styled = [each for each in shown if each.style.kind == "title"]
    title = styled[0] if styled else _first_heading(shown)
    if title is not None and len(title.text) > LONGEST_TITLE:
        title = None
    subtitles = [each for each in shown if each.style.kind == "subtitle"]
    bylines = [each for each in shown if each.style.kind == "byline"]
    return Front(title, subtitles[0] if subtitles else None, tuple(bylines))


def levels(headings: list[Paragraph]) -> dict[int, str]:
    """Give the article's level for each level that a manuscript's headings have."""
    used = sorted({heading.level for heading in headings})
    return {level: "h2" if place == 0 else "h3" for place, level in enumerate(used)}


def bold_headings(nodes: list[Node]) -> list[Paragraph]:
    """Give the short paragraphs in bold that head a text without real headings."""
    found = []
    for node, following in pairwise(nodes):
        below_is_bold = isinstance(following, Paragraph) and following.is_bold
        if (
            isinstance(node, Paragraph)
            and looks_like_heading(node)
            and not below_is_bold
        ):
            found.append(node)
    return found


def looks_like_heading(paragraph: Paragraph) -> bool:
    """Tell whether a paragraph is short, in bold and no sentence."""
    text = paragraph.text
    return (
        not (paragraph.level or paragraph.item)
        and not paragraph.style.kind
        and 0 < len(text) <= _LONGEST_HEADING
        and paragraph.is_bold
        and not text.endswith((".", ",", ";"))
    )


def _first_heading(shown: list[Paragraph]) -> Paragraph | None:
    """Take a top heading at the very start for the title, unless it names a section."""
    if not shown or not shown[0].level:
        return None
    first = shown[0]
    if _SECTIONS.fullmatch(first.text):
        return None
    if any(0 < each.level < first.level for each in shown):
        return None
    return first
