"""One record out of what two sources say of the same work."""

from dataclasses import replace
from typing import Any

from references import dates
from references.lookup.outcomes import Found
from references.records import Item

# What PubMed's indexers check, or only they have: the journal's abbreviation is NLM's
# own, which Vancouver style asks for, and the date is that of the printed issue.
_CURATED = {"PMID", "PMCID", "container-title-short", "status"}


def merged(crossref: Found, pubmed: Found) -> Found:
    """Give Crossref's record of a work with what PubMed knows better.

    Title, full name of the journal and all else stay the publisher's own, as deposited
    with Crossref; PubMed fills in what is missing there. PubMed has better:

    - its identifiers and the journal's abbreviation;
    - the date, where it is a date: it is the issue's, and often to the day;
    - the authors, unless it lists fewer of them: indexers tell organisations from
      people, but recorded only the first 10 or 25 authors before the year 2000;
    - the pages, unless only Crossref has a range: publishers often deposit the first
      page alone, or an article number without its letter.

    `provenance` says which source each field is from.
    """
    better = {
        key: value
        for key, value in pubmed.item.items()
        if key not in crossref.item or _is_better(key, value, crossref.item)
    }
    return replace(
        crossref,
        item={**crossref.item, **better},
        provenance={
            **crossref.provenance,
            **dict.fromkeys(better, pubmed.source),
        },
        unanswered=(*crossref.unanswered, *pubmed.unanswered),
    )


def _is_better(key: str, value: Any, other: Item) -> bool:
    if key in _CURATED:
        return True
    if key == "issued":
        return bool(dates.parts(value))
    if key == "author":
        return len(value) >= len(other["author"])
    if key == "page":
        return "-" in value or "-" not in other["page"]
    return False
