"""What became of a work after it was published: corrected, questioned, retracted.

Pure rules over what Crossref, PubMed, DataCite and Retraction Watch record. Nothing
here says that a work is sound: `State.CURRENT` means that the source records nothing,
and a source that could not be asked is no `Standing` at all.
"""

from references.standing.crossref import from_crossref
from references.standing.datacite import from_datacite
from references.standing.pubmed import from_medline, from_pubmed_xml
from references.standing.retraction_watch import from_retraction_watch
from references.standing.states import Standing, State, union

__all__ = [
    "Standing",
    "State",
    "from_crossref",
    "from_datacite",
    "from_medline",
    "from_pubmed_xml",
    "from_retraction_watch",
    "union",
]
