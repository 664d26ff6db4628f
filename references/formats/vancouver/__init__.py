"""Vancouver style: references as NLM's Citing Medicine (2nd edition) has them.

What the manual leaves open, and the order of parts it does not show, follow the CSL
style nlm-citation-sequence.
"""

from django.utils.safestring import SafeString

from references.formats.rendering import dates, numbers, pages, runs
from references.formats.rendering.runs import Runs, group, words
from references.formats.rendering.source import Source
from references.formats.rendering.titles import capitalized
from references.formats.vancouver.creators import creators, with_role
from references.records import Item

_ARTICLES = {"article-journal", "review", "review-book"}
_SERIALS = _ARTICLES | {"article-magazine", "periodical", "post-weblog"}
_PARTS = {"chapter", "paper-conference", "entry-dictionary", "entry-encyclopedia"}
_INTERNET = words("Internet")


def as_text(item: Item) -> str:
    """Give one CSL-JSON item as a line of text; what is missing is left out."""
    return runs.as_text(_reference(Source(item)))


def as_html(item: Item) -> SafeString:
    """Give the same line as escaped HTML, its DOI and its address as links."""
    return runs.as_html(_reference(Source(item)))


def _reference(source: Source) -> Runs:
    authors, rest = creators(source)
    edition = () if rest.has("container-title") else _edition(rest)
    entry = group(
        authors,
        _title(rest),
        edition,
        _container(rest),
        _imprint(rest),
        _extent(rest),
        _part_of_website(rest),
        _series(rest),
        _report_number(rest),
        between=". ",
        after=".",
    )
    return group(entry, _availability(rest), _notes(rest), between=" ")


def _title(source: Source) -> Runs:
    """Give the title, its type and its medium: "Title [dataset] [Internet]" (ch. 1).

    A page of a website stands under the title of the site (ch. 25).
    """
    if _is_website_part(source):
        title, medium = source.text("container-title"), _medium(source)
    else:
        title = source.text("title")
        medium = () if source.has("container-title") else _medium(source)
    return group(title, _bracketed(source.text("genre")), medium, between=" ")


def _medium(source: Source) -> Runs:
    if source.has("medium"):
        return _bracketed(capitalized(source.text("medium")))
    if source.has("URL") and source.type not in _PARTS:
        return _bracketed(_INTERNET)
    return ()


def _container(source: Source) -> Runs:
    """Give "In: Ee F, editor. Book [Internet]. 2nd ed." or the journal."""
    container = group(
        with_role(source, "editor"), _container_title(source), between=". "
    )
    if source.type not in _PARTS:
        return container
    return group(words("In"), container, between=": ")


def _container_title(source: Source) -> Runs:
    if source.type == "webpage":
        return ()
    if source.has("container-title"):
        in_short = source.type in _ARTICLES
        title = (source.short if in_short else source.text)("container-title")
        online = source.has("URL") and not _is_identified_article(source)
        medium = _bracketed(_INTERNET) if online else ()
        return group(group(title, medium, between=" "), _edition(source), between=". ")
    if source.type in ("bill", "legislation"):
        section = group("Sect.", source.text("section"), between=" ")
        return group(section, source.text("number"), between=", ")
    if source.type == "speech":
        genre = capitalized(source.text("genre"))
        presented = group(genre, "presented at", between=" ")
        meeting = source.text("event-title") or source.text("event")
        return group(presented, meeting, between=": ")
    return group(
        source.labelled("volume", "Vol.", "Vols."),
        source.text("volume-title"),
        source.labelled("part-number", "Pt.", "Pt."),
        source.text("part-title"),
        between=", ",
    )


def _imprint(source: Source) -> Runs:
    """Give "Place: Publisher; 2023" or "2023 Jul;17(3):340–8"."""
    publisher: Runs = ()
    if source.type not in _SERIALS | {"article-newspaper"}:
        publisher = group(_place(source), source.text("publisher"), between=": ")
    date = group(_date(source), _issue(source), between=";")
    return group(publisher, date, between="; ")


def _place(source: Source) -> Runs:
    place = source.text("publisher-place")
    if source.type == "thesis":
        return _bracketed(place)
    return () if source.type == "speech" else place


def _date(source: Source) -> Runs:
    issued = source.date("issued")
    day = words(dates.year_first(issued))
    cited = _cited(source)
    if source.type in ("bill", "legislation"):
        return day
    if source.type in _SERIALS:
        return group(day, () if _is_identified_article(source) else cited, between=" ")
    if source.type == "article-newspaper":
        return group(group(day, cited, between=" "), _pages(source), between=":")
    if source.type == "report":
        month = words(dates.year_first(dates.year_and_month(issued)))
        return group(month, cited, between=" ")
    if source.type == "speech":
        place = source.text("event-place")
        return group(group(day, cited, between=" "), place, between="; ")
    year = words(dates.year(issued))
    if source.type == "patent":
        year = group(source.number("number"), year, between=", ")
    return group(year, cited, between=" ")


def _cited(source: Source) -> Runs:
    """Give "[updated 2022 Nov 28; cited 2024 May 12]"; "cited" is for the web alone."""
    updated = words(dates.year_first(source.date("updated")))
    accessed = words(dates.year_first(source.date("accessed")))
    return _bracketed(
        group(
            group("updated", updated, between=" "),
            group("cited", accessed, between=" ") if source.has("URL") else (),
            between="; ",
        )
    )


def _issue(source: Source) -> Runs:
    if source.type not in _SERIALS:
        return ()
    supplement = capitalized(source.labelled("supplement-number", "Suppl", "Suppls"))
    issue = group(
        source.number("issue"), supplement, between=" ", before="(", after=")"
    )
    volume = group(source.text("collection-title"), source.number("volume"), issue)
    place = source.number("number") or _pages(source)
    return group(volume, place, between=":")


def _extent(source: Source) -> Runs:
    """Give "p. 5–9" of a part, "200 p." of a book."""
    if source.type in _ARTICLES | {"article-magazine", "article-newspaper"}:
        return ()
    if source.type == "book":
        numeric = numbers.is_numeric(source.value("number-of-pages"))
        label = "p." if numeric else ""
        return group(source.number("number-of-pages"), label, between=" ")
    return group("p.", _pages(source), between=" ")


def _part_of_website(source: Source) -> Runs:
    return source.text("title") if _is_website_part(source) else ()


def _series(source: Source) -> Runs:
    if source.type in _SERIALS | {"article-newspaper"}:
        return ()
    if not source.has("collection-title"):
        return ()
    series = group(
        source.text("collection-title"),
        source.labelled("collection-number", "no.", "nos."),
        between="; ",
    )
    editors = with_role(source, "collection-editor")
    return group(editors, series, between=". ", before="(", after=")")


def _report_number(source: Source) -> Runs:
    if source.type != "report" or not source.has("number"):
        return ()
    kind = capitalized(source.text("genre")) or "Report"
    number = source.labelled("number", "no.", "nos.", between=": ")
    return group(kind, number, between=" ")


def _availability(source: Source) -> Runs:
    archive = group(
        source.text("archive_collection"),
        source.text("archive"),
        source.text("archive-place"),
        between=", ",
    )
    located = group(archive, source.text("archive_location"), between="; ")
    url = () if _is_identified_article(source) else source.url()
    online = group(
        group("Available from", url, between=": "), source.doi("doi:"), between=" "
    )
    return group(group("Located at", located, between=": "), online, between=". ")


def _notes(source: Source) -> Runs:
    identifiers = group(
        group("PubMed PMID", source.text("PMID"), between=": "),
        group("PubMed Central PMCID", source.text("PMCID"), between=": "),
        between="; ",
    )
    return group(identifiers, source.text("references"), between=". ", after=".")


def _edition(source: Source) -> Runs:
    return words(numbers.edition(source.value("edition"), source.dash))


def _pages(source: Source) -> Runs:
    return words(pages.minimal(source.value("page"), source.dash))


def _bracketed(text: Runs) -> Runs:
    return group(text, before="[", after="]")


def _is_website_part(source: Source) -> bool:
    return source.type == "webpage" and source.has("container-title")


def _is_identified_article(source: Source) -> bool:
    """Tell whether an identifier makes the address of an article needless."""
    return source.type == "article-journal" and source.has("DOI", "PMID", "PMCID")
