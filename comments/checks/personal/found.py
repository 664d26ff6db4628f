"""A piece of personal data at its place in a text."""

from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext_lazy as _


class Kind(StrEnum):
    """What kind of personal data a piece of text is."""

    EMAIL = "email"
    PHONE = "phone"
    IDENTITY = "identity"
    ACCOUNT = "account"
    CARD = "card"
    RECORD = "record"
    BIRTH = "birth"
    ADDRESS = "address"
    COMPUTER = "computer"

    @property
    def reason(self) -> str:
        """The same in words."""
        return str(_REASONS[self])


_REASONS = {
    Kind.EMAIL: _("This looks like an e-mail address."),
    Kind.PHONE: _("This looks like a telephone number."),
    Kind.IDENTITY: _("This looks like a number that a state gave to one person."),
    Kind.ACCOUNT: _("This looks like the number of a bank account."),
    Kind.CARD: _("This looks like the number of a payment card."),
    Kind.RECORD: _("This looks like the number of a medical record."),
    Kind.BIRTH: _("This looks like a date of birth."),
    Kind.ADDRESS: _("This looks like a postal address."),
    Kind.COMPUTER: _("This looks like the address of a computer."),
}


@dataclass(frozen=True)
class Found:
    """Personal data of a kind; `name` says more exactly which, such as "US SSN"."""

    kind: Kind
    start: int
    end: int
    name: str = ""
