"""A cited work with its place, and the collection of all that a manuscript cites."""

import re
from base64 import b64decode
from dataclasses import dataclass

from importing.draft import Citation
from references import csl
from references.markup import plain
from references.names import surname
from references.records import Item

# What reference managers keep for their owner alone.
_PRIVATE = ("abstract", "annote", "note", "keyword", "call-number", "custom")
_NOTHING = frozenset(("id", "type", "language", "citation-key", "source"))


@dataclass(frozen=True)
class Work:
    """One work that a citation names, and the place in it ("p. 12")."""

    item: Item
    locator: str = ""


class Collection:
    """The citations of a manuscript, and what they cite, each work once."""

    def __init__(self) -> None:
        self.citations: list[Citation] = []
        self.items: list[Item] = []
        self._known: dict[str, int] = {}

    def cite(self, tool: str, works: list[Work], text: str, raw: str) -> str:
        """Add a citation and give its key."""
        found: dict[int, str] = {}
        for work in works:
            index = self._index(csl.normalise(work.item))
            if index is not None:
                found.setdefault(index, work.locator)
        key = f"c{len(self.citations) + 1}"
        self.citations.append(
            Citation(key, tuple(found), tuple(found.values()), text, tool, raw)
        )
        return key

    def _index(self, item: Item) -> int | None:
        """Give where an item stands, adding it; None if it says nothing.

        Programs number the items of each citation anew, so their ids tell nothing.
        """
        item = {key: each for key, each in item.items() if key not in _PRIVATE}
        if not item.keys() - _NOTHING:
            return None
        keys = _identities(item)
        index = next((self._known[key] for key in keys if key in self._known), None)
        if index is None:
            index = len(self.items)
            self.items.append(item | {"id": f"r{index + 1}"})
        for key in keys:
            self._known.setdefault(key, index)
        return index


def decoded(text: str) -> str:
    """Give what Base64 hides, "" if it hides no text; forgives missing padding."""
    packed = re.sub(r"[^A-Za-z0-9+/_-]", "", text).translate({45: "+", 95: "/"})
    try:
        return b64decode(packed + "=" * (-len(packed) % 4)).decode("utf-8", "replace")
    except ValueError:
        return ""


def _identities(item: Item) -> list[str]:
    """Give what an item can be known by, the surest first."""
    keys = [
        f"{name}:{str(item[name]).casefold()}"
        for name in ("DOI", "PMID", "PMCID")
        if item.get(name)
    ]
    title = "".join(filter(str.isalnum, plain(item.get("title", "")).casefold()))
    if not title:
        shown = sorted(f"{name}={item[name]}" for name in item.keys() - {"id"})
        return keys or [f"all:{shown}"]
    year = str(item.get("issued", {}).get("date-parts", [[""]])[0][0])
    authors = item.get("author", [])
    who = surname(authors[0]) if authors else ""
    place = "/".join(str(item.get(name, "")) for name in ("volume", "page"))
    # A chapter or an abstract may share its title and author with another.
    return [*keys, f"title:{title}|{year}|{who}|{place}|{item['type']}"]
