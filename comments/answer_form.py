"""The form of who answers: a text, and a tick for each thing to think twice about."""

from dataclasses import dataclass
from zlib import crc32

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from comments.answer_cautions import Kind, cautions

_TICKS: dict[Kind, Promise] = {
    Kind.PATIENT: _(
        "This may confirm that somebody is a patient. I have made sure that it does "
        "not, or that it may be known."
    ),
    Kind.DOSING: _(
        "This may be dosing for one person. I mean it for everybody, and it can be "
        "followed safely by everybody who reads it."
    ),
    Kind.HISTORY: _(
        "This repeats what somebody told of their health. It is needed to understand "
        "the answer."
    ),
}


_CHOSEN = forms.MultipleHiddenInput()


@dataclass(frozen=True)
class Tick:
    """What must be confirmed, the words that gave the reason, and whether it was.

    Other words of the same kind have another `key`, and are confirmed anew.
    """

    key: str
    label: Promise
    words: tuple[str, ...]
    is_confirmed: bool


class AnswerForm(forms.Form):
    """An answer in general terms."""

    text = forms.CharField(
        label=_("Your answer"),
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text=_(
            "Everybody can read it. Answer in general terms: do not confirm that "
            "somebody is a patient, and give no doses for one person."
        ),
        error_messages={"required": _("Please write your answer.")},
    )

    def __init__(self, *args, question: str, **kwargs):
        super().__init__(*args, **kwargs)
        self._question = question

    @property
    def ticks(self) -> list[Tick]:
        """What must be thought about once more before this text is shown."""
        text = self.cleaned_data.get("text", "")
        words: dict[Kind, list[str]] = {}
        for found in cautions(text, self._question):
            words.setdefault(found.kind, []).append(text[found.start : found.end])
        confirmed = set(_CHOSEN.value_from_datadict(self.data, self.files, "confirmed"))
        return [
            Tick(key, label, tuple(dict.fromkeys(words[kind])), key in confirmed)
            for kind, label in _TICKS.items()
            if kind in words
            for key in [f"{kind}-{crc32(' '.join(words[kind]).encode()):x}"]
        ]

    @property
    def lacks_ticks(self) -> bool:
        """Whether its writer wished to show it, but did not confirm everything."""
        return "publish" in self.data and not self.may_be_shown

    @property
    def may_be_shown(self) -> bool:
        """Whether its writer looked at it, and confirmed all there is to confirm."""
        return "publish" in self.data and all(tick.is_confirmed for tick in self.ticks)
