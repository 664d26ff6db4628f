"""Characters of the fonts that draw others than Unicode says: Symbol and Wingdings."""

_SYMBOL = dict(
    zip(
        range(0x21, 0x7F),
        "!∀#∃%&∋()∗+,−./0123456789:;<=>?"
        "≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_"
        "‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼",
        strict=True,
    )
) | dict(
    zip(
        range(0xA0, 0xFF),
        "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…│─↵"
        "ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓"
        "◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪\uf8ff〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭",
        strict=True,
    )
)
_WINGDINGS = {
    0x21: "✏", 0x28: "☎", 0x29: "✆", 0x2A: "✉", 0x46: "☞", 0x4A: "☺", 0x4C: "☹",
    0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x72: "❒", 0x73: "⬧",
    0x74: "⧫", 0x75: "◆", 0x76: "❖", 0x9F: "•", 0xA7: "▪", 0xA8: "□", 0xAB: "★",
    0xD8: "➢", 0xDC: "➲", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔",
    0xF0: "⇨", 0xF3: "⇔", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_PRIVATE = range(0xF000, 0xF100)


def character(font: str, code: str) -> str:
    """Give what a symbol with this font and hexadecimal code shows; "" if unknown."""
    try:
        number = int(code, 16)
        return _character(font, number)
    except (ValueError, OverflowError):
        return ""


def readable(text: str, font: str) -> str:
    """Give a text whose characters from private codes are what its font draws."""
    if not any(ord(each) in _PRIVATE for each in text):
        return text
    return "".join(
        (_character(font, ord(each)) or each) if ord(each) in _PRIVATE else each
        for each in text
    )


def _character(font: str, number: int) -> str:
    private = number in _PRIVATE
    small = number - _PRIVATE.start if private else number
    name = font.casefold()
    if name.startswith("symbol"):
        return _SYMBOL.get(small, "")
    if name.startswith("wingdings"):
        return _WINGDINGS.get(small, "")
    if private or number < 32 or 0xD800 <= number <= 0xDFFF:
        return ""
    return chr(number)
