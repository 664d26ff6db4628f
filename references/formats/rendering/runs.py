"""Pieces of a printed reference: one model, from which its text and its HTML come."""

from dataclasses import dataclass, replace
from itertools import groupby

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from references.formats.rendering.punctuation import seam


@dataclass(frozen=True)
class Run:
    """A stretch of plain text under the same markup; `href` is "" for no link.

    `tags` are of "i", "b", "sup" and "sub".
    """

    text: str
    tags: frozenset[str] = frozenset()
    href: str = ""


Runs = tuple[Run, ...]

_ELEMENTS = {
    "i": "<i>{}</i>",
    "b": "<b>{}</b>",
    "sup": "<sup>{}</sup>",
    "sub": "<sub>{}</sub>",
}
_LINK = '<a href="{}" rel="noreferrer">{}</a>'


def words(text: str, href: str = "") -> Runs:
    """Give a text that is printed as it stands, as a link if it has an address."""
    return (Run(text, href=href),) if text else ()


def italic(runs: Runs) -> Runs:
    """Set a text in italics; what was in italics already stands out as roman."""
    return tuple(replace(run, tags=run.tags ^ {"i"}) for run in runs)


def group(
    *parts: Runs | str, between: str = "", before: str = "", after: str = ""
) -> Runs:
    """Join the parts that are there, with `before` and `after` around them all.

    A part given as a plain string is wording ("In", "Accessed"): it is printed beside
    other parts, but alone it says nothing, and the group is then empty. This is the
    rule of cs:group (CSL 1.0.2).
    """
    if not any(part for part in parts if not isinstance(part, str)):
        return ()
    joined: Runs = words(before)
    separator: Runs = ()
    for part in parts:
        if part:
            runs = words(part) if isinstance(part, str) else part
            joined = _joined(_joined(joined, separator), runs)
            separator = words(between)
    return _joined(joined, words(after))


def as_text(runs: Runs) -> str:
    """Print without markup."""
    return "".join(run.text for run in runs)


def as_html(runs: Runs) -> SafeString:
    """Print as HTML: every text is escaped, and only our own elements stand in it."""
    stretches = groupby(runs, key=lambda run: (run.href, sorted(run.tags)))
    return format_html_join(
        "",
        "{}",
        (
            (_element("".join(run.text for run in stretch), tags, href),)
            for (href, tags), stretch in stretches
        ),
    )


def _element(text: str, tags: list[str], href: str) -> SafeString:
    html = format_html("{}", text)
    for tag in tags:
        html = format_html(_ELEMENTS[tag], html)
    return format_html(_LINK, href, html) if href else html


def _joined(left: Runs, right: Runs) -> Runs:
    if not left or not right:
        return left or right
    # The whole left text, as a quotation may have begun runs before its end.
    whole, last = as_text(left), left[-1]
    before, after = seam(whole, right[0].text)
    joined = (
        *left[:-1],
        replace(last, text=before[len(whole) - len(last.text) :]),
        replace(right[0], text=after),
        *right[1:],
    )
    return tuple(run for run in joined if run.text)
