"""What an author wishes to be changed in a proof."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

_AT = "at-"


class WishesForm(forms.Form):
    """A field for each paragraph, by its key, and one for the whole."""

    whole = forms.CharField(
        label=gettext_lazy("Wishes for the text as a whole"),
        required=False,
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, *args: Any, keys: Iterable[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for key in keys:
            self.fields[_AT + key] = forms.CharField(
                label=_("What should be changed here?"),
                required=False,
                max_length=5000,
                widget=forms.Textarea(attrs={"rows": 3}),
            )

    def at(self, key: str) -> forms.BoundField:
        """Give the field of a paragraph."""
        return self[_AT + key]

    @property
    def wishes(self) -> Mapping[str, str]:
        """What was asked, by the keys of paragraphs, and by "" for the whole."""
        data = dict(self.cleaned_data)
        return {"": data.pop("whole")} | {
            name.removeprefix(_AT): text for name, text in data.items()
        }
