"""Forms of the admin: a disclosure, line by line, and the check of a credential."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.widgets import AdminDateInput

from authors import icmje
from authors.disclosures import declare
from authors.models import AuthorPage, Disclosure

MOST_LETTERS_OF_LINE = 30_000
MOST_DIGITS_OF_KEY = 9


def _none(line: icmje.Line) -> str:
    return f"{line.key}_none"


def prefilled(author: AuthorPage | None) -> dict[str, Any]:
    """Give what an author declared last, so that it need not be typed again.

    “None” is never ticked beforehand.
    """
    last = author.disclosures.first() if author else None
    if last is None:
        return {"author": author}
    lines = {line.key: icmje.write(interests) for line, interests in last.lines}
    return {"author": author, "statement": last.statement, **lines}


class AuthorField(forms.ModelChoiceField):
    """One of the authors."""

    def to_python(self, value):
        """Know no author under a key for which the database has no room."""
        if isinstance(value, str) and len(value) > MOST_DIGITS_OF_KEY:
            message = self.error_messages["invalid_choice"]
            raise ValidationError(message, "invalid_choice", {"value": value})
        return super().to_python(value)


class DisclosureForm(forms.Form):
    """The thirteen lines, each with a tick for “None” and a field for names."""

    author = AuthorField(
        label=gettext_lazy("Author"), queryset=AuthorPage.objects.none()
    )
    rest_none = forms.BooleanField(
        label=gettext_lazy("“None” to every line that I left empty"), required=False
    )
    confirmed = forms.BooleanField(
        label=gettext_lazy("I have read all thirteen questions"), required=False
    )
    statement = forms.CharField(
        label=gettext_lazy("For readers"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy(
            "One plain sentence, such as “Dr Fern founded a clinic that provides this "
            "treatment.” It stands beside the name. Empty when nothing is declared."
        ),
    )

    def __init__(self, *args, instance=None, authors, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user
        self.fields["author"].queryset = authors
        for line in icmje.LINES:
            self.fields[_none(line)] = forms.BooleanField(
                label=_("None"), required=False
            )
            self.fields[line.key] = forms.CharField(
                label=_("Or name who: organisation – detail"),
                max_length=MOST_LETTERS_OF_LINE,
                required=False,
                widget=forms.Textarea(attrs={"rows": 2}),
            )

    @property
    def lines(self) -> list[dict[str, Any]]:
        """Each line with its two fields, in the printed order."""
        return [
            {"line": line, "none": self[_none(line)], "names": self[line.key]}
            for line in icmje.LINES
        ]

    def clean(self) -> dict[str, Any]:
        """Read every line, and compare the sentence for readers with them."""
        data = super().clean() or {}
        self.answers = {}
        for line in icmje.LINES:
            try:
                self.answers[line.key] = self._answer(line)
            except ValueError as error:
                self.add_error(line.key, capfirst(str(error)))
        if data.get("rest_none") and not data.get("confirmed"):
            self.add_error(
                "confirmed", _("Tick this too, once you have read every question.")
            )
        if len(self.answers) == len(icmje.LINES) and "statement" in data:
            try:
                icmje.check_statement(data["statement"], self.answers)
            except icmje.Incomplete as error:
                self.add_error("statement", str(error))
        return data

    def _answer(self, line: icmje.Line) -> tuple[icmje.Interest, ...]:
        names = self.cleaned_data.get(line.key, "")
        if names and self.cleaned_data[_none(line)]:
            raise ValueError(
                _("You ticked “None” and wrote something: keep one of the two.")
            )
        if names:
            return icmje.read(names)
        if self.cleaned_data[_none(line)] or self.cleaned_data["rest_none"]:
            return ()
        raise ValueError(_("Tick “None”, or name who."))

    def save(self) -> Disclosure:
        """Store what was declared."""
        data = self.cleaned_data
        return declare(data["author"], self.answers, data["statement"], by=self.user)


class CheckForm(forms.Form):
    """Until when the register says that a credential holds."""

    expires_on = forms.DateField(
        label=gettext_lazy("Expires on"),
        widget=AdminDateInput,
        help_text=gettext_lazy(
            "From this day on readers see the mark no more, until it is checked again."
        ),
    )
