"""The writer's forms: a comment, its change, and an address that wishes to follow."""

import time
from typing import Any

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from comments import consent, identity
from comments.models import Kind
from comments.triage import Sending

STAMP_HOLDS = 24 * 3600  # seconds


class TextForm(forms.Form):
    """What readers will see of a comment."""

    name = forms.CharField(
        label=_("Name or pseudonym"),
        max_length=50,
        widget=forms.TextInput(attrs={"autocomplete": "nickname"}),
        help_text=_("A pseudonym is welcome. It is shown beside your comment."),
    )
    text = forms.CharField(
        label=_("Comment"),
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_(
            "Please do not name people, nor yourself. A person reads it before it is "
            "shown; we cannot give advice on your own case."
        ),
        error_messages={
            "required": _("Please write something."),
            "max_length": _(
                "Please keep it to %(limit_value)d characters; it has %(show_value)d."
            ),
        },
    )
    passage = forms.CharField(
        label=_("The sentence that it is about (optional)"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Copied from the article; shown above your comment."),
    )

    def clean_name(self) -> str:
        """Keep the names of authors and staff for those who have them."""
        name = self.cleaned_data["name"]
        if identity.is_taken(name):
            raise ValidationError(
                _(
                    "Somebody who writes or works here is called so. "
                    "Please choose another."
                )
            )
        return name


class CommentForm(TextForm):
    """A comment, and what its writer wishes beside it."""

    kind = forms.ChoiceField(
        label=_("What is it?"),
        choices=[
            (Kind.COMMENT, _("A comment")),
            (Kind.QUESTION, _("A question to the author")),
        ],
        required=False,
        initial=Kind.COMMENT,
        widget=forms.RadioSelect,
    )
    email = forms.EmailField(
        label=_("E-mail (optional)"),
        required=False,
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        help_text=_(
            "Never shown. We mail you the link with which you can change, take back or "
            "erase your comment."
        ),
    )
    follow = forms.BooleanField(
        label=_("Mail me when somebody answers"), required=False
    )
    consent = forms.BooleanField(
        label=consent.WORDING,
        error_messages={"required": _("Please tick this, or we cannot keep it.")},
    )
    reply_to = forms.IntegerField(
        required=False, min_value=1, max_value=2**31 - 1, widget=forms.HiddenInput
    )
    website = forms.CharField(required=False, label=_("Leave this empty"))
    stamp = forms.CharField(required=False, widget=forms.HiddenInput)

    field_order = ["kind", "name", "text", "passage", "email", "follow", "consent"]

    def __init__(self, *args, page_id: int, **kwargs):
        super().__init__(*args, **kwargs)
        self.page_id = page_id
        self.shown_at: float | None = None
        if self["reply_to"].value():
            del self.fields["kind"]

    @property
    def current_stamp(self) -> str:
        """What the form is sent with: for which page it was shown, and when."""
        return self.stamp_of(self.shown_at or time.time())

    def stamp_of(self, shown_at: float) -> str:
        """Give the stamp of a form that was shown at a time."""
        return _signer().sign(f"{self.page_id}.{shown_at:.0f}")

    def clean_kind(self) -> str:
        """Take what says nothing for a comment."""
        return self.cleaned_data["kind"] or Kind.COMMENT

    def clean(self) -> dict[str, Any]:
        """Ask to look once more where the form is old or was never shown."""
        cleaned = super().clean() or {}
        self.shown_at = self._read_stamp(cleaned.get("stamp", ""))
        if self.shown_at is None:
            raise ValidationError(
                _("This form was open for a long time. Please look, and send it again.")
            )
        if cleaned.get("follow") and "email" in cleaned and not cleaned["email"]:
            self.add_error("email", _("Where should we mail you?"))
        return cleaned

    def sending(self, address_hash: str) -> Sending:
        """Give how this came in, for the checks."""
        now = time.time()
        seconds = now - (self.shown_at or now)
        return Sending(address_hash, self.cleaned_data["website"], seconds)

    def _read_stamp(self, stamp: str) -> float | None:
        try:
            page_id, shown_at = _signer().unsign(stamp).split(".")
        except (signing.BadSignature, ValueError):
            return None
        is_good = int(page_id) == self.page_id
        is_good = is_good and time.time() - int(shown_at) <= STAMP_HOLDS
        return float(shown_at) if is_good else None


class FollowForm(forms.Form):
    """Where somebody wishes to hear of what is new."""

    email = forms.EmailField(
        label=_("E-mail"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        help_text=_(
            "Never shown. We mail you a link first, to be sure that it is you."
        ),
    )


def _signer() -> signing.Signer:
    return signing.Signer(salt=__name__)
