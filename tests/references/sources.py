"""What services answer about one article, for tests of what is made of it."""

from tests.references.lookup.server import Answer

DOI = "10.5555/heron.17"
NOTICE = "10.5555/heron.18"
WORK = f"/crossref/works/{DOI}"
SEARCH, FETCH = "/ncbi_eutils/esearch.fcgi", "/ncbi_eutils/efetch.fcgi"


def crossref(*kinds, **fields):
    """Crossref's message, with an entry of `updated-by` for each kind."""
    message = {"DOI": DOI, "title": ["Herons"], "type": "journal-article"}
    if kinds:
        message["updated-by"] = [update(kind, NOTICE) for kind in kinds]
    return Answer({"status": "ok", "message": message | fields})


def update(kind, doi):
    return {
        "DOI": doi,
        "type": kind,
        "source": "publisher",
        "updated": {"date-parts": [[2024, 3, 1]]},
    }


NO_HITS = Answer({"esearchresult": {"count": "0", "idlist": []}})
