"""The marks of a rendered page as readers see them, and the sources that they cite."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from django.utils.translation import gettext as _

from references.citing import author_year, marks
from references.citing.numbering import Cluster, Mark, Run, number, runs
from references.citing.styles import Style, in_order
from references.records import Item

# How the places in a source are printed: AMA 3.6, APA 8.13.
_LOCATORS = {"page": "p", "pages": "pp"}


@dataclass(frozen=True)
class Use:
    """One place in the text that cites a source; its letter in the list of uses."""

    anchor: str
    letter: str


@dataclass(frozen=True)
class Source:
    """A cited source: its number, the anchor of its entry, and where it is used.

    `name` is that by which the marks speak of it.
    """

    reference: int
    number: int
    anchor: str
    name: str
    uses: tuple[Use, ...]


@dataclass(frozen=True)
class CitedText:
    """The parts of a text with their marks printed, and its sources by first use."""

    parts: tuple[str, ...]
    sources: tuple[Source, ...]


def cite(
    parts: Sequence[str],
    items: Mapping[int, Item],
    style: Style = Style.AMA,
    warnings: Mapping[int, str] | None = None,
) -> CitedText:
    """Print the marks in the parts of a page, numbered through all of them.

    `parts` are safe HTML as `references.rich_text` renders it, and so is what comes
    back. A mark whose source is not among `items` keeps its text, without a number.
    `warnings` gives a word for each source that is not to be relied on, such as
    "retracted": it stands, and is spoken, in each of its marks.
    """
    found = [marks.places(part) for part in parts]
    clusters = [place.marks for places in found for place in places]
    printer = _Printer(clusters, items, style, warnings or {})
    printed = tuple(
        marks.replace(part, places, map(printer.place, places))
        for part, places in zip(parts, found, strict=True)
    )
    return CitedText(printed, printer.sources())


class _Printer:
    """Prints one cluster after the other and remembers where each source is used."""

    def __init__(
        self,
        clusters: Sequence[Cluster],
        items: Mapping[int, Item],
        style: Style,
        warnings: Mapping[int, str],
    ):
        self.numbers = number(clusters, items)
        self.style = style
        self.by_number = {value: key for key, value in self.numbers.items()}
        cited = {key: items[key] for key in self.numbers}
        cited = {key: cited[key] for key in in_order(cited, style)}
        if style.is_numbered:
            names = {key: author_year.short_name(item) for key, item in cited.items()}
            self.words = _("reference %(number)d, %(name)s")
        else:
            names = author_year.labels(cited)
            self.words = _("reference %(name)s")
        self.names = names
        self.warnings = {
            self.numbers[key]: word
            for key, word in warnings.items()
            if word and key in cited
        }
        self.uses: dict[int, list[str]] = {key: [] for key in cited}
        self.anchors = 0

    def place(self, place: marks.Place) -> str:
        """Print the marks at one place, and what could not be resolved as it was."""
        found, space = place.marks, place.space
        printed = self._runs(found)
        lost = [mark for mark in found if mark.reference not in self.numbers]
        missing = ""
        if lost:
            hint = escape(_("This source is not in the library."))
            shown = place.text or _("source missing")
            missing = f'{space}<span class="citation-missing" title="{hint}">'
            missing += f"{shown}</span>"
        if not printed:
            return missing
        if self.style is Style.APA:
            inside = "; ".join(printed)
            return f'{space or " "}<span class="citations">({inside})</span>{missing}'
        inside = ",".join(printed)
        if self.style is Style.VANCOUVER:
            return f'{space or " "}<span class="citations">({inside})</span>{missing}'
        return f'<sup class="citations">{inside}</sup>{missing}'

    def _runs(self, found: tuple[Mark, ...]) -> list[str]:
        if self.style.is_numbered:
            together = runs(found, self.numbers, self.warnings)
            return [self._link(run) for run in together]
        alone = dict.fromkeys(mark for mark in found if mark.reference in self.numbers)
        values = [self.numbers[mark.reference] for mark in alone]
        return [
            self._link(Run(value, value, mark.locator))
            for value, mark in zip(values, alone, strict=True)
        ]

    def _link(self, run: Run) -> str:
        self.anchors += 1
        anchor = f"cite-{self.anchors}"
        references = [self.by_number[value] for value in run.numbers]
        for reference in references:
            self.uses[reference].append(anchor)
        entries = " ".join(_entry(value) for value in run.numbers)
        return (
            f'<a class="citation" id="{anchor}" href="#{_entry(run.first)}"'
            f' role="doc-noteref" aria-label="{escape(self._spoken(run))}"'
            f' data-entries="{entries}">{self._text(run)}</a>'
        )

    def _text(self, run: Run) -> str:
        text = escape(self._printed(run))
        if word := self.warnings.get(run.first):
            text += f' <b class="citation__warning">[{escape(word)}]</b>'
        return text

    def _printed(self, run: Run) -> str:
        locator = _locator(run.locator, self.style)
        if self.style is Style.APA:
            label = self.names[self.by_number[run.first]]
            return f"{label}, {locator}" if locator else label
        numbers = str(run.first) if run.first == run.last else f"{run.first}–{run.last}"
        return f"{numbers}({locator})" if locator else numbers

    def _spoken(self, run: Run) -> str:
        if run.first != run.last:
            words = _("references %(first)d to %(last)d")
            return words % {"first": run.first, "last": run.last}
        name = self.names[self.by_number[run.first]]
        spoken = self.words % {"number": run.first, "name": name}
        more = (run.locator, self.warnings.get(run.first))
        return ", ".join(filter(None, (spoken, *more)))

    def sources(self) -> tuple[Source, ...]:
        """Give the sources by number, once every part is printed."""
        return tuple(
            Source(
                reference=reference,
                number=value,
                anchor=_entry(value),
                name=self.names[reference],
                uses=tuple(
                    Use(anchor, author_year.letters(place))
                    for place, anchor in enumerate(self.uses[reference])
                ),
            )
            for reference, value in self.numbers.items()
        )


def _entry(value: int) -> str:
    return f"ref-{value}"


def _locator(locator: str, style: Style) -> str:
    """Give "p12" or "p. 12" for "page 12", and other places as they are."""
    label, _space, value = locator.partition(" ")
    short = _LOCATORS.get(label.casefold())
    if not short or not value:
        return locator
    return f"{short}. {value}" if style is Style.APA else f"{short}{value}"
