"""A library of 50,000 records, and how long its searches take in the database.

Measured are the queries that the chooser of the admin and `/references/?q=` run: the
count and the first page. Runs in a process of its own, on the PostgreSQL that
DATABASE_URL names.
"""

import json
import random
from collections.abc import Callable, Iterator
from time import perf_counter
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.core.paginator import Paginator
from django.db import connection
from django.test import RequestFactory
from wagtail.search.backends import get_search_backend
from wagtail.search.models import IndexEntry

from references import library
from references.admin.chooser import ReferenceChooserViewSet
from references.listing import LibraryForm
from references.models import Reference
from references.views import RECORDS_PER_PAGE

_RECORDS = 50_000
_MADE = 5_000  # the others are copies of these, under other keys
_CHUNK = 1000
_REPEATS = 5
# The frequent ones first: words are drawn as in a text, after Zipf's law.
_TEXT = (
    "pain of the in and trial randomised patients treatment chronic study women with "
    "therapy pelvic effect controlled neuropathic ketamine endometriosis outcomes "
    "clinical analysis systematic review adults children surgery opioid placebo "
    "disease management risk cohort quality life infusion migraine depression "
    "fibromyalgia exercise cognitive nerve stimulation spinal cord injury arthritis "
    "vaccination pregnancy cardiovascular cancer diabetes hypertension asthma sleep "
    "anxiety dose safety efficacy guideline prevalence epidemiology mechanism receptor "
    "biomarker imaging magnetic resonance inflammation cytokine genetics microbiome "
    "nutrition vitamin acupuncture mindfulness physiotherapy rehabilitation paediatric "
    "geriatric palliative emergency anaesthesia lidocaine gabapentin pregabalin "
    "amitriptyline duloxetine naloxone methadone cannabinoid botulinum capsaicin "
    "sciatica neuralgia zoster allodynia hyperalgesia central sensitisation"
)
_SYLLABLES = "al ber cor dan el fen gar hol in jor kel lan mor nor os pel quin ros"
_QUERIES = (
    "pain",
    "trial",
    "chronic pain",
    "randomised trial",
    "the",
    "of the",
    "p",
    "ket",
    "ketamine neuropathic",
    "ketamine inf",
    "endometriosis women",
    "randomised controlled trial of ketamine in patients with chronic pain",
    "sciatica",
    "zoster neuralgia lidocaine",
    "central sens",
    "fenmor",
    "fenmor ketamine",
    "garhol pain",
    "10.1000/example.4711",
    "10004711",
    "no-such-word-anywhere",
    "journal of examples",
)


def main() -> None:
    """Fill the database that DATABASE_URL names and print what searching takes."""
    call_command("migrate", verbosity=0)
    _fill()
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
    ways = {"chooser": _choose, "public library": _list}
    print(
        json.dumps(
            {
                name: {text: _time(way, text) for text in _QUERIES}
                for name, way in ways.items()
            }
        )
    )


def _fill() -> None:
    """Store some records as an import does, and copy them until there are enough."""
    backend = get_search_backend()
    chunk = []
    for number, item in enumerate(_items(), 1):
        reference = library.build(item, source="bench")
        reference.pk = number
        reference.bring_to_form()
        chunk.append(reference)
        if number % _CHUNK == 0:
            backend.add_bulk(Reference, Reference.objects.bulk_create(chunk))
            chunk = []
    for copy in range(1, _RECORDS // _MADE):
        _copy(copy * _MADE)


def _copy(shift: int) -> None:
    """Store the first records again, with other keys, and so in the search index."""
    other = {
        (Reference, "id"): f"id + {shift}",
        (Reference, "doi"): f"doi || '.{shift}'",
        (Reference, "pmid"): f"pmid || '{shift}'",
        (IndexEntry, "object_id"): f"(object_id::bigint + {shift})::text",
    }
    kind = ContentType.objects.get_for_model(Reference).pk
    first = {
        Reference: f"id <= {_MADE}",
        IndexEntry: f"content_type_id = {kind} AND object_id::bigint <= {_MADE}",
    }
    with connection.cursor() as cursor:
        for model, condition in first.items():
            columns = [field.column for field in model._meta.concrete_fields]
            if model is IndexEntry:
                columns.remove("id")
            values = [other.get((model, name), name) for name in columns]
            cursor.execute(
                f"INSERT INTO {model._meta.db_table} ({', '.join(columns)}) "  # noqa: S608  (our names)
                f"SELECT {', '.join(values)} FROM {model._meta.db_table} "
                f"WHERE {condition}"
            )


def _items() -> Iterator[dict[str, Any]]:
    draw = random.Random(1)  # noqa: S311  (the same library each time)
    vocabulary = _TEXT.split()
    weights = [1 / (rank + 1) for rank in range(len(vocabulary))]
    syllables = _SYLLABLES.split()
    surnames = [(a + b).capitalize() for a in syllables for b in syllables]
    for number in range(_MADE):
        words = draw.choices(vocabulary, weights, k=draw.randint(6, 18))
        people = draw.choices(surnames, k=draw.randint(1, 8))
        yield {
            "type": "article-journal",
            "title": " ".join(words).capitalize(),
            "author": [{"family": name, "given": "A B"} for name in people],
            "container-title": "Journal of Examples",
            "issued": {"date-parts": [[1980 + number % 45]]},
            "volume": str(number % 90 + 1),
            "page": f"{number}-{number + 9}",
            "DOI": f"10.1000/example.{number}",
            "PMID": str(10_000_000 + number),
            "abstract": " ".join(draw.choices(vocabulary, weights, k=200)),
        }


def _choose(text: str) -> None:
    view = ReferenceChooserViewSet("chooser").choose_results_view_class()
    view.model_class = Reference
    view.setup(RequestFactory().get("/", {"q": text}))
    view.used = []
    view.filter_form = view.get_filter_form()
    list(view.get_results_page(view.request))


def _list(text: str) -> None:
    list(Paginator(LibraryForm({"q": text}).results(), RECORDS_PER_PAGE).page(1))


def _time(way: Callable[[str], None], text: str) -> float:
    """Give the milliseconds that the database needs for one search, the best of few."""
    spent: list[float] = []

    def timed(execute, sql, params, many, context):
        start = perf_counter()
        try:
            return execute(sql, params, many, context)
        finally:
            spent[-1] += 1000 * (perf_counter() - start)

    for _attempt in range(_REPEATS):
        spent.append(0.0)
        with connection.execute_wrapper(timed):
            way(text)
    return min(spent)
