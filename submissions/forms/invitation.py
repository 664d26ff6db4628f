"""What an editor writes to somebody who shall write."""

from typing import cast

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext, gettext_lazy
from wagtail.admin.widgets import AdminDateInput

from submissions.inviting import Letter


def _due(**kwargs) -> forms.DateField:
    return forms.DateField(
        label=gettext_lazy("Due on"), required=False, widget=AdminDateInput, **kwargs
    )


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


class LetterForm(forms.Form):
    """Subject and text of the mail."""

    subject = forms.CharField(label=gettext_lazy("Subject of the mail"), max_length=200)
    message = forms.CharField(
        label=gettext_lazy("Text of the mail"),
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=gettext_lazy(
            "Topic, due date, your note and the guest’s own link are put below it."
        ),
    )

    @property
    def letter(self) -> Letter:
        """What was written."""
        return Letter(
            _on_one_line(self.cleaned_data["subject"]), self.cleaned_data["message"]
        )


class InvitationForm(LetterForm):
    """Whom to invite, what about, until when, and the mail."""

    name = forms.CharField(
        label=gettext_lazy("Name"),
        max_length=200,
        help_text=gettext_lazy("As you would address them: “Dr Heron”."),
    )
    email = forms.EmailField(label=gettext_lazy("E-mail"), max_length=254)
    topic = forms.CharField(label=gettext_lazy("Topic"), max_length=200)
    due_on = _due()
    brief = forms.CharField(
        label=gettext_lazy("Note to the guest"),
        required=False,
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy(
            "What you hope for: readers, length, questions. It is in the mail, and on "
            "the guest’s page."
        ),
    )
    language = forms.ChoiceField(label=gettext_lazy("Language of mails"))
    field_order = ["name", "email", "topic", "due_on", "brief", "language"]

    def __init__(self, *args, instance=None, **kwargs):
        super().__init__(*args, **kwargs)
        languages = cast(forms.ChoiceField, self.fields["language"])
        languages.choices = settings.LANGUAGES
        languages.initial = settings.LANGUAGE_CODE
        self.initial.setdefault(
            "subject", gettext("Would you like to write for our readers?")
        )
        self.initial.setdefault(
            "message",
            gettext(
                "Dear colleague,\n\n"
                "we should be glad to have an article from you for our readers, who "
                "are patients and those who care for them. You can write in Word or "
                "Google Docs; we see to the rest, and nothing is published before you "
                "have approved it.\n\n"
                "Kind regards"
            ),
        )

    def clean_due_on(self):
        """Refuse a day that is past."""
        return not_past(self.cleaned_data["due_on"])

    def clean_topic(self) -> str:
        """Keep it on one line: it is the subject of mails."""
        return _on_one_line(self.cleaned_data["topic"])


class DueDateForm(forms.Form):
    """Another due date, or none."""

    due_on = _due()

    def clean_due_on(self):
        """Refuse a day that is past."""
        return not_past(self.cleaned_data["due_on"])


def not_past(day):
    """Give a day back, or raise `ValidationError` where it is past."""
    if day and day < timezone.localdate():
        raise ValidationError(gettext("Choose today or a later day."))
    return day
