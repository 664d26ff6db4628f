"""Recorded answers and the paths at which the tests' server gives them."""

import json
from pathlib import Path

from references.identifiers import Identifier
from tests.references.lookup.server import Answer

DATA = Path("tests/data/references/lookup")
DOI = Identifier("doi", "10.5555/journal.2023.17")
# As Crossref prints it.
PRINTED_DOI = "10.5555/Journal.2023.17"
WORK = f"/crossref/works/{DOI.value}"
SEARCH, FETCH = "/ncbi_eutils/esearch.fcgi", "/ncbi_eutils/efetch.fcgi"
CONVERTER = "/pmc_idconv/articles/"


def recorded(name):
    return Answer((DATA / name).read_bytes())


def expected(name):
    return json.loads((DATA / name).read_text())


def hits(*pmids):
    return Answer({"esearchresult": {"count": str(len(pmids)), "idlist": [*pmids]}})
