"""Two records side by side: what differs, what to suggest, what an editor chose."""

from typing import Any, cast

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from references import columns
from references.merging import Side
from references.models import Reference
from references.uses import Use


class MergeForm(forms.Form):
    """Which record is kept, and which side of each field that differs.

    `step` is empty until the editor has seen what will happen.
    """

    kept = forms.TypedChoiceField(
        label=gettext_lazy("Keep"), coerce=int, widget=forms.RadioSelect
    )
    step = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, pair: tuple[Reference, Reference], **kwargs):
        super().__init__(*args, **kwargs)
        self.pair = pair
        self.differing = [
            name for name in columns.differing(*pair) if name in columns.DESCRIBING
        ]
        keys = [(reference.pk, str(reference)) for reference in pair]
        cast(forms.ChoiceField, self.fields["kept"]).choices = keys
        for name in self.differing:
            self.fields[name] = forms.TypedChoiceField(
                label=columns.label(name), coerce=int, choices=keys
            )

    @property
    def kept_record(self) -> Reference:
        """The record that the editor keeps."""
        return next(it for it in self.pair if it.pk == self.cleaned_data["kept"])

    @property
    def absorbed_record(self) -> Reference:
        """The other one."""
        return next(it for it in self.pair if it.pk != self.cleaned_data["kept"])

    @property
    def sides(self) -> dict[str, Side]:
        """The side of each field that differs."""
        return {
            name: (
                Side.KEPT
                if self.cleaned_data[name] == self.cleaned_data["kept"]
                else Side.ABSORBED
            )
            for name in self.differing
        }


def suggested(
    pair: tuple[Reference, Reference], used: dict[int, list[Use]]
) -> dict[str, int]:
    """Suggest to keep the record that is used more, and what the other one adds."""
    kept = max(pair, key=lambda it: (len(used[it.pk]), _fullness(it), -it.pk))
    other = next(it for it in pair if it.pk != kept.pk)
    initial = {"kept": kept.pk}
    for name in columns.differing(*pair):
        fills = not getattr(kept, name) and name not in kept.locked_fields
        initial[name] = other.pk if fills else kept.pk
    return initial


def _fullness(reference: Reference) -> int:
    return sum(bool(getattr(reference, name)) for name in columns.DESCRIBING)


def rows(form: MergeForm) -> list[dict[str, Any]]:
    """Give each field that either record has, with both values in words."""
    found = []
    for name in columns.EDITED:
        values = [columns.words(reference, name) for reference in form.pair]
        if not any(values):
            continue
        differs = name in form.differing
        chosen = str(form[name].value()) if differs else ""
        found.append(
            {
                "cells": [
                    {
                        "is_chosen": chosen == str(reference.pk),
                        "is_locked": name in reference.locked_fields,
                        "key": reference.pk,
                        "words": value,
                    }
                    for reference, value in zip(form.pair, values, strict=True)
                ],
                "can_choose": differs,
                "label": columns.label(name),
                "name": name,
                "note": _note(name, values, differs),
            }
        )
    return found


def _note(name: str, values: list[str], differs: bool) -> str:
    if differs:
        return _("Differs") if all(values) else _("Only one has it")
    if name in columns.DESCRIBING:
        return _("Same")
    return _("Joined")
