"""What stands around a number and tells that it is no person's."""

import re

_CITED = re.compile(
    r"(?:pmid|pmc|pubmed|isbn|issn|nct|isrctn|eudract|actrn|doi|arxiv|orcid|grant|patent|"
    r"version|release)(?: (?:id|no\.?|number))?[\s:#.]*$"
    r"|(?:https?:|www\.|\b10\.\d{4,9}/)\S*$",
    re.IGNORECASE,
)
_LOOKED_AT = 60


def is_cited(text: str, start: int) -> bool:
    """Whether what starts here is the number of a publication or part of an address."""
    return bool(_CITED.search(text[max(0, start - _LOOKED_AT) : start]))
