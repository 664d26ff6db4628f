"""An article's own record, and the list of its sources, as files to take away."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from django.views.decorators.http import conditional_page

from blog import bibliographic, history, metadata, text
from references import exporting
from references.citing.settings import style_for
from references.formats import registry
from references.views import DOWNLOADS

# By the endings of addresses, as the library has them.
FILES = {ending: each for ending, each in DOWNLOADS.items() if each.format}


@conditional_page
def own_record(request: HttpRequest, page, ending: str) -> HttpResponse:
    """Give the article itself as a file of a reference manager."""
    authors = [byline.author for byline in page.authorships.select_related("author")]
    past = history.of(page, request)
    item = bibliographic.item(metadata.describe(page, request, authors, past))
    return _file([registry.write([item], _format(ending))], ending, page.slug)


@conditional_page
def sources(request: HttpRequest, page, ending: str) -> HttpResponse:
    """Give all that the article cites or lists as one file, in that order."""
    cited = text.text_of(page, request, style_for(request))
    rows = page.further_reading.select_related("reference")
    listed = text.sources(cited, [row.reference for row in rows])
    pieces = exporting.stream(listed, _format(ending))
    return _file(pieces, ending, f"{page.slug}-references")


def _format(ending: str) -> str:
    if ending not in FILES:
        raise Http404
    return FILES[ending].format


def _file(pieces, ending: str, name: str) -> HttpResponse:
    media_type = f"{FILES[ending].media_type}; charset=utf-8"
    response = HttpResponse("".join(pieces), content_type=media_type)
    filename = content_disposition_header(True, f"{name}.{ending}")
    response["Content-Disposition"] = filename
    response["X-Robots-Tag"] = "noindex"
    return response
