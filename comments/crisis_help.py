"""Whom a writer in despair can turn to, by country; never guessed from an address."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpRequest

from comments.models import CommentSettings


@dataclass(frozen=True)
class Help:
    """Who helps in a country, and how they are reached; no country is everywhere."""

    country: str
    text: str
    phone: str = ""
    emergency: str = ""
    link: str = ""
    checked_on: date | None = None

    @property
    def country_name(self) -> str:
        """The country in its own language; its code where that is not known."""
        return COUNTRY_NAMES.get(self.country, self.country)

    @property
    def call(self) -> str:
        """The number as a telephone dials it."""
        return re.sub(r"[^\d+]", "", self.phone)


@dataclass(frozen=True)
class Offered:
    """What is shown to a writer: help where they seem to be, and elsewhere."""

    lines: Sequence[Help]
    elsewhere: Sequence[Help]

    @property
    def emergency(self) -> str:
        """The emergency number of the country, where one is known."""
        return next((line.emergency for line in self.lines if line.emergency), "")


_NOTED = date(2026, 11, 24)

# Shown while a site has no list of its own.
KNOWN = (
    Help(
        "AT",
        "TelefonSeelsorge",
        "142",
        "112",
        "https://www.telefonseelsorge.at",
        _NOTED,
    ),
    Help("AU", "Lifeline", "13 11 14", "000", "https://www.lifeline.org.au", _NOTED),
    Help("BE", "Zelfmoordlijn", "1813", "112", "https://www.zelfmoord1813.be", _NOTED),
    Help("CA", "9-8-8", "988", "911", "https://988.ca", _NOTED),
    Help("CH", "Die Dargebotene Hand", "143", "112", "https://www.143.ch", _NOTED),
    Help(
        "DE",
        "TelefonSeelsorge",
        "0800 111 0 111",
        "112",
        "https://www.telefonseelsorge.de",
        _NOTED,
    ),
    Help(
        "ES", "Línea 024", "024", "112", "https://www.sanidad.gob.es/linea024", _NOTED
    ),
    Help("FR", "3114", "3114", "112", "https://3114.fr", _NOTED),
    Help("GB", "Samaritans", "116 123", "999", "https://www.samaritans.org", _NOTED),
    Help("IE", "Samaritans", "116 123", "112", "https://www.samaritans.org", _NOTED),
    Help("NL", "113 Zelfmoordpreventie", "113", "112", "https://www.113.nl", _NOTED),
    Help("NZ", "1737", "1737", "111", "https://1737.org.nz", _NOTED),
    Help(
        "US",
        "988 Suicide & Crisis Lifeline",
        "988",
        "911",
        "https://988lifeline.org",
        _NOTED,
    ),
    Help(
        "",
        "Find A Helpline",
        link="https://findahelpline.com",
        checked_on=_NOTED,
    ),
)

# In their own languages: who needs one finds it.
COUNTRY_NAMES = {
    "AT": "Österreich",
    "AU": "Australia",
    "BE": "België",
    "CA": "Canada",
    "CH": "Schweiz",
    "DE": "Deutschland",
    "ES": "España",
    "FR": "France",
    "GB": "United Kingdom",
    "IE": "Ireland",
    "NL": "Nederland",
    "NZ": "New Zealand",
    "US": "United States",
}
_REGION = re.compile(r"[a-z]{2,3}(?:-[a-z]{4})?-([a-z]{2})\b", re.IGNORECASE)


def for_request(request: HttpRequest, page: Any) -> Offered:
    """Give the help to show a reader, for the country that the browser names."""
    rules = CommentSettings.for_site(page.get_site())
    own = [
        Help(row.country, row.text, row.phone, row.emergency, row.link, row.checked_on)
        for row in rules.crisis_help.all()
    ]
    return choose(own or KNOWN, request.headers.get("Accept-Language", ""))


def choose(lines: Sequence[Help], accept_language: str) -> Offered:
    """Give the lines of one country with those for every country, and the others."""
    countries = {line.country for line in lines}
    regions = (found.upper() for found in _REGION.findall(accept_language[:500]))
    country = next((region for region in regions if region in countries), "")
    here = [line for line in lines if line.country == country]
    everywhere = [line for line in lines if not line.country and country]
    others = [line for line in lines if line.country not in ("", country)]
    others.sort(key=lambda line: line.country_name)
    return Offered([*here, *everywhere], others)
