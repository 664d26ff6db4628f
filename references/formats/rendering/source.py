"""A CSL-JSON item as the styles read it: nothing in it is taken for granted."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any
from urllib.parse import quote

from references.formats.rendering import numbers
from references.formats.rendering.dates import Date
from references.formats.rendering.markup import parsed
from references.formats.rendering.names import Name
from references.formats.rendering.runs import Runs, group, words

_STOP = re.compile(r"\.(?![a-z])")
# Python refuses to write out numbers of thousands of digits.
_TOO_LARGE = 10**18
_WEB = ("https://", "http://")
_SAFE_IN_DOI = "/:;().,_-~!*'$&+@="


@dataclass(frozen=True)
class Source:
    """One source; a variable that is missing, empty or of a wrong kind is absent.

    What has been `printed` already is not printed again, but is still there for the
    rules that ask what a source has. `dash` is that of ranges ("volumes 2–3").
    """

    item: Mapping[str, Any] = field(default_factory=dict)
    dash: str = "–"
    printed: frozenset[str] = frozenset()

    @cached_property
    def type(self) -> str:
        """The CSL type; a source that has none is a document."""
        return self.value("type") or "document"

    def has(self, *variables: str) -> bool:
        """Tell whether the source has any of the variables."""
        return any(map(self._variable, variables))

    def value(self, variable: str) -> str:
        """Give a variable as plain text, its markup included; "" if it is absent."""
        value = self._unprinted(variable)
        return value if isinstance(value, str) else ""

    def text(self, variable: str) -> Runs:
        """Give a variable as it is printed."""
        return parsed(self.value(variable))

    def number(self, variable: str) -> Runs:
        """Give a volume, an issue or another number, with the dash of a range."""
        return parsed(numbers.with_dash(self.value(variable), self.dash))

    def labelled(self, variable: str, one: str, many: str, between: str = " ") -> Runs:
        """Give a number with its label, or what is no number by itself."""
        value = self.value(variable)
        label = numbers.label(value, one, many) if numbers.is_numeric(value) else ""
        return group(label, self.number(variable), between=between)

    def short(self, variable: str) -> Runs:
        """Give the abbreviated form, its stops left out ("J Multivariate Anal").

        A stop before a small letter ("Stuff.co.nz") is not one of an abbreviation.
        """
        value = self.value(f"{variable}-short") or self.value(variable)
        return parsed(_STOP.sub("", value))

    def people(self, variable: str) -> tuple[Name, ...]:
        """Give the names of a name variable."""
        value = self._unprinted(variable)
        return value if isinstance(value, tuple) else ()

    def date(self, variable: str) -> Date | None:
        """Give a date variable; `updated` is the one of our own, in `custom`."""
        value = self._unprinted(variable)
        return value if isinstance(value, Date) else None

    def without(self, *variables: str) -> "Source":
        """Give the source less what has been printed already."""
        return replace(self, printed=self.printed | set(variables))

    def doi(self, before: str = "") -> Runs:
        """Give the DOI as a link to where it leads."""
        doi = self.value("DOI")
        href = f"https://doi.org/{quote(doi, safe=_SAFE_IN_DOI)}"
        return words(f"{before}{doi}", href) if doi else ()

    def url(self) -> Runs:
        """Give the address, as a link where it is one of the web."""
        url = self.value("URL")
        return words(url, url if url.lower().startswith(_WEB) else "")

    def _unprinted(self, variable: str) -> str | tuple[Name, ...] | Date | None:
        return None if variable in self.printed else self._variable(variable)

    def _variable(self, variable: str) -> str | tuple[Name, ...] | Date | None:
        value = self.item.get(variable)
        if variable == "updated":
            custom = self.item.get("custom")
            value = custom.get("updated") if isinstance(custom, dict) else None
        if isinstance(value, dict):
            return Date.read(value)
        if isinstance(value, list):
            names = tuple(name for each in value if (name := Name.read(each)))
            return names or next((each for each in value if isinstance(each, str)), "")
        if isinstance(value, bool) or not isinstance(value, str | int | float):
            return None
        is_printable = not isinstance(value, int) or abs(value) < _TOO_LARGE
        return str(value) if is_printable else None
