"""The reader's form."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _


class CommentForm(forms.Form):
    """A name or pseudonym and a text; the rest is optional."""

    name = forms.CharField(
        label=_("Name or pseudonym"),
        max_length=50,
        widget=forms.TextInput(attrs={"autocomplete": "nickname"}),
        help_text=_("A pseudonym is welcome. It is shown beside your comment."),
    )
    email = forms.EmailField(
        label=_("E-mail (optional)"),
        required=False,
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        help_text=_("Never shown."),
    )
    text = forms.CharField(
        label=_("Comment"),
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_(
            "Please do not name people. A person reads it before it is shown; "
            "we cannot give advice on your own case."
        ),
    )
    reply_to = forms.IntegerField(required=False, widget=forms.HiddenInput)
    website = forms.CharField(required=False, label=_("Leave this empty"))

    def clean_website(self) -> str:
        """Refuse robots that fill every field."""
        if self.cleaned_data["website"]:
            raise ValidationError(_("Please leave this field empty."))
        return ""
