"""What is written is read back the same, for all that a format can hold."""

import json
import string

from hypothesis import given, settings
from hypothesis import strategies as st

from references import csl, names
from references.formats import bibtex, csl_json, registry, ris

WORD = st.text(string.ascii_letters + "äéßøŁ", min_size=2, max_size=8)
# “Aa, Inc” is a company in every format, whoever Inc may be.
GIVEN = WORD.map(str.title).filter(
    lambda given: not names.is_organisation(f"Aa, {given}")
)
NUMBER = st.integers(1, 9999).map(str)


def words(most=5, extra=""):
    word = st.text(string.ascii_letters + "éß" + extra, min_size=1, max_size=8)
    return st.lists(word, min_size=1, max_size=most).map(" ".join)


TITLES = st.one_of(
    words(extra=",:;.?!()[]/%&#$_^~{}\\+*=-`'"),
    words().map(lambda text: f"On <i>{text}</i> and H<sub>2</sub>O"),
)
PEOPLE = st.one_of(
    st.fixed_dictionaries(
        {"family": WORD.map(str.title), "given": GIVEN},
        optional={
            "suffix": st.sampled_from(["Jr", "III"]),
            "non-dropping-particle": st.sampled_from(["van", "de la", "von der"]),
        },
    ),
    st.sampled_from(
        [
            {"literal": "World Health Organization"},
            {"literal": "Examples, Relief and Care Group"},
            {"literal": "Pfizer, Inc."},
        ]
    ),
)
DATES = st.one_of(
    st.lists(st.integers(1, 12), max_size=2).map(
        lambda rest: {"date-parts": [[2001, *rest]]}
    ),
    st.just({"raw": "in press"}),
)
FIELDS = {
    "title-short": words(),
    "issued": DATES,
    "volume": NUMBER,
    "page": st.tuples(NUMBER, NUMBER).filter(lambda p: p[0] != p[1]).map("-".join),
    "publisher": words(),
    "publisher-place": words(),
    "language": st.sampled_from(["en", "de"]),
    "abstract": words(20, ".,%"),
    "keyword": st.lists(WORD, min_size=1, max_size=3).map(", ".join),
    "DOI": NUMBER.map("10.1000/x_{}".format),
    "PMID": NUMBER,
    "PMCID": st.integers(1000, 999999).map("PMC{}".format),
    "URL": NUMBER.map("https://example.org/a_b%20c~{}".format),
    "author": st.lists(PEOPLE, min_size=1, max_size=4),
    "editor": st.lists(PEOPLE, min_size=1, max_size=2),
}
ONLY_IN = {
    "article-journal": {"container-title": words(), "issue": NUMBER},
    "chapter": {"container-title": words(), "collection-title": words()},
    "book": {"collection-title": words(), "number-of-pages": NUMBER},
    "webpage": {"container-title": words()},
    "thesis": {"genre": words()},
}


def items(*without, kinds=tuple(ONLY_IN)):
    def of_kind(kind):
        fields = FIELDS | ONLY_IN[kind]
        optional = {key: each for key, each in fields.items() if key not in without}
        if kind == "book":
            del optional["page"]
        always = {"id": st.just("key1"), "type": st.just(kind), "title": TITLES}
        return st.fixed_dictionaries(always, optional=optional).map(csl.normalise)

    return st.sampled_from(kinds).flatmap(of_kind)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=10,
)
ODD_ITEMS = st.dictionaries(
    st.sampled_from(
        ["type", "title", "author", "issued", "DOI", "URL", "note", "page", "custom"]
    ),
    JSON | st.dictionaries(st.sampled_from(["date-parts", "family", "raw"]), JSON),
)


def read_back(batch):
    assert batch.problems == ()
    return [record.item for record in batch.records]


@given(st.lists(items(), max_size=3))
@settings(max_examples=60)
def test_csl_json(library):
    assert read_back(csl_json.read(csl_json.write(library))) == library


@given(st.lists(items(), max_size=3))
@settings(max_examples=150)
def test_ris(library):
    assert read_back(ris.read(ris.write(library))) == library


@given(
    st.lists(
        items("keyword", kinds=("article-journal", "book", "chapter", "webpage")),
        max_size=1,
    )
)
@settings(max_examples=150, deadline=None)
def test_bibtex(library):
    assert read_back(bibtex.read(bibtex.write(library))) == library


@given(ODD_ITEMS)
@settings(max_examples=150)
def test_any_object_becomes_an_item_that_stays_as_it_is(value):
    item = csl.normalise(value)
    if "&" not in json.dumps(item):
        assert csl.normalise(item) == item


@given(st.text(max_size=300))
@settings(max_examples=60, deadline=None)
def test_any_text_becomes_records_or_problems(text):
    for name in registry.READERS:
        batch = registry.read(text, name)
        assert bool(batch.records or batch.problems) == bool(text.strip())
