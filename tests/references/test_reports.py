"""Sources in trouble, as editors see them in the admin."""

import csv

import pytest
from django.utils import timezone

from accounts.roles import CONTRIBUTOR, MEDICAL_REVIEWER
from blog.models import FurtherReading
from references.models import Reference
from tests.conftest import make_user
from tests.factories.references import ReferenceFactory

REPORT = "/admin/reports/sources-in-trouble/"


def text(response):
    return " ".join(response.content.decode().split())


@pytest.fixture
def troubled(article):
    """One used and retracted, one dead and one unanswered that nobody uses."""
    retracted = ReferenceFactory(
        title="Herons",
        standing="retracted",
        notice_doi="10.5555/heron.18",
        notice_date="2024-03-01",
    )
    FurtherReading.objects.create(page=article, reference=retracted)
    article.save()
    ReferenceFactory(
        title="Gone",
        doi=None,
        url="https://example.org/gone",
        link_state="dead",
        link_checked_at=timezone.now(),
    )
    ReferenceFactory(title="Unanswered", standing_failure="Crossref: no answer.")
    ReferenceFactory(title="Corrected", standing="corrected")
    ReferenceFactory(title="Fine")
    return retracted


def titles(response):
    return [reference.title for reference in response.context["object_list"]]


def test_the_report_names_what_happened_and_who_uses_it(client, editor, troubled):
    client.force_login(editor)
    response = client.get(REPORT)
    assert titles(response) == ["Herons", "Gone", "Unanswered"]
    html = text(response)
    assert "1 March 2024" in html
    assert 'href="https://doi.org/10.5555/heron.18"' in html
    assert "Never checked" in html
    assert "Crossref: no answer." in html
    assert "> 1 page </a>" in html


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("in_use=yes", ["Herons"]),
        ("in_use=no", ["Gone", "Unanswered"]),
        ("standing=retracted", ["Herons"]),
        ("link_state=dead", ["Gone"]),
    ],
)
def test_the_report_can_be_filtered(client, editor, troubled, query, expected):
    client.force_login(editor)
    for url in (REPORT, f"{REPORT}results/"):
        assert titles(client.get(f"{url}?{query}")) == expected


def test_the_report_says_since_when_a_source_is_unchecked(client, editor, troubled):
    day = timezone.make_aware(timezone.datetime(2024, 5, 12, 9))
    Reference.objects.filter(pk=troubled.pk).update(
        standing_checked_at=day, standing_failure="Crossref: no answer."
    )
    client.force_login(editor)
    assert "Not checked since 12 May 2024" in text(client.get(REPORT))


def test_the_report_can_be_exported(client, editor, troubled):
    client.force_login(editor)
    response = client.get(f"{REPORT}?export=csv&in_use=yes")
    [row] = csv.DictReader(response.getvalue().decode().splitlines())
    assert (row["Title"], row["Standing"], row["Since"], row["Notice"]) == (
        "Herons",
        "Retracted",
        "2024-03-01",
        "https://doi.org/10.5555/heron.18",
    )
    assert row["Published pages that use it"] == "1"


@pytest.mark.parametrize("rows", [1, 3, 12])
def test_the_report_costs_the_same_for_any_number_of_rows(
    client, editor, article, django_assert_num_queries, rows
):
    for _ in range(rows):
        reference = ReferenceFactory(standing="retracted")
        FurtherReading.objects.create(page=article, reference=reference)
    article.save()
    client.force_login(editor)
    client.get(REPORT)
    with django_assert_num_queries(12):
        response = client.get(REPORT)
    assert len(titles(response)) == rows


@pytest.mark.parametrize("role", [None, MEDICAL_REVIEWER, CONTRIBUTOR])
def test_the_report_is_for_those_who_may_mend_it(client, moderator, role):
    client.force_login(make_user("other", role) if role else moderator)
    for url in (REPORT, f"{REPORT}results/", f"{REPORT}?export=csv"):
        assert client.get(url).status_code == 302
    assert "Sources in trouble" not in client.get("/admin/").content.decode()


def test_the_dashboard_tells_editors_of_what_is_in_use(client, editor, troubled):
    client.force_login(editor)
    html = text(client.get("/admin/"))
    assert f'href="{REPORT}?in_use=yes"' in html
    assert "1 source that published pages use was retracted" in html
    Reference.objects.filter(pk=troubled.pk).update(standing="corrected")
    assert "that published pages use" not in text(client.get("/admin/"))
