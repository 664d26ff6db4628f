"""The commands of the library."""

import io
import json
import os
import subprocess
import sys

import pytest
from django.core.management import CommandError, call_command

from references import library
from references.models import Reference

RIS = (
    "TY  - JOUR\nTI  - Sleep in herons\nAU  - Quill, Ada B.\nPY  - 2023\n"
    "VL  - 17\nSP  - 340\nEP  - 348\nDO  - 10.5555/heron.1\nER  - \n"
)
BROKEN = '[{"type": "book", "title": "Whole"}, 7]'
ITEM = {"type": "book", "title": "Sleep", "author": [{"family": "Quill"}]}


def converted(text, *arguments):
    # No server answers there: the command must not ask for one.
    settings = {"DEBUG": "1", "DATABASE_URL": "postgres://nobody@127.0.0.1:1/none"}
    return subprocess.run(
        [sys.executable, "manage.py", "convert_references", "-", *arguments],
        input=text,
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | settings,
    )


def test_convert_reads_standard_input_without_a_database():
    done = converted(RIS, "--from", "ris", "--to", "ama")
    assert (done.returncode, done.stdout) == (
        0,
        "Quill AB. Sleep in herons. 2023;17:340-348. doi:10.5555/heron.1\n",
    )


def test_convert_tells_problems_with_their_place_and_keeps_the_rest():
    done = converted(BROKEN, "--from", "csl-json", "--to", "csl-json")
    assert [item["title"] for item in json.loads(done.stdout)] == ["Whole"]
    assert done.returncode == 0
    assert "2" in done.stderr.partition(":")[0]


def test_convert_fails_when_nothing_was_read():
    done = converted("", "--from", "ris", "--to", "csl-json")
    assert (done.returncode, json.loads(done.stdout)) == (1, [])


def test_convert_says_that_a_file_is_not_there():
    with pytest.raises(CommandError, match="No such file"):
        call_command("convert_references", "/nowhere.ris", "--to", "ama")


@pytest.fixture
def imported(db, tmp_path):
    """Import texts as files and give the report of each."""

    def run(*texts, **options):
        paths = []
        for number, text in enumerate(texts):
            paths.append(tmp_path / f"{number}.txt")
            paths[-1].write_text(text)
        report = tmp_path / "report.json"
        call_command(
            "import_references",
            *map(str, paths),
            report=report,
            stdout=io.StringIO(),
            **options,
        )
        return json.loads(report.read_text())

    return run


def counts(**ends):
    known = {"found": 0, "imported": 0, "changed": 0, "skipped": 0, "lost": 0}
    return known | ends


def test_import_twice_changes_nothing_the_second_time(imported):
    assert imported(RIS)["counts"] == counts(found=1, imported=1)
    assert imported(RIS)["counts"] == counts(found=1, skipped=1)
    assert Reference.objects.count() == 1


def test_import_brings_a_record_up_to_date(imported):
    imported(RIS)
    report = imported(RIS.replace("EP  - 348", "EP  - 349"))
    assert report["counts"] == counts(found=1, changed=1)
    assert Reference.objects.get().pages == "340-349"


def test_a_dry_run_reports_the_same_and_stores_nothing(imported):
    assert imported(RIS, dry_run=True)["counts"] == counts(found=1, imported=1)
    assert Reference.objects.count() == 0


def test_what_cannot_be_read_is_lost_with_its_text_and_stops_nothing(imported):
    report = imported(f"[{json.dumps(ITEM)}, 7]")
    assert report["counts"] == counts(found=2, imported=1, lost=1)
    [lost] = [row for row in report["items"] if row["outcome"] == "lost"]
    assert "7" in lost["reason"]


def test_what_is_too_long_is_cut_and_said_to_be(imported):
    report = imported(json.dumps([{**ITEM, "volume": "V" * 300}]))
    assert report["counts"] == counts(found=1, imported=1)
    assert "cut to 150 characters" in report["items"][0]["reason"]
    reference = Reference.objects.get()
    assert (len(reference.volume), "V" * 300 in reference.raw) == (150, True)


def test_what_only_looks_alike_is_added_and_named(imported):
    paper = {**ITEM, "title": "Sleep and pain in herons", "type": "article-journal"}
    paper["issued"] = {"date-parts": [[2023]]}
    there = library.add(paper, source="import")
    preprint = {**paper, "type": "article", "genre": "preprint"}
    report = imported(json.dumps([preprint]))
    assert report["counts"] == counts(found=1, imported=1)
    assert report["items"][0]["reason"] == (
        f"May be the same work as record {there.pk}."
    )


def test_export_gives_back_what_was_imported(imported):
    imported(RIS)
    out = io.StringIO()
    call_command("export_references", format="csl-json", stdout=out)
    assert imported(out.getvalue())["counts"] == counts(found=1, skipped=1)


def test_several_files_have_a_report_each(imported):
    reports = imported(RIS, json.dumps([ITEM]))
    assert [each["counts"]["imported"] for each in reports] == [1, 1]


def test_two_files_of_one_work_do_not_undo_each_other(imported):
    _first, second = imported(RIS, RIS.replace("348", "349"))
    assert second["counts"] == counts(found=1, skipped=1)
    assert second["items"][0]["reason"].endswith("was left out: Pages.")
    again = imported(RIS, RIS.replace("348", "349"))
    assert [each["counts"] for each in again] == [counts(found=1, skipped=1)] * 2
    assert Reference.objects.get().pages == "340-348"


def test_a_dry_run_of_two_files_knows_the_first_in_the_second(imported):
    reports = imported(RIS, RIS, dry_run=True)
    assert [each["counts"]["imported"] for each in reports] == [1, 0]


def test_a_file_that_is_too_large_is_lost_unread_and_stops_none(
    imported, tmp_path, monkeypatch
):
    monkeypatch.setattr("references.formats.encoding.MAX_BYTES", len(RIS))
    large, whole = imported(RIS * 2, RIS)
    assert large["counts"] == counts(found=1, lost=1)
    assert (large["items"][0]["kind"], whole["counts"]["imported"]) == ("file", 1)


def test_the_report_is_the_output_when_no_file_is_named(db, tmp_path):
    path, out = tmp_path / "a.ris", io.StringIO()
    path.write_text(RIS)
    call_command("import_references", str(path), stdout=out, stderr=io.StringIO())
    assert json.loads(out.getvalue())["counts"] == counts(found=1, imported=1)


def test_import_fails_when_nothing_was_found(db, tmp_path):
    out = {"stdout": io.StringIO(), "stderr": io.StringIO()}
    with pytest.raises(CommandError, match="Nothing was found"):
        call_command("import_references", str(tmp_path / "none.ris"), **out)
    assert json.loads(out["stdout"].getvalue())["counts"] == counts(found=1, lost=1)
