import json

import pytest
from django.core.management import CommandError, call_command

from blog.models import ArticlePage
from references.models import Reference
from tests.importing.documents import Parts, docx, item, numbered, p, style

pytestmark = pytest.mark.django_db

SECTIONS = [
    "From battlefield to clinic",
    "What it does to nerves",
    "When a limb burns",
    "When sitting hurts",
    "Ways to take it",
    "What can go wrong",
    "One more thing to try",
]
WAYS = ["By vein: quick and exact.", "By mouth: slower.", "As a cream: local."]
BIOGRAPHY = "Dr Roe is an anaesthetist in Leeds and has treated pain since 2009."
REFERENCES = [
    "Alliance for Pelvic Care. (2019). Living with pelvic pain. Retrieved May 3, 2024,"
    " from https://www.pelvic-care.example/living.pdf",
    "Nerve entrapment. World Atlas of Women’s Health. Retrieved May 3, 2024, from"
    " https://www.atlas.example/entry?item=12&name=nerve",
    "Osei B, Petrov D, Quintero M, et al. Nerve Entrapment. [Updated 2021 Oct 4]. In:"
    " OpenBooks [Internet]. Boston (MA): OpenBooks Publishing; 2023 Jan-. Available"
    " from: https://www.ncbi.nlm.nih.gov/books/NBK999999/",
    "Okafor PN, Lindqvist A. Predictors of relief after infusions. J Pain Stud. 2022"
    " Jul-Sep;14(3):340-348. doi: 10.1000/jps.2022.340. PMID: 33333331",
]


def manuscript():
    """Make a file such as a physician sends: sections, ways, a sign-off, sources."""
    body = [p("An old drug for lasting pain", style="Title")]
    for section in SECTIONS:
        body += [p(section, style="Heading1"), p(f"{section} takes many words.")]
        if section == "Ways to take it":
            body += [item(way) for way in WAYS]
    body += [
        p("– Jane Roe, MD"),
        p(""),
        p("About Dr Jane Roe", style="Heading1"),
        p(BIOGRAPHY),
        p("Roe Clinic, Leeds"),
        p("Some additional information and helpful references"),
        *(p(reference) for reference in REFERENCES),
    ]
    styles = style("Title", "Title") + style("Heading1", "heading 1")
    parts = Parts(styles=styles, numbering=numbered(format="bullet"))
    return docx("".join(body), parts)


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "roe.docx"
    path.write_bytes(manuscript())
    return path


def run(file, *options):
    report = file.parent / "report.json"
    call_command("import_manuscript", str(file), "--report", str(report), *options)
    return json.loads(report.read_text())


def kinds(blocks):
    return [block["type"] for block in blocks]


def test_a_physicians_file_keeps_its_sections_ways_sign_off_and_sources(file):
    draft = run(file)["draft"]

    page = ArticlePage.objects.get()
    assert (page.title, page.live) == ("An old drug for lasting pain", False)
    assert draft["title"] == page.title
    headings = [
        block["value"]["text"]
        for block in draft["blocks"]
        if block["type"] == "heading"
    ]
    assert headings == [*SECTIONS, "About Dr Jane Roe"]
    items = "".join(f"<li>{way}</li>" for way in WAYS)
    assert draft["blocks"][9]["value"] == (
        f"<p>Ways to take it takes many words.</p><ul>{items}</ul>"
    )
    assert draft["blocks"][-3:] == [
        {
            "type": "sign_off",
            "value": {"text": "", "author": None, "name": "Jane Roe, MD"},
        },
        {"type": "heading", "value": {"level": "h2", "text": "About Dr Jane Roe"}},
        {"type": "paragraph", "value": f"<p>{BIOGRAPHY}</p><p>Roe Clinic, Leeds</p>"},
    ]
    assert [item["title"] for item in draft["references"]] == [
        "Living with pelvic pain",
        "Nerve entrapment",
        "Nerve Entrapment",
        "Predictors of relief after infusions",
    ]
    raw = [
        {"type": each["type"], "value": each["value"]} for each in page.body.raw_data
    ]
    assert raw == draft["blocks"]
    reading = [row.reference.raw for row in page.further_reading.all()]
    assert reading == REFERENCES


def test_the_counts_add_up(file):
    report = run(file)

    counts = report["counts"]
    ends = ("imported", "changed", "skipped", "lost")
    assert counts["found"] == len(report["items"]) == sum(counts[end] for end in ends)
    assert counts["lost"] == 0


def test_a_dry_run_reports_the_same_and_stores_nothing(file):
    dry = run(file, "--dry-run")

    assert ArticlePage.objects.count() == Reference.objects.count() == 0
    assert dry == run(file)


def test_a_second_run_changes_nothing(file):
    run(file)
    again = run(file)

    assert ArticlePage.objects.count() == 1
    assert Reference.objects.count() == 4
    assert again["counts"]["skipped"] == again["counts"]["found"] > 0


def test_a_file_that_is_no_manuscript_ends_in_a_sentence_and_a_report(tmp_path):
    file = tmp_path / "setup.docx"
    file.write_bytes(b"MZ\x90\x00")
    with pytest.raises(CommandError, match="This is a program") as error:
        run(file)

    report = json.loads((tmp_path / "report.json").read_text())
    assert report["counts"]["lost"] == report["counts"]["found"] == 1
    assert report["items"][0]["reason"] == str(error.value)
    assert ArticlePage.objects.count() == 0


def test_a_file_that_is_not_there_ends_in_a_sentence(tmp_path):
    with pytest.raises(CommandError, match="No such file"):
        run(tmp_path / "none.docx")
