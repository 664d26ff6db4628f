"""Who writes, on what, for whom and paid by whom: JAMA, HONcode, ICMJE."""

from functools import partial

from django.utils.translation import gettext_lazy as _

from authors import icmje
from editorial.standards import articles, sites
from editorial.standards.lines.line import Line

_jama = partial(Line, standard=_("JAMA benchmarks"))
_hon = partial(Line, standard=_("HONcode, the list (its mark is no longer given)"))
_icmje = partial(Line, standard=_("ICMJE disclosure"))
_publisher = sites.left_to_a_person

LINES = (
    _jama(
        "J1",
        wording=_("Authors are named with qualifications and place of work."),
        article=articles.authors_named,
    ),
    _jama("J2", wording=_("Sources are listed."), article=articles.sources_listed),
    _jama(
        "J3a",
        wording=_("Interests of the authors are disclosed."),
        article=articles.interests_disclosed,
        site=sites.interests_disclosed,
    ),
    _jama("J3b", wording=_("It says who paid."), article=articles.funding_stated),
    _jama(
        "J3c", wording=_("Owners, sponsors and advertising are named."), site=_publisher
    ),
    _jama(
        "J4",
        wording=_("It says when it was published and changed."),
        article=articles.dated,
    ),
    _hon(
        "H1",
        wording=_("The qualifications of authors are given."),
        article=articles.qualifications_given,
    ),
    _hon(
        "H2",
        wording=_("It supports the clinician and replaces none."),
        site=sites.complements_care,
    ),
    _hon("H3", wording=_("Readers’ data are kept private."), site=sites.privacy_policy),
    _hon(
        "H4",
        wording=_("Sources are cited and pages are dated."),
        article=articles.sourced_and_dated,
    ),
    _hon(
        "H5",
        wording=_("What is said of benefits is backed."),
        article=articles.claims_sourced,
    ),
    _hon("H6", wording=_("There is an address that works."), site=sites.contact_given),
    _hon("H7", wording=_("It says who pays."), article=articles.funding_stated),
    _hon(
        "H8",
        wording=_("Advertising stands apart, or it is said that there is none."),
        site=_publisher,
    ),
    *(
        _icmje(f"I{number}", wording=line.title, article=articles.interests_disclosed)
        for number, line in enumerate(icmje.LINES, 1)
    ),
)
