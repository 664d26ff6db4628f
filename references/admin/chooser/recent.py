"""The records that an editor used last, which the chooser shows first."""

from collections.abc import Iterable

from django.db.models import Case, IntegerField, QuerySet, Value, When
from django.http import HttpRequest

from references import rewriting

_KEY = "references_chosen"
_MOST = 15


def remember(request: HttpRequest, keys: Iterable[int]) -> None:
    """Keep in the editor's session what was chosen, the last first."""
    found = dict.fromkeys([*keys, *request.session.get(_KEY, [])])
    request.session[_KEY] = list(found)[:_MOST]


def used(request: HttpRequest) -> list[int]:
    """Give the keys of what the editor chose last, then of what the page cites.

    The text editor names the latter in the address, as in `?cited=5,3`.
    """
    named = map(rewriting.key_of, request.GET.get("cited", "").split(","))
    cited = [key for key in named if key is not None]
    return list(dict.fromkeys([*request.session.get(_KEY, []), *cited]))[: 2 * _MOST]


def first(references: QuerySet, keys: list[int]) -> QuerySet:
    """Put the records with these keys before the others, in their order."""
    if not keys:
        return references
    places = [When(pk=key, then=Value(place)) for place, key in enumerate(keys)]
    place = Case(*places, default=Value(len(keys)), output_field=IntegerField())
    return references.order_by(place, *references.model._meta.ordering)
