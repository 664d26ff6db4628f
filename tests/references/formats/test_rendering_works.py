"""The three styles on works of all kinds, and on items that nobody should send."""

import json
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st

from references.formats import ama, apa, vancouver

DATA = Path(__file__).parents[2] / "data/references/rendering"
WORKS = json.loads((DATA / "works.json").read_text(encoding="utf-8"))
STYLES = {"ama": ama, "vancouver": vancouver, "apa": apa}

scalars = st.none() | st.booleans() | st.integers() | st.floats() | st.text()
values = st.recursive(
    scalars,
    lambda each: (
        st.lists(each, max_size=3)
        | st.dictionaries(
            st.sampled_from(["family", "given", "literal", "date-parts", "raw"]), each
        )
    ),
    max_leaves=6,
)
variables = st.sampled_from(
    [
        "type",
        "title",
        "author",
        "editor",
        "container-title",
        "issued",
        "accessed",
        "volume",
        "page",
        "number",
        "edition",
        "DOI",
        "URL",
        "custom",
        "status",
        "language",
    ]
)
items = st.dictionaries(variables, values) | st.builds(
    lambda item, kind: item | {"type": kind},
    st.dictionaries(variables, values),
    st.sampled_from(sorted({work["item"]["type"] for work in WORKS})),
)


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("work", WORKS, ids=lambda work: work["name"])
def test_works_of_all_kinds(work, style):
    assert STYLES[style].as_text(work["item"]) == work[style]


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("work", WORKS, ids=lambda work: work["name"])
def test_html_reads_as_the_text(work, style):
    html = STYLES[style].as_html(work["item"])
    assert BeautifulSoup(html, "html.parser").get_text() == work[style]


@settings(max_examples=100, deadline=None)
@given(items)
def test_any_item_gives_a_text(item):
    for style in STYLES.values():
        assert type(style.as_text(item)) is str
        assert "<script" not in style.as_html(item)


@pytest.mark.parametrize("style", STYLES)
def test_an_empty_item_raises_nothing(style):
    assert STYLES[style].as_text({}) == {"apa": "(n.d.)."}.get(style, "")


@pytest.mark.parametrize("style", STYLES)
def test_markup_is_escaped(style):
    hostile = "<script>alert(1)</script>"
    html = STYLES[style].as_html(
        {
            "type": "article-journal",
            "title": hostile,
            "author": [{"literal": hostile}],
            "container-title": hostile,
            "URL": f"https://example.org/{hostile}",
        }
    )
    elements = {
        element.name for element in BeautifulSoup(html, "html.parser").find_all()
    }
    assert elements <= {"i", "a"}
    assert "<script" not in html


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "//x.org"])
def test_only_addresses_of_the_web_are_links(style, url):
    html = STYLES[style].as_html({"type": "webpage", "title": "Pain", "URL": url})
    assert html.endswith(url)
    assert "<a" not in html


@pytest.mark.parametrize("style", STYLES)
def test_a_doi_leads_to_its_resolver(style):
    html = STYLES[style].as_html(
        {"type": "article-journal", "title": "Pain", "DOI": '10.1000/a<"b">'}
    )
    link = BeautifulSoup(html, "html.parser").a
    assert link["href"] == "https://doi.org/10.1000/a%3C%22b%22%3E"
    assert link["rel"] == ["noreferrer"]
