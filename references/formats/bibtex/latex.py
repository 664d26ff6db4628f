"""LaTeX in BibTeX values to text with CSL's markup, and back."""

import re
import unicodedata

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
_SCRIPT = re.compile(rf"([_^])(?:{_GROUP}|([^\s{{}}\\]|\\[a-z]+))", re.IGNORECASE)
_DEGREE = re.compile(r"\^(?:\{\s*\\circ\s*\}|\\circ\b)")
_ROMAN = re.compile(rf"\\(?:textrm|mathrm|text|rm|textsc|mbox){_GROUP}")
_ACCENT = re.compile(r"""(?<!\\)\\([`'^"~=.])(?:\{([A-Za-z])\}|([A-Za-z]))""")
_COMBINING = {
    "`": "\u0300",
    "'": "\u0301",
    "^": "\u0302",
    "~": "\u0303",
    "=": "\u0304",
    ".": "\u0307",
    '"': "\u0308",
}
# What has a meaning in TeX beside braces.
_LATEX = re.compile(r"[\\$~%&#]|--|``|''|[?!]`")
_LIGATURE = re.compile(r"(?<=[-`'?!])(?=[-`'])")
# Commands that the decoder would drop, and what they print.
_SYMBOLS = {
    "S": "§",
    "celsius": "°C",
    "copyright": "©",
    "ddag": "‡",
    "degree": "°",
    "euro": "€",
    "guillemetleft": "«",
    "guillemetright": "»",
    "hyphen": "-",
    "pounds": "£",
    "slash": "/",
    "textbar": "|",
    "textbraceleft": r"\{",
    "textbraceright": r"\}",
    "textgreater": ">",
    "textless": "<",
    "textminus": "−",
    "textprime": "′",
    "textquotedbl": '"',
    "textunderscore": r"\_",
}
_SYMBOL = re.compile(rf"(?<!\\)\\({'|'.join(_SYMBOLS)})(?![A-Za-z])(?:\{{\}}|\s+)?")
_GREEK = re.compile(
    r"\\text(alpha|beta|gamma|delta|epsilon|zeta|eta|theta|iota|kappa|lambda|mu|nu|xi"
    r"|pi|rho|sigma|tau|upsilon|phi|chi|psi|omega)(?![A-Za-z])",
    re.IGNORECASE,
)
_QUOTE = re.compile(rf"\\(?:enquote|mkbibquote)\*?\s*{_GROUP}")
_LINK = re.compile(rf"\\href\s*{_GROUP}\s*(?=\{{)")
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
    # Braces and accents are most of what files hold; the decoder takes 0.5 ms a text.
    if "$" not in text:
        text = _ACCENT.sub(_composed, text)
    if not _LATEX.search(text):
        return re.sub(r"[{}]", "", text)
    text = _known(_MATH.sub(_formula, text))
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
    """Give the text so that TeX prints each of its characters."""
    escaped = "".join(_SPECIAL.get(character, character) for character in text)
    return _LIGATURE.sub("{}", escaped)


def _known(text: str) -> str:
    """Put characters and groups in place of commands that the decoder would drop."""
    text = _SYMBOL.sub(lambda symbol: _SYMBOLS[symbol[1]], text)
    text = _URL.sub(r"\1", _LINK.sub("", _GREEK.sub(r"\\\1", text)))
    return _ROMAN.sub(r"{\1}", _QUOTE.sub(r"“\1”", text))


def _tag(name: str, text: str) -> str:
    return f"<{name}>{text}</{name}>"


def _tagged(command: re.Match[str]) -> str:
    return _tag(_COMMANDS[command[1]], command[2])


def _composed(accent: re.Match[str]) -> str:
    letter = accent[2] or accent[3]
    return unicodedata.normalize("NFC", letter + _COMBINING[accent[1]])


def _formula(match: re.Match[str]) -> str:
    """Give a formula's scripts as tags; money between two dollar signs stays."""
    formula = match[1]
    if not re.search(r"[\\_^]", formula) and re.search(r"\s", formula):
        return match[0].replace("$", r"\$")
    formula = _DEGREE.sub("°", formula)
    formula = _SCRIPT.sub(_script, _ROMAN.sub(r"\1", formula))
    return f"{{{formula}}}"


def _script(match: re.Match[str]) -> str:
    name = "sub" if match[1] == "_" else "sup"
    return _tag(name, match[2] or match[3] or "")
