"""What stands in the way of publishing a text, and what would make it better.

Pure: rules over a `Draft` of plain values. `editorial.checks` makes drafts of pages.
Rules about wording read English and know common wordings; other languages pass them.
"""

from editorial.checklist.draft import Author, Draft, Heading, Picture, Source, Text
from editorial.checklist.finding import Finding, Severity
from editorial.checklist.rules import RULES, SETTABLE, Rule, findings

__all__ = [
    "RULES",
    "SETTABLE",
    "Author",
    "Draft",
    "Finding",
    "Heading",
    "Picture",
    "Rule",
    "Severity",
    "Source",
    "Text",
    "findings",
]
