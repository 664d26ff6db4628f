"""What readers ask the public library for."""

from collections.abc import Iterable
from typing import Any, cast

from django import forms
from django.contrib.contenttypes.models import ContentType
from django.db.models import F
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, ReferenceIndex

from references import search, topics
from references.models import CslType, Reference, StandingState


def _any(choices: Iterable[tuple[str, Any]]) -> list[tuple[str, Any]]:
    return [("", _("All")), *choices]


def _year(label: Any) -> forms.IntegerField:
    return forms.IntegerField(
        label=label, required=False, min_value=1000, max_value=9999
    )


class LibraryForm(forms.Form):
    """What a reader asks the library for; every field may be empty."""

    q = forms.CharField(
        label=_("Words, names, DOI or PMID"), required=False, max_length=500
    )
    type = forms.ChoiceField(
        label=_("Kind"), required=False, choices=_any(CslType.choices)
    )
    topic = forms.ChoiceField(label=_("Cited on the topic"), required=False)
    standing = forms.ChoiceField(
        label=_("Standing"), required=False, choices=_any(StandingState.choices)
    )
    year_from = _year(_("From year"))
    year_to = _year(_("To year"))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # Asked for once: a choice that is a function is called for each use.
        topic = cast(forms.ChoiceField, self.fields["topic"])
        topic.choices = _any(topics.choices())

    def results(self) -> Any:
        """Give the published records that fit; a field that is wrong is left out.

        Those that are searched for come best first, the others newest first.
        """
        self.is_valid()
        asked = self.cleaned_data
        newest = F("year").desc(nulls_last=True)
        found = Reference.objects.live().order_by(newest, "title", "pk")
        for name, value in (
            ("csl_type", asked.get("type")),
            ("year__gte", asked.get("year_from")),
            ("year__lte", asked.get("year_to")),
            ("standing", asked.get("standing")),
        ):
            if value:
                found = found.filter(**{name: value})
        if asked.get("topic"):
            found = found.filter(pk__in=_used_by(topics.pages(asked["topic"])))
        return search.search(found, asked.get("q", ""))


def citing_pages(reference: Reference) -> list[Page]:
    """Give the published pages that every reader may see and that use a record."""
    users = _index().filter(to_object_id=str(reference.pk))
    keys = {int(key) for key in users.values_list("object_id", flat=True)}
    return list(Page.objects.live().public().filter(pk__in=keys).order_by("title"))


def _used_by(pages: Iterable[int]) -> set[int]:
    """Give the keys of the records that pages use in what is published of them."""
    rows = _index().filter(object_id__in=[str(key) for key in pages])
    return {int(key) for key in rows.values_list("to_object_id", flat=True)}


def _index() -> Any:
    kinds = ContentType.objects.get_for_models(Page, Reference)
    return ReferenceIndex.objects.filter(
        base_content_type=kinds[Page], to_content_type=kinds[Reference]
    )
