"""A draft as the rules see it: plain values, with the place of each in the editor."""

from dataclasses import dataclass

from editorial.claims import Sentence, sentences


@dataclass(frozen=True)
class Author:
    """A name in the byline, and whether that author's interests are disclosed."""

    name: str
    has_disclosed: bool


@dataclass(frozen=True)
class Heading:
    """A heading; the title of the page is of level 1."""

    level: int
    text: str
    path: str


@dataclass(frozen=True)
class Text:
    """Rich text as stored; `is_sourced` where a source is chosen beside it."""

    html: str
    path: str
    is_sourced: bool = False

    @property
    def sentences(self) -> list[Sentence]:
        """Its sentences in reading order."""
        return sentences(self.html)


@dataclass(frozen=True)
class Picture:
    """A picture as a page uses it, and what stands in the way of printing it.

    `text_path` leads to where its alternative text is written.
    """

    title: str
    alternative_text: str
    path: str
    text_path: str
    is_decorative: bool = False
    obstacles: tuple[str, ...] = ()


@dataclass(frozen=True)
class Source:
    """A source that a page uses, by the first place where it does.

    `standing` says in words what became of a work that is not to be relied on, and
    `is_retracted` whether its findings were taken back rather than questioned.
    """

    name: str
    path: str
    standing: str = ""
    is_retracted: bool = False
    is_dead: bool = False


@dataclass(frozen=True)
class Draft:
    """All that the rules look at; `content` holds the text in reading order.

    `authors` and `summary` are None for a page that has no byline or no summary.
    `unsigned` says in words which sign-off is missing, if one is.
    """

    content: tuple[Heading | Text, ...] = ()
    summary: str | None = None
    authors: tuple[Author, ...] | None = None
    unsigned: str = ""
    pictures: tuple[Picture, ...] = ()
    sources: tuple[Source, ...] = ()

    @property
    def texts(self) -> list[Text]:
        """The rich texts."""
        return [part for part in self.content if isinstance(part, Text)]

    @property
    def headings(self) -> list[Heading]:
        """The headings."""
        return [part for part in self.content if isinstance(part, Heading)]
