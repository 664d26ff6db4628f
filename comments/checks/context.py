"""What the checks are told of a comment beside its text."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Sent:
    """How many comments came before this one."""

    by_address_in_ten_minutes: int = 0
    by_address_in_a_day: int = 0
    on_page_in_an_hour: int = 0


@dataclass(frozen=True)
class Context:
    """What is known of a comment; every part may be left out.

    `trap` is what stood in the field that people do not see. `seconds` is the time
    since the form was shown. `recent` are texts sent lately. `names` may be told (the
    article's authors), and links may lead to `hosts` (the site's own).
    """

    trap: str = ""
    seconds: float | None = None
    sent: Sent = Sent()
    recent: tuple[str, ...] = ()
    names: frozenset[str] = frozenset()
    hosts: frozenset[str] = frozenset()
