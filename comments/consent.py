"""What a writer agrees to before anything is kept; the wording is stored with it."""

from django.utils.translation import gettext_lazy as _

WORDING = _(
    "I agree that this is kept and, once a person has read it, shown to everybody "
    "under the name above. What it says about health is about me, or I may tell it. "
    "I can change it, take it back or erase it at any time."
)
