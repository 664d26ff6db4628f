"""Citations in running text: from stored marks to numbers, links and a list.

In a text field a citation is `<a linktype="citation" id="5" locator="page 12">…</a>`;
`references.rich_text` gives it to pages as the tag that `marks` finds. Numbers follow
the order in which readers meet the marks, so they are given once a whole page is
rendered.
"""

from references.citing.author_year import labels
from references.citing.numbering import Mark, Run, number, runs
from references.citing.rendering import CitedText, Source, Use, cite
from references.citing.styles import Style

__all__ = [
    "CitedText",
    "Mark",
    "Run",
    "Source",
    "Style",
    "Use",
    "cite",
    "labels",
    "number",
    "runs",
]
