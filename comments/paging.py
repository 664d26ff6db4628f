"""Where each page of the comments on an article is; knows no database."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from comments.threads import Order, Show

SIZE = 50
TOP = "comments"


@dataclass(frozen=True)
class Addresses:
    """The addresses of the comments on the page at `article`.

    The first page in the usual order stands below the article, unless `alone`.
    """

    article: str
    alone: bool = False

    def page(self, number: int, order: Order, show: Show, anchor: str = TOP) -> str:
        """Give the address of one page of the threads that a reader wishes to see."""
        asked = {
            "p": "" if number == 1 else str(number),
            "order": "" if order == Order.OLDEST else order,
            "show": "" if show == Show.ALL else show,
        }
        query = urlencode({name: value for name, value in asked.items() if value})
        start = f"{self.article}comments/" if query or self.alone else self.article
        return f"{start}{query and '?'}{query}#{anchor}"

    @property
    def feed(self) -> str:
        """The address of the newest comments as a feed."""
        return f"{self.article}comments.atom"


@dataclass(frozen=True)
class Asked:
    """Which page of the comments a reader asked for."""

    number: int = 1
    order: Order = Order.OLDEST
    show: Show = Show.ALL

    @property
    def is_usual(self) -> bool:
        """Whether nothing was chosen but the page."""
        return self.order == Order.OLDEST and self.show == Show.ALL


def asked(query: Mapping[str, str]) -> Asked | None:
    """Read what an address asks for; nothing where it cannot be understood."""
    number = query.get("p", "1")
    if not (number.isascii() and number.isdigit() and len(number) < 7):
        return None
    try:
        order = Order(query.get("order", Order.OLDEST))
        show = Show(query.get("show", Show.ALL))
    except ValueError:
        return None
    return Asked(int(number), order, show)


def count_pages(rows: int) -> int:
    """Give how many pages so many rows fill; there is always a first one."""
    return max(-(-rows // SIZE), 1)
