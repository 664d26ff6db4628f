"""LaTeX in BibTeX values to text with CSL's markup, and back."""

import re

from bibtexparser.library import Library
from bibtexparser.middlewares import LatexDecodingMiddleware
from bibtexparser.model import String

_DECODER = LatexDecodingMiddleware(keep_math_mode=False)
_LIBRARY = Library()
_GROUP = r"\{((?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*)\}"
_COMMANDS = {
    "textit": "i",
    "emph": "i",
    "textsl": "i",
    "mathit": "i",
    "textbf": "b",
    "mathbf": "b",
    "textsuperscript": "sup",
    "textsubscript": "sub",
}
_COMMAND = re.compile(rf"\\({'|'.join(_COMMANDS)})\s*{_GROUP}")
_SWITCH = re.compile(r"\{\\(it|em|sl|bf)(?:series|shape)?\s+([^{}]*)\}")
_SWITCHES = {"it": "i", "em": "i", "sl": "i", "bf": "b"}
_MATH = re.compile(r"(?<!\\)\$([^$\n]{1,300}?)(?<!\\)\$")
_SCRIPT = re.compile(rf"([_^])(?:{_GROUP}|(\w|\\[a-z]+))", re.IGNORECASE)
_ROMAN = re.compile(rf"\\(?:textrm|mathrm|text|rm|textsc|mbox){_GROUP}")
_URL = re.compile(rf"\\(?:url|href|path)\s*{_GROUP}")
_ESCAPED = re.compile(r"\{?\\([#$%&_{}~^])(?:\{\})?\}?")
_SPECIAL = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
} | {character: f"\\{character}" for character in "#$%&_{}"}
# What the decoder gives for characters that have a command because TeX needs them.
_TYPED = str.maketrans({"ˆ": "^", "˜": "~", "\u00a0": " "})
_TAGS = {
    "i": "textit",
    "b": "textbf",
    "sup": "textsuperscript",
    "sub": "textsubscript",
}


def decode(text: str) -> str:
    """Give the text that LaTeX would print, with `<i>`, `<b>`, `<sup>` and `<sub>`.

    Braces that protect capitals go. `%`, `&` and `#` are themselves, as BibTeX has
    them, and so is a dollar sign that opens no formula.
    """
    if not re.search(r"[\\{}$~%&#]|--|``|''", text):
        return text
    text = _MATH.sub(_formula, text)
    text = re.sub(r"(?<!\\)([%$&#])", r"\\\1", text)
    for _ in range(4):
        text, count = _COMMAND.subn(_tagged, text)
        text, switched = _SWITCH.subn(
            lambda match: _tag(_SWITCHES[match[1]], match[2]), text
        )
        if not count + switched:
            break
    decoded = _DECODER.transform_string(String("text", text), _LIBRARY)
    value = decoded.value if isinstance(decoded, String) else text
    return value.translate(_TYPED)


def decode_verbatim(text: str) -> str:
    r"""Give an address or identifier without LaTeX's escapes ("a\_b", "\url{…}")."""
    text = _URL.sub(r"\1", text)
    return _ESCAPED.sub(r"\1", text).strip().removeprefix("{").removesuffix("}")


def encode(text: str) -> str:
    """Give LaTeX for a text with CSL's markup; letters stay as they are (UTF-8)."""
    parts = re.split(r"<(/?)(i|b|sup|sub)>", text)
    out = [_escape(parts[0])]
    for closing, tag, following in zip(*[iter(parts[1:])] * 3, strict=True):
        out.append("}" if closing else f"\\{_TAGS[tag]}{{")
        out.append(_escape(following))
    return "".join(out)


def _escape(text: str) -> str:
    return "".join(_SPECIAL.get(character, character) for character in text)


def _tag(name: str, text: str) -> str:
    return f"<{name}>{text}</{name}>"


def _tagged(command: re.Match[str]) -> str:
    return _tag(_COMMANDS[command[1]], command[2])


def _formula(match: re.Match[str]) -> str:
    """Give a formula's scripts as tags; money between two dollar signs stays."""
    formula = match[1]
    if not re.search(r"[\\_^]", formula) and re.search(r"\s", formula):
        return match[0].replace("$", r"\$")
    formula = _SCRIPT.sub(_script, _ROMAN.sub(r"\1", formula))
    return f"{{{formula}}}"


def _script(match: re.Match[str]) -> str:
    name = "sub" if match[1] == "_" else "sup"
    return _tag(name, match[2] or match[3] or "")
