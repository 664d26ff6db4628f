"""What follows a title in square brackets: form, genre and medium (9.21-9.22)."""

from references.formats.apa.kinds import (
    EVENTS,
    SERIALS,
    can_be_retrieved,
    is_published,
    is_review,
)
from references.formats.apa.people import in_full, inside
from references.formats.rendering.runs import Runs, group, italic, words
from references.formats.rendering.source import Source
from references.formats.rendering.titles import capitalized

_FORMS = {
    "broadcast": "Broadcast",
    "collection": "Archival collection",
    "dataset": "Dataset",
    "figure": "Figure",
    "graphic": "Graphic",
    "map": "Map",
    "motion_picture": "Video recording",
    "post": "Online post",
    "review": "Review",
    "review-book": "Book review",
    "software": "Computer software",
    "song": "Audio recording",
}
_PERSONAL_FORMS = {"interview": "Interview", "personal_communication": "Letter"}
_DESCRIBED_IN_SOURCE = {"document", "report", "software", "standard"}
_PRESENTED = EVENTS | {"paper-conference"}


def description(source: Source) -> Runs:
    """Give "[Dataset]", "[Doctoral dissertation, Uni]", "[Review of *Title*]"."""
    return group(_description(source), before="[", after="]")


def source_description(source: Source) -> Runs:
    """Give the description that stands behind the title of the work it is in."""
    in_source = source.type in _DESCRIBED_IN_SOURCE or (
        source.type in _PRESENTED and not is_published(source)
    )
    return group(form(source) if in_source else (), before="[", after="]")


def form(source: Source) -> Runs:
    """Give genre and medium, or the general word for works of the type."""
    if source.has("genre", "medium"):
        genre = () if source.has("number") else capitalized(source.text("genre"))
        return group(genre, capitalized(source.text("medium")), between="; ")
    if source.type in _PERSONAL_FORMS:
        is_there = can_be_retrieved(source)
        personal = "Personal communication"
        return words(_PERSONAL_FORMS[source.type] if is_there else personal)
    if source.type == "manuscript" and not can_be_retrieved(source):
        return words("Unpublished manuscript")
    if source.type == "periodical" and source.has("container-title"):
        if source.has("supplement-number"):
            return words("Supplement")
        return words("Special issue") if source.has("title") else ()
    return words(_FORMS.get(source.type, ""))


def _description(source: Source) -> Runs:
    if source.type == "interview" or source.has("interviewer"):
        return _interview(source)
    if is_review(source):
        return _review(source)
    if source.type == "personal_communication":
        return _letter(source)
    if source.type == "song" and source.has("composer"):
        return _performance(source)
    if source.type == "thesis":
        return _thesis(source)
    if source.type in SERIALS:
        section = () if source.has("title") else source.text("section")
        return group(form(source), section, between="; ")
    if source.has("container-title"):
        if source.type in _DESCRIBED_IN_SOURCE:
            return ()
        if source.type in _PRESENTED and not is_published(source):
            return ()
    return form(source)


def _interview(source: Source) -> Runs:
    genre, medium = (capitalized(source.text(each)) for each in ("genre", "medium"))
    interviewer = inside(source, "interviewer")
    if source.has("interviewer") and source.has("title"):
        return group(() if source.has("number") else genre, medium, between="; ")
    if source.has("title"):
        return form(source)
    if source.has("genre"):
        by = group("by", interviewer, between=" ")
        return group(genre, by, between=" ")
    if source.has("interviewer"):
        by = group("Interview by", interviewer, between=" ")
        return group(by, medium, between="; ")
    return form(source)


def _review(source: Source) -> Runs:
    """Give "Review of the book *Title*, by A. Author" (example 67)."""
    reviewed = source.text("reviewed-title")
    if not source.has("reviewed-genre", "reviewed-title"):
        reviewed = source.text("title")
    work = group(_kind_of_review(source), italic(reviewed), between=" ")
    by = group("by", inside(source, "reviewed-author"), between=" ")
    return group(
        group(work, by, between=", "), _medium_beside_genre(source), between="; "
    )


def _kind_of_review(source: Source) -> Runs | str:
    if source.has("reviewed-genre"):
        return group("Review of the", source.text("reviewed-genre"), between=" ")
    if not source.has("number"):
        for variable in ("genre", "medium"):
            if source.has(variable):
                return capitalized(source.text(variable))
        if source.type == "review-book":
            return "Review of the book"
    return "Review of"


def _letter(source: Source) -> Runs:
    recipient = group("to", in_full(source, "recipient"), between=" ")
    if not recipient:
        return form(source)
    letter = group(form(source), recipient, between=" ")
    return group(letter, _medium_beside_genre(source), between="; ")


def _performance(source: Source) -> Runs:
    """Give "Song recorded by F. Ee" (example 91)."""
    performers = inside(source, "author") or inside(source, "performer")
    genre = () if source.has("number") else capitalized(source.text("genre"))
    kind = group(genre, capitalized(source.text("medium")), between=" ")
    by = group("recorded by" if kind else "Recorded by", performers, between=" ")
    return group(kind, by, between=" ")


def _thesis(source: Source) -> Runs:
    """Give "Doctoral dissertation, University" (examples 64-66)."""
    is_there = source.has("archive", "DOI", "URL")
    university = source.text("publisher") if is_there else ()
    kind = group(capitalized(source.text("genre")), university, between=", ")
    return group(kind, capitalized(source.text("medium")), between="; ")


def _medium_beside_genre(source: Source) -> Runs:
    if source.has("number") or not source.has("genre"):
        return ()
    return capitalized(source.text("medium"))
