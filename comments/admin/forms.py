"""What a moderator fills in to decide about one comment, or about several."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from comments.models import CannedReply


class Decision(models.TextChoices):
    """What may be done with a comment from its own page or the queue."""

    APPROVE = "approve", _("Approve")
    HOLD = "hold", _("Hold")
    REJECT = "reject", _("Reject")
    SPAM = "spam", _("Spam")
    REDACT = "redact", _("Remove words")
    QUESTION = "question", _("Mark as question")
    COMMENT = "comment", _("Mark as comment")
    CLOSE = "close", _("Close thread")
    OPEN = "open", _("Open thread")


IN_BULK = (Decision.APPROVE, Decision.HOLD, Decision.REJECT, Decision.SPAM)


class ReasonForm(forms.Form):
    """Why, in words for the writer: typed, or a canned reply."""

    canned = forms.ModelChoiceField(
        CannedReply.objects.all(),
        label=_("Canned reply"),
        required=False,
    )
    reason = forms.CharField(
        label=_("Reason, in words for the writer"),
        required=False,
        max_length=2000,
    )
    mail = forms.BooleanField(label=_("Send the reason by mail"), required=False)

    def clean(self) -> dict[str, Any]:
        """Fill in the canned reply where nothing is typed."""
        cleaned = super().clean() or {}
        if not cleaned.get("reason") and cleaned.get("canned"):
            cleaned["reason"] = cleaned["canned"].text
        return cleaned


class DecisionForm(ReasonForm):
    """One decision about one comment.

    `seen` tells what the moderator read; `spans` and `words` what is to be taken out.
    """

    decision = forms.ChoiceField(choices=Decision.choices)
    seen = forms.CharField(required=False, max_length=16)
    spans = forms.CharField(required=False, max_length=2000)
    words = forms.CharField(
        label=_("Words to remove, wherever they stand"), required=False, max_length=200
    )

    def clean_spans(self) -> list[tuple[int, int]]:
        """Read places such as “4-12 30-41”."""
        places = self.cleaned_data["spans"].split()
        matches = [re.fullmatch(r"([0-9]{1,6})-([0-9]{1,6})", it) for it in places]
        if not all(matches):
            raise ValidationError(_("This is no place in the text."))
        return [(int(match[1]), int(match[2])) for match in matches if match]


class BulkForm(ReasonForm):
    """One decision about several comments of a page of the queue."""

    decision = forms.ChoiceField(choices=[(it.value, it.label) for it in IN_BULK])
    chosen = forms.TypedMultipleChoiceField(
        coerce=int,
        error_messages={"required": _("Choose at least one comment.")},
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # Whatever stood on the page when it was opened may be chosen.
        keys = self.data.getlist("chosen") if self.is_bound else []
        self.fields["chosen"].choices = [
            (key, key) for key in keys if re.fullmatch(r"[0-9]{1,18}", key)
        ]
