"""Lists that Word pastes as paragraphs, their signs typed before them."""

import re

from bs4 import Tag

from importing.html.tree import style
from importing.word.numbering import ListItem

_LIST = re.compile(
    r"\b(?P<list>l[0-9]+)\s+level(?P<level>[1-9])\s*(?P<again>lfo[0-9]+)?"
)
_NUMBER = re.compile(r"\(?(?:(?P<digits>[0-9]{1,5})|(?P<letters>[a-z]{1,4}))[.)]", re.I)


class PastedLists:
    """Counts the items of the lists of one text."""

    def __init__(self) -> None:
        self._last: dict[tuple[str, int], int] = {}

    def item(self, paragraph: Tag) -> ListItem | None:
        """Give a paragraph's place in a list; None where it stands in none."""
        match = _LIST.search(style(paragraph).get("mso-list", ""))
        if match is None:
            return None
        list_id = f"{match['list']} {match['again']}"
        level = int(match["level"]) - 1
        sign = _NUMBER.match(_sign(paragraph))
        number = 1
        if sign:
            number = self._last.get((list_id, level), 0) + 1
            if sign["digits"]:
                number = int(sign["digits"])
            self._last[list_id, level] = number
        for deeper in [each for each in self._last if each[0] == list_id]:
            if deeper[1] > level:
                del self._last[deeper]
        return ListItem(list_id, level, sign is not None, number)


def _sign(paragraph: Tag) -> str:
    for element in paragraph.find_all("span"):
        if style(element).get("mso-list") == "ignore":
            return element.get_text().strip()
    return ""
