"""What a reviewer states before signing."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.forms import TaskStateCommentForm


class SignOffForm(TaskStateCommentForm):
    """What was checked, each line ticked by the reviewer, and remarks if any."""

    claims = forms.BooleanField(
        label=_("Every medical statement is right, as far as I can judge.")
    )
    sources = forms.BooleanField(
        label=_("The sources support what they are cited for, and are current.")
    )
    balance = forms.BooleanField(
        label=_("Benefits, harms and what is not known are fairly told.")
    )
    safety = forms.BooleanField(
        label=_("Nothing here could lead a reader to do themselves harm.")
    )
    no_conflict = forms.BooleanField(
        label=_("I have no interest in what this page is about, and did not write it.")
    )

    field_order = ["claims", "sources", "balance", "safety", "no_conflict", "comment"]

    @classmethod
    def lines(cls) -> dict[str, str]:
        """Give the lines that must be ticked, with their wording."""
        return {
            name: str(field.label)
            for name, field in cls.base_fields.items()
            if isinstance(field, forms.BooleanField)
        }
