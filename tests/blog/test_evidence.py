"""Blocks that say what is known, and how well."""

import json

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from wagtail.models import ReferenceIndex
from wagtail.rich_text import RichText

from blog.evidence import EvidenceBlock, NumbersBlock, StudyTableBlock, UnknownsBlock
from blog.evidence.study_table import study_table
from blog.models import ArticlePage
from references.models import Reference
from tests.factories.references import ReferenceFactory


def soup(block, value):
    html = block.render(block.to_python(value), context={"id": "0a1b2c3d"})
    return BeautifulSoup(html, "html.parser")


def words(element):
    return " ".join(element.get_text(" ").split())


def marks(*references):
    return "".join(
        f'<a class="citation" data-reference="{reference.pk}"></a>'
        for reference in references
    )


def errors(block, value):
    """Give what an editor reads where, when the block is published."""
    with pytest.raises(ValidationError) as error:
        block.clean(block.to_python(value))
    return _texts(error.value)


def _texts(error):
    if getattr(error, "non_block_errors", None):
        return [text for found in error.non_block_errors.data for text in found]
    if found := getattr(error, "block_errors", None):
        return {name: _texts(below) for name, below in found.items()}
    return list(error.messages)


def person(family):
    return ("person", {"family": family, "role": "author"})


def appraisal(**values):
    return ("appraisal", values)


# Evidence

CLAIM = {
    "claim": "<p>Movement helps.</p><p>A <b>little</b>.</p>",
    "certainty": "low",
    "reasons": ["imprecision", "large-effect"],
    "comment": "One study was stopped early.",
}


def test_marks_follow_the_claim_directly(db):
    one, two = ReferenceFactory(), ReferenceFactory()
    html = EvidenceBlock().render(
        EvidenceBlock().to_python({**CLAIM, "sources": [one.pk, two.pk, one.pk]})
    )
    assert f"<p>A <b>little</b>.{marks(one, two)}</p>" in html
    assert html.count('class="citation"') == 2


def test_certainty_stands_in_words_with_what_lowers_and_raises_it(db):
    page = soup(EvidenceBlock(), {**CLAIM, "sources": []})
    assert words(page.select_one(".evidence__certainty")) == (
        "Certainty: low. The true effect may be quite different."
    )
    assert [
        (words(heading), [words(item) for item in heading.find_next("ul")("li")])
        for heading in page.select(".evidence__reasons")
    ] == [
        (
            "Less certain because",
            ["few people or events were counted (imprecision)"],
        ),
        ("More certain because", ["the effect is large"]),
    ]
    assert "One study was stopped early." in words(page)


def test_a_claim_needs_a_source_to_be_published(db):
    block = EvidenceBlock()
    value = {**CLAIM, "sources": []}
    assert errors(block, value) == {
        "sources": ["Choose the sources that this claim rests on."]
    }
    assert block.clean_deferred(block.to_python(value))["certainty"] == "low"


def test_a_citation_within_the_claim_is_a_source(db):
    source = ReferenceFactory()
    cited = f'<p>Movement<a linktype="citation" id="{source.pk}">x</a> helps.</p>'
    value = EvidenceBlock().to_python({**CLAIM, "claim": cited, "sources": []})
    assert EvidenceBlock().clean(value)["claim"] == RichText(cited)


def test_a_retracted_source_is_marked_in_words(db):
    source = ReferenceFactory(standing="retracted", title="Fast cure")
    page = soup(EvidenceBlock(), {**CLAIM, "sources": [source.pk]})
    assert words(page.select_one(".troubled-source")) == "2020. Fast cure Retracted"


def test_a_source_that_is_gone_leaves_no_mark(db):
    page = soup(EvidenceBlock(), {**CLAIM, "sources": [99999]})
    assert page.select(".citation") == []


def test_sources_are_known_to_the_reference_index(article):
    source = ReferenceFactory()
    body = [{"type": "evidence", "value": {**CLAIM, "sources": [source.pk]}}]
    article.body = json.dumps(body)
    article.save()
    [use] = ReferenceIndex.get_references_to(source)
    assert (use.object_id, use.model_path) == (
        str(article.pk),
        "body.evidence.sources.item",
    )


# Numbers


def numbers(total=100, without=10, treated=4, **values):
    return {
        "kind": "benefit",
        "outcome": "People who have a stroke",
        "time_span": "within five years",
        "total": total,
        "without_treatment": {"label": "without treatment", "count": without},
        "with_treatment": {"label": "with treatment", "count": treated},
        "sources": [],
        **values,
    }


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        (
            numbers(),
            "10 of 100 people without treatment; 4 of 100 with treatment: 6 fewer.",
        ),
        (
            numbers(10_000, 9, 1009),
            "9 of 10,000 people without treatment; 1,009 of 10,000 with treatment: "
            "1,000 more.",
        ),
        (
            numbers(50, 0, 0),
            "0 of 50 people without treatment; 0 of 50 with treatment: no difference.",
        ),
        (
            numbers(1, 1, 0),
            "1 of 1 person without treatment; 0 of 1 with treatment: 1 fewer.",
        ),
    ],
)
def test_the_picture_has_an_equivalent_in_words(db, value, sentence):
    page = soup(NumbersBlock(), value)
    assert words(page.select_one(".numbers__words")) == sentence
    labels = [picture["aria-label"] for picture in page.select("svg")]
    assert [label.split(" of ")[0] for label in labels] == [
        f"{value[name]['count']:,}" for name in ("without_treatment", "with_treatment")
    ]


@pytest.mark.parametrize(
    ("value", "scale"),
    [
        (numbers(1000), "Each dot stands for one person."),
        (numbers(10_000, 20, 10), "Each dot stands for 10 people."),
        (
            numbers(10_000, 20, 4),
            "Each dot stands for 10 people. "
            "A dot with a hole in its middle stands for fewer.",
        ),
    ],
)
def test_what_a_dot_stands_for_is_said(db, value, scale):
    page = soup(NumbersBlock(), value)
    assert words(page.select("figcaption p")[-1]) == scale


def test_labels_of_groups_are_escaped(db):
    label = "<script>x</script>"
    value = numbers(without_treatment={"label": label, "count": 1})
    html = NumbersBlock().render(NumbersBlock().to_python(value))
    assert "<script" not in html
    assert "&lt;script&gt;" in html


def test_the_numbers_carry_the_marks_of_their_sources(db):
    source = ReferenceFactory()
    html = NumbersBlock().render(NumbersBlock().to_python(numbers(sources=[source.pk])))
    assert f"6 fewer.{marks(source)}</p>" in html


MISSING = "Give the number of people."
NO_NUMBER = (
    "Give a whole number of people. A percentage or “half as many” does not tell "
    "readers how many people that is."
)


@pytest.mark.parametrize(
    ("value", "found"),
    [
        (numbers(total=None), {"total": [MISSING]}),
        (numbers(without=None), {"without_treatment": {"count": [MISSING]}}),
        (numbers(treated="50 % less"), {"with_treatment": {"count": [NO_NUMBER]}}),
        (numbers(treated="0.5"), {"with_treatment": {"count": [NO_NUMBER]}}),
        (
            numbers(1000, 1001, 1002),
            {
                "without_treatment": {"count": ["There are only 1,000 people."]},
                "with_treatment": {"count": ["There are only 1,000 people."]},
            },
        ),
        (
            numbers(total=10_001),
            {"total": ["Ensure this value is less than or equal to 10000."]},
        ),
        (
            numbers(total=0, without=0, treated=0),
            {"total": ["Ensure this value is greater than or equal to 1."]},
        ),
        (
            numbers(treated=-1),
            {
                "with_treatment": {
                    "count": ["Ensure this value is greater than or equal to 0."]
                }
            },
        ),
    ],
)
def test_relative_and_impossible_numbers_are_refused(value, found):
    assert errors(NumbersBlock(), value) == found


@pytest.mark.parametrize("total", [1, 100, 250, 1000, 10_000])
def test_any_whole_number_of_people_up_to_ten_thousand_is_taken(total):
    block = NumbersBlock()
    assert block.clean(block.to_python(numbers(total, 1, 0)))["total"] == total


@pytest.mark.parametrize(
    "value", [numbers(total=None), numbers(treated=None), numbers(10, 11, 0), {}]
)
def test_a_draft_may_be_unfinished_and_shows_no_picture(db, value):
    block = NumbersBlock()
    draft = block.clean_deferred(block.to_python(value))
    page = BeautifulSoup(block.render(draft), "html.parser")
    assert page.select("svg, figcaption") == []


@pytest.mark.parametrize("treated", ["50 % less", "4"])
def test_a_body_from_elsewhere_with_text_for_numbers_still_shows(db, treated):
    assert soup(NumbersBlock(), numbers(treated=treated)).select("svg") == []


# Study table


def test_a_study_table_has_a_row_for_each_appraisal(db):
    heron = ReferenceFactory(
        contributors=[person("Heron"), person("Egret")],
        appraisals=[
            appraisal(design="cohort", participants=1200, finding="Less pain."),
            appraisal(design="cohort", finding="More sleep.", certainty="very-low"),
        ],
    )
    quill = ReferenceFactory(title="Reeds", issued="", standing="retracted")
    page = soup(
        StudyTableBlock(),
        {"caption": "<p>What is known</p>", "sources": [heron.pk, quill.pk]},
    )
    assert words(page.caption) == "What is known"
    heads = ["Study", "Design", "Participants", "Finding", "Certainty"]
    assert [words(head) for head in page.select("thead th[scope=col]")] == heads
    assert [
        [words(cell) for cell in row.select("th[scope=row], td")]
        for row in page.select("tbody tr")
    ] == [
        ["Heron 2020", "Cohort study", "1,200", "Less pain.", "–"],
        ["Heron 2020", "Cohort study", "–", "More sleep.", "Very low"],
        ["Reeds Retracted", "Not appraised yet"],
    ]
    assert page.select("td[colspan]")[0]["colspan"] == "4"
    cells = page.select("tbody th")
    assert [cell.a["data-reference"] for cell in cells] == [
        str(source.pk) for source in (heron, heron, quill)
    ]


def test_sources_without_appraisals_are_listed_all_the_same(db):
    table = study_table([ReferenceFactory(contributors=[person("Heron")])])
    assert table.columns == ("Finding",)
    assert [(row.name, row.cells) for row in table.rows] == [("Heron 2020", ())]


def test_a_study_table_needs_a_source_to_be_published(db):
    block = StudyTableBlock()
    value = {"caption": "<p>Caption</p>", "sources": []}
    assert errors(block, value) == {"sources": ["The minimum number of items is 1"]}
    assert len(block.clean_deferred(block.to_python(value))["sources"]) == 0


@pytest.mark.parametrize("count", [1, 3, 10])
def test_all_sources_of_a_page_load_in_one_query_for_each_kind_of_block(
    article, django_assert_num_queries, count
):
    sources = [ReferenceFactory(appraisals=[appraisal(design="cohort")]).pk]
    sources += [ReferenceFactory().pk for _ in range(count - 1)]
    table = {"caption": "<p>Caption</p>", "sources": sources}
    blocks = [
        {"type": "study_table", "value": table},
        {"type": "evidence", "value": {**CLAIM, "sources": sources}},
        {"type": "numbers", "value": numbers(sources=sources)},
    ]
    ArticlePage.objects.update(body=json.dumps(blocks * count))
    page = ArticlePage.objects.get()
    with django_assert_num_queries(3):
        html = page.body.render_as_block()
    assert html.count('class="citation"') == 3 * count * count


# What we do not know


def test_open_questions_are_listed_under_their_word(db):
    page = soup(
        UnknownsBlock(),
        {"title": "Open", "questions": ["<p>How <i>long</i>?</p>", "<p>For whom?</p>"]},
    )
    assert words(page.select_one(".unknowns__title")) == "Open"
    assert [words(item) for item in page("li")] == ["How long ?", "For whom?"]


# In the editor


def test_previews_need_no_source_of_the_library(db, django_assert_num_queries):
    with django_assert_num_queries(0):
        for block in (EvidenceBlock(), NumbersBlock(), StudyTableBlock()):
            html = block.render(block.get_preview_value(), context={"id": "0a1b2c3d"})
            assert 'data-reference="0"' in html
    assert Reference.objects.count() == 0
