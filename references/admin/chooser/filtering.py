"""What an editor asks the chooser for."""

from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm

from references import search
from references.models import CslType, Reference, StandingState

# Wagtail's dialog asks anew when a field with this attribute changes.
_ASKS = {"data-chooser-modal-search-filter": True}


def _choice(label: Any, choices: list[tuple[str, Any]]) -> forms.ChoiceField:
    widget = forms.Select(attrs=_ASKS)
    return forms.ChoiceField(
        label=label, required=False, choices=[("", _("All")), *choices], widget=widget
    )


def _year(label: Any) -> forms.IntegerField:
    return forms.IntegerField(
        label=label,
        required=False,
        min_value=1000,
        max_value=9999,
        widget=forms.NumberInput(attrs=_ASKS),
    )


def _tick(label: Any) -> forms.BooleanField:
    widget = forms.CheckboxInput(attrs=_ASKS)
    return forms.BooleanField(label=label, required=False, widget=widget)


class FilterForm(BaseFilterForm):
    """Words and filters; every field may be empty."""

    q = forms.CharField(
        label=_("Search term"),
        widget=forms.TextInput(attrs={"placeholder": _("Search")}),
        required=False,
    )
    csl_type = _choice(_("Kind"), CslType.choices)
    year_from = _year(_("From year"))
    year_to = _year(_("To year"))
    standing = _choice(_("Standing"), StandingState.choices)
    appraised = _tick(_("Appraised"))
    free = _tick(_("Free full text"))

    def is_valid(self) -> bool:
        """Take what is right, whatever else was typed: a filter never fails."""
        super().is_valid()
        return True

    def filter(self, objects: Any) -> Any:
        """Narrow the records, and search them as the public library does."""
        objects = super().filter(objects)
        asked = self.cleaned_data
        for name, value in (
            ("csl_type", asked.get("csl_type")),
            ("year__gte", asked.get("year_from")),
            ("year__lte", asked.get("year_to")),
            ("standing", asked.get("standing")),
        ):
            if value:
                objects = objects.filter(**{name: value})
        # Asked by key: a search may be narrowed by fields of its index alone.
        if asked.get("appraised"):
            appraised = Reference.objects.exclude(appraisals=[])
            objects = objects.filter(pk__in=appraised.values("pk"))
        if asked.get("free"):
            free = Reference.objects.filter(Q(pmcid__isnull=False) | ~Q(nbk=""))
            objects = objects.filter(pk__in=free.values("pk"))
        self.search_query = asked.get("q", "")
        self.is_searching = bool(self.search_query)
        return search.search(objects, self.search_query)
