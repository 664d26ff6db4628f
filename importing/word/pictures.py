"""Pictures: what a browser can show is kept, the rest is named."""

from hashlib import sha256
from io import BytesIO

from django.utils.translation import gettext_noop as _
from PIL import Image

from importing.draft import Outcome, Picture
from importing.word.findings import Findings

MOST_PICTURES = 200
LARGEST_TOGETHER = 25 * 2**20
MOST_PIXELS = 60_000_000

_SHOWN = {"PNG": "png", "JPEG": "jpeg", "GIF": "gif", "WEBP": "webp"}
_CONVERTED = {"BMP", "DIB", "TIFF", "PPM", "PCX"}


class Pictures:
    """The pictures of a manuscript, by the names that blocks use."""

    def __init__(self, findings: Findings):
        self._findings = findings
        self._names: dict[tuple[str, str], str] = {}
        self._size = 0
        self.kept: dict[str, Picture] = {}

    def add(self, data: bytes, alt: str, file: str) -> str:
        """Keep a picture and give its name, "" if it cannot be shown."""
        digest = sha256(data).hexdigest()
        if (digest, alt) in self._names:
            return self._names[digest, alt]
        picture = self._read(data, alt, file)
        if picture is None:
            return ""
        name = f"{digest[:16]}-{len(self.kept) + 1}.{picture.type.rpartition('/')[2]}"
        self._names[digest, alt] = name
        self._size += len(picture.data)
        self.kept[name] = picture
        return name

    def lose(self, reason: str, excerpt: str) -> None:
        """Note a picture that is not in the draft."""
        self._findings.add("picture", Outcome.LOST, reason, excerpt)

    def _read(self, data: bytes, alt: str, file: str) -> Picture | None:
        shown = " ".join(filter(None, (file.rpartition("/")[2], alt)))
        if len(self.kept) >= MOST_PICTURES or self._size + len(data) > LARGEST_TOGETHER:
            self.lose(
                _("There are too many or too large pictures; this one was left out."),
                shown,
            )
            return None
        try:
            with Image.open(BytesIO(data), formats=[*_SHOWN, *_CONVERTED]) as image:
                format, (width, height) = image.format or "", image.size
                if width * height > MOST_PIXELS:
                    self.lose(_("The picture has too many pixels to be shown."), shown)
                    return None
                if format in _CONVERTED:
                    data = _as_png(image)
        except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
            self.lose(
                _(
                    "Browsers cannot show this kind of picture, or it is damaged."
                    " Please send it as PNG or JPEG."
                ),
                shown,
            )
            return None
        if format in _CONVERTED:
            self._findings.add(
                "picture", Outcome.CONVERTED, _("The picture was saved as PNG."), shown
            )
        elif alt:
            self._findings.add(
                "picture",
                Outcome.FOUND,
                _("The picture was kept with its description."),
                shown,
            )
        else:
            self._findings.add(
                "picture",
                Outcome.FOUND,
                _("The picture was kept; it has no description for blind readers yet."),
                shown,
            )
        return Picture(data, alt, f"image/{_SHOWN.get(format, 'png')}")


def _as_png(image: Image.Image) -> bytes:
    out = BytesIO()
    image.convert("RGBA" if "A" in image.getbands() else "RGB").save(out, "PNG")
    return out.getvalue()
