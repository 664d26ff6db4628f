"""The thirteen questions about interests, asked one after the other by what applies."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from authors import icmje
from authors.forms import MOST_LETTERS_OF_LINE


class LinesForm(forms.Form):
    """Which of the thirteen lines apply."""

    lines = forms.MultipleChoiceField(
        label=gettext_lazy("Which of these apply to you?"),
        widget=forms.CheckboxSelectMultiple,
        choices=[(line.key, line.question) for line in icmje.LINES],
        error_messages={
            "required": gettext_lazy(
                "Tick what applies to you. If nothing does, choose “None of these "
                "applies to me”."
            )
        },
    )


class DetailsForm(forms.Form):
    """Names for the lines that apply, and one sentence for readers."""

    statement = forms.CharField(
        label=gettext_lazy("One sentence for readers"),
        max_length=icmje.MOST_LETTERS_OF_STATEMENT,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy(
            "It stands beside your name: “Dr Fern gave paid talks for a maker of "
            "pumps.”"
        ),
    )

    def __init__(self, *args, keys: Iterable[str], **kwargs):
        super().__init__(*args, **kwargs)
        chosen = set(keys)
        self.asked = [line for line in icmje.LINES if line.key in chosen]
        for line in self.asked:
            self.fields[line.key] = forms.CharField(
                label=str(line.question),
                max_length=MOST_LETTERS_OF_LINE,
                widget=forms.Textarea(attrs={"rows": 3}),
                help_text=line.window.value,
                error_messages={
                    "required": _("Name who, or go back and untick this question.")
                },
            )
        self.order_fields([line.key for line in self.asked])

    def clean(self) -> dict[str, Any]:
        """Read every line that was asked; the others say “None”."""
        data = super().clean() or {}
        self.answers: icmje.Answers = {line.key: () for line in icmje.LINES}
        for line in self.asked:
            if line.key in data:
                self._read(line, data[line.key])
        return data

    def _read(self, line: icmje.Line, text: str) -> None:
        try:
            interests = icmje.read(text)
        except ValueError as error:
            self.add_error(line.key, capfirst(str(error)))
            return
        if not interests:
            self.add_error(
                line.key, _("Name who, or go back and untick this question.")
            )
        self.answers[line.key] = interests
