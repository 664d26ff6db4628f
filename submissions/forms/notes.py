"""A note to the other side, a reason, and a change that is proposed."""

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


class ProposalForm(forms.Form):
    """What an author wishes to be changed in a published article."""

    text = forms.CharField(
        label=_("What should be changed, and why?"),
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
