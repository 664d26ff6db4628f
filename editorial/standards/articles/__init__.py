"""What the records of an article tell of a line: one function for each question."""

from editorial.standards.articles.approval import (
    dated,
    dates_within_three_years,
    review_dates_shown,
    review_planned,
    signed_off,
    versions_kept,
)
from editorial.standards.articles.evidence import (
    claims_sourced,
    evidence_current,
    risks_in_numbers,
    sourced_and_dated,
    sources_listed,
)
from editorial.standards.articles.form import (
    aims_said,
    easily_found,
    left_to_a_person,
    patients_protected,
    pictures_described,
    pictures_permitted,
    plainly_written,
)
from editorial.standards.articles.markup import (
    authors_told,
    corrections_told,
    dates_told,
    medical_page,
    review_told,
    sources_told,
)
from editorial.standards.articles.people import (
    authors_named,
    funding_stated,
    interests_disclosed,
    openly_written,
    qualifications_given,
    skills_shown,
)
from editorial.standards.articles.responses import (
    can_respond,
    responses_answered,
)

__all__ = [
    "aims_said",
    "authors_named",
    "authors_told",
    "can_respond",
    "claims_sourced",
    "corrections_told",
    "dated",
    "dates_told",
    "dates_within_three_years",
    "easily_found",
    "evidence_current",
    "funding_stated",
    "interests_disclosed",
    "left_to_a_person",
    "medical_page",
    "openly_written",
    "patients_protected",
    "pictures_described",
    "pictures_permitted",
    "plainly_written",
    "qualifications_given",
    "responses_answered",
    "review_dates_shown",
    "review_planned",
    "review_told",
    "risks_in_numbers",
    "signed_off",
    "skills_shown",
    "sourced_and_dated",
    "sources_listed",
    "sources_told",
    "versions_kept",
]
