"""“Paste anything”, in place of a form for a new record."""

from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from references import pasting
from references.models import PasteEntry, Reference


class PasteOneForm(forms.Form):
    """One reference, pasted in any form; it is valid once the editor confirmed it.

    The first time it is read and looked up, and comes back with what it can be.
    """

    text = forms.CharField(
        label=gettext_lazy("Paste anything"),
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy(
            "A DOI, PMID, PMCID, ISBN or address, a typed reference, RIS or BibTeX."
        ),
    )
    understood = forms.CharField(required=False, widget=forms.HiddenInput)
    entry = forms.IntegerField(required=False, widget=forms.HiddenInput)
    choice = forms.ChoiceField(
        label=gettext_lazy("What it is"), required=False, widget=forms.HiddenInput
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user
        self._entry: PasteEntry | None = None
        if self.is_bound and self.data.get("understood") == self.data.get("text"):
            own = PasteEntry.objects.filter(paste__owner=user)
            key = str(self.data.get("entry", ""))
            self._entry = own.filter(pk=int(key)).first() if key.isdecimal() else None
            if self._entry is not None:
                self._offer(self._entry)

    def clean(self) -> dict[str, Any]:
        """Read and look up what was pasted, until the editor chose what it is."""
        data = super().clean() or {}
        if self.errors or (self._entry is not None and data.get("choice")):
            return data
        try:
            entries = list(pasting.start(data["text"], by=self.user).entries.all())
        except pasting.TooMuch as error:
            raise ValidationError(str(error)) from error
        if len(entries) != 1:
            raise ValidationError(
                _("This holds %(count)d references: add them under References → Paste.")
                % {"count": len(entries)}
            )
        [self._entry] = entries
        pasting.look_up(self._entry)
        self._entry.save()
        self.data = {
            **self.data,
            "understood": data["text"],
            "entry": self._entry.pk,
            "choice": self._offer(self._entry),
        }
        failure = self._entry.failure
        asked = _("Look at what was understood, and add it once more to confirm.")
        raise ValidationError([failure, asked] if failure else [asked])

    def _offer(self, entry: PasteEntry) -> str:
        """Show what an entry can be as choices, and give the one to suggest."""
        offered = [
            (
                option.key,
                format_html("<b>{}</b><br>{}", option.label, option.html),
            )
            for option in pasting.options(entry)
            if option.key != pasting.SKIP
        ]
        choice = cast(forms.ChoiceField, self.fields["choice"])
        choice.widget = forms.RadioSelect()
        choice.choices = offered
        return offered[0][0]

    def save(self) -> Reference:
        """Give the record that the editor chose, new or old."""
        assert self._entry is not None  # noqa: S101  (valid forms have one)
        reference = pasting.settle(
            self._entry, self.cleaned_data["choice"], by=self.user
        )
        assert reference is not None  # noqa: S101  ("leave it out" is not offered)
        return reference
