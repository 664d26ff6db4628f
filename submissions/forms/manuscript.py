"""A manuscript: a file, or text that is pasted."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.html import escape, linebreaks
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from submissions.manuscripts import MOST_BYTES, PASTED

MOST_LETTERS_OF_PASTE = 2_000_000


class ManuscriptForm(forms.Form):
    """One of the two."""

    file = forms.FileField(
        label=gettext_lazy("Word file"),
        required=False,
        help_text=gettext_lazy(
            "Up to 20 MB. In Google Docs: File, Download, Microsoft Word (.docx)."
        ),
        widget=forms.FileInput(attrs={"accept": ".docx"}),
    )
    pasted = forms.CharField(
        label=gettext_lazy("Or paste the text here"),
        required=False,
        max_length=MOST_LETTERS_OF_PASTE,
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text=gettext_lazy(
            "An empty line begins a new paragraph. A Word file keeps more: tables, "
            "pictures, notes and references."
        ),
    )

    def clean_file(self):
        """Refuse what is too large."""
        file = self.cleaned_data["file"]
        if file and file.size > MOST_BYTES:
            raise ValidationError(_("This file is larger than 20 MB."))
        return file

    def clean(self) -> dict[str, Any]:
        """Ask for one of the two, and not for both."""
        data = super().clean() or {}
        if not self.errors and bool(data["file"]) == bool(data["pasted"]):
            self.add_error(
                "file", _("Choose a file or paste the text: one of the two.")
            )
        return data

    @property
    def manuscript(self) -> tuple[bytes, str]:
        """What was sent, and its name."""
        file = self.cleaned_data["file"]
        if file:
            return file.read(), file.name
        return as_page(self.cleaned_data["pasted"]).encode(), PASTED


def as_page(text: str) -> str:
    """Give plain text as HTML."""
    return f"<!doctype html><body>{linebreaks(escape(text))}</body>"
