"""What programs read, and whether everybody can use the pages: schema.org, WCAG."""

from functools import partial

from django.utils.translation import gettext_lazy as _

from editorial.standards import articles, sites
from editorial.standards.lines.line import Line

_schema = partial(Line, standard=_("Schema.org and search"))
_wcag = partial(Line, standard=_("WCAG 2.2 AA, what is new"))
_person, _publisher = articles.left_to_a_person, sites.left_to_a_person

LINES = (
    _schema(
        "S1",
        wording=_("Pages are MedicalWebPage with aspect, audience and subject."),
        article=articles.medical_page,
    ),
    _schema(
        "S2",
        wording=_("A review is told only where one is stored and holds."),
        article=articles.review_told,
    ),
    _schema(
        "S3",
        wording=_("Authors are told with letters, role, address and ORCID."),
        article=articles.authors_told,
    ),
    _schema("S4", wording=_("Both dates are told."), article=articles.dates_told),
    _schema("S5", wording=_("Every source is told."), article=articles.sources_told),
    _schema(
        "S6", wording=_("Corrections are told."), article=articles.corrections_told
    ),
    _schema(
        "S7",
        wording=_("The site tells of its principles, corrections and owners."),
        site=sites.editorial_policy,
    ),
    _schema(
        "S8", wording=_("Programs are told no more than readers."), article=_person
    ),
    _schema("S9", wording=_("Nobody is promised a rank in search."), site=_publisher),
    _schema("S10", wording=_("It says who made it, how and why."), article=_person),
    _wcag("W1", wording=_("What has the focus is not hidden."), site=_publisher),
    _wcag("W2", wording=_("Nothing needs dragging."), site=_publisher),
    _wcag("W3", wording=_("Targets are 24 pixels or more."), site=_publisher),
    _wcag("W4", wording=_("Help is always in the same place."), site=_publisher),
    _wcag("W5", wording=_("Nobody is asked the same twice."), site=_publisher),
    _wcag("W6", wording=_("Signing in needs no test of memory."), site=_publisher),
    _wcag(
        "W7",
        wording=_("Marks of sources have names, threads are lists, errors are told."),
        site=_publisher,
    ),
)
