"""A note to the other side, and a reason."""

from django import forms
from django.utils.translation import gettext_lazy as _


class NoteForm(forms.Form):
    """A private note."""

    text = forms.CharField(
        label=_("Your note"), max_length=5000, widget=forms.Textarea(attrs={"rows": 4})
    )


class ReasonForm(forms.Form):
    """Why it ends, if the guest cares to say."""

    reason = forms.CharField(
        label=_("Would you like to say why? (optional)"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
