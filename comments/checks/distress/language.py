"""How people of one language say that they want to die, and what only sounds so."""

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from comments.checks import wording

_LANGUAGES = Path(__file__).parent / "languages"


@dataclass(frozen=True)
class Language:
    """The patterns of a language, each over one sentence in plain characters.

    `urgent` are present wishes, intentions and acts; `worry` is despair. What overlaps
    a match of `alike` means something else. Right before a sign, `negated` says that it
    is not so, `past` that it was so, `lasting` that it has been so until now. A
    sentence with `long_ago` is about the past, unless it says `now`. `told` before a
    quotation says that the words are not the writer's.
    """

    code: str
    urgent: tuple[str, ...]
    worry: tuple[str, ...] = ()
    alike: tuple[str, ...] = ()
    negated: tuple[str, ...] = ()
    past: tuple[str, ...] = ()
    lasting: tuple[str, ...] = ()
    long_ago: tuple[str, ...] = ()
    now: tuple[str, ...] = ()
    told: tuple[str, ...] = ()

    @cached_property
    def patterns(self) -> dict[str, re.Pattern[str]]:
        """Give the compiled patterns by their names."""
        free = ("urgent", "worry", "alike", "long_ago", "now", "told")
        compiled = {name: wording.any_of(getattr(self, name)) for name in free}
        for name in ("negated", "past", "lasting"):
            # What stands before a sign, with up to three words between them.
            compiled[name] = re.compile(
                rf"(?<!\w)(?:{wording.alternatives(getattr(self, name))})"
                r"(?: [\w']{1,20}){0,3} ?$",
                re.IGNORECASE,
            )
        return compiled


LANGUAGES = tuple(
    Language(path.stem, **wording.read(path))
    for path in sorted(_LANGUAGES.glob("*.toml"))
)
