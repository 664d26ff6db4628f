"""The reader's form to ask for a source, and the editor's to decide."""

from collections.abc import Sequence
from typing import cast

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from editorial.claims import Sentence
from editorial.models import RequestState

STAMP_HOLDS = 24 * 3600  # seconds


class SentenceSelect(forms.RadioSelect):
    """Radio buttons, of which the first can be linked to."""

    def id_for_label(self, id_, index="0"):
        return super().id_for_label(id_, index)


class SourceRequestForm(forms.Form):
    """A sentence of one passage; a note and an address, if the reader likes."""

    sentence = forms.ChoiceField(
        label=_("Sentence"),
        widget=SentenceSelect,
        error_messages={
            "required": _("Please choose the sentence."),
            "invalid_choice": _(
                "The text has changed while you were here. Please choose again."
            ),
        },
    )
    note = forms.CharField(
        label=_("What would you like to know? (optional)"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_(
            "Only our editors read this. Please tell us nothing about your own health."
        ),
    )
    email = forms.EmailField(
        label=_("E-mail (optional)"),
        required=False,
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        help_text=_(
            "If you would like to hear what became of it. It is never shown. "
            "We send one mail and then erase your address."
        ),
    )
    website = forms.CharField(required=False, label=_("Leave this empty"))
    stamp = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, passage: str, sentences: Sequence[Sentence], **kwargs):
        super().__init__(*args, **kwargs)
        self.passage = passage
        choices = [(sentence.text, _offer(sentence)) for sentence in sentences]
        cast(forms.ChoiceField, self.fields["sentence"]).choices = choices
        if len(sentences) == 1:
            self.initial.setdefault("sentence", sentences[0].text)

    @property
    def new_stamp(self) -> str:
        """What the form is sent with: for which passage it was shown, and when."""
        return _signer().sign(self.passage)

    def clean_website(self) -> str:
        """Refuse robots that fill every field."""
        if self.cleaned_data["website"]:
            raise ValidationError(_("Please leave this field empty."))
        return ""

    def clean(self):
        """Ask to look once more where the form is old, or was never shown."""
        cleaned = super().clean()
        try:
            shown = _signer().unsign(cleaned.get("stamp", ""), max_age=STAMP_HOLDS)
        except signing.BadSignature:
            shown = ""
        if shown != self.passage:
            raise ValidationError(
                _("This form was open for a long time. Please look, and send it again.")
            )
        return cleaned


def _signer() -> signing.TimestampSigner:
    return signing.TimestampSigner(salt=__name__)


def _offer(sentence: Sentence) -> str:
    if sentence.is_cited:
        return _("%(sentence)s (cites a source already)") % {"sentence": sentence.text}
    return sentence.text


class DecisionForm(forms.Form):
    """What became of a sentence, and words for those who asked."""

    outcome = forms.ChoiceField(
        label=_("What became of the sentence?"),
        choices=[
            choice
            for choice in RequestState.choices
            if choice[0] != RequestState.WAITING
        ],
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(
        label=_("Answer to readers"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_(
            "Shown below the article and mailed to those who wished it. "
            "Needed where you decline."
        ),
    )
