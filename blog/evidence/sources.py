"""The sources that a block chooses from the library, and their marks on the page."""

from collections.abc import Iterable

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

from references.citing import marks
from references.models import Reference

_END_OF_PARAGRAPH = "</p>"


def sources_block(**options) -> blocks.ListBlock:
    """Give the field in which sources are chosen; all of a page load in one query."""
    return blocks.ListBlock(
        SnippetChooserBlock("references.Reference", label=_("Source")),
        label=_("Sources"),
        default=[],
        **options,
    )


def chosen(value: Iterable[Reference | None]) -> list[Reference]:
    """Give the chosen sources that the library still has, each once."""
    return list(dict.fromkeys(source for source in value if source is not None))


def marked(references: Iterable[Reference]) -> SafeString:
    """Give the citation marks of sources, which are numbered with the whole page."""
    tags = [f"{marks.tag(reference.pk)}</a>" for reference in references]
    return mark_safe("".join(tags))  # noqa: S308  (written by `marks.tag`)


def followed_by(html: str, citations: SafeString) -> SafeString:
    """Put marks directly after the last word of rendered rich text."""
    before, end, after = html.rpartition(_END_OF_PARAGRAPH)
    cited = before + citations + end + after if end else after + citations
    return mark_safe(cited)  # noqa: S308  (rendered rich text, and marks)


def example() -> Reference:
    """Give a made-up source, not stored, for the previews of blocks."""
    return Reference(
        pk=0,
        title="A made-up study",
        issued="2020",
        contributors=[("person", {"family": "Example", "role": "author"})],
        appraisals=[
            (
                "appraisal",
                {
                    "design": "randomised-trial",
                    "population": "Adults with lasting pain",
                    "participants": 120,
                    "finding": "A little less pain after eight weeks.",
                    "certainty": "low",
                },
            )
        ],
    )
