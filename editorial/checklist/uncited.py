"""Claims that cite nothing."""

from collections.abc import Iterator

from editorial.checklist.draft import Draft
from editorial.checklist.finding import Found
from editorial.claims import uncited


def uncited_claims(draft: Draft) -> Iterator[Found]:
    """Find claims in texts beside which no source is chosen."""
    for text in draft.texts:
        if not text.is_sourced:
            for claim in uncited([(text.path, text.html)]):
                reasons = ", ".join(str(reason.label) for reason in claim.reasons)
                yield Found(claim.sentence, text.path, reasons)
