"""Pictures of a text: those inside it are kept, those elsewhere are not fetched."""

import re
from base64 import b64decode
from binascii import Error
from urllib.parse import unquote_to_bytes

from bs4 import Tag
from django.utils.translation import gettext_noop as _

from importing.html.tree import text_of
from importing.word.pictures import Pictures

_LARGEST = 20 * 2**20
_DATA = re.compile(r"data:image/[\w.+-]+(?:;[\w=-]+)*?(?P<base64>;base64)?,", re.I)


def keep(image: Tag, pictures: Pictures) -> str:
    """Keep a picture and give its name; "" if there is none, which the report says."""
    source = text_of(image, "src").strip()
    alt = " ".join(text_of(image, "alt").split())
    match = _DATA.match(source)
    if match is None:
        pictures.lose(
            _("The picture is not in the text but elsewhere, and was not fetched."),
            " ".join(filter(None, (alt, source[:300]))),
        )
        return ""
    content = source[match.end() :]
    if len(content) > 2 * _LARGEST:
        pictures.lose(_("The picture is too large."), alt)
        return ""
    try:
        data = b64decode(content) if match["base64"] else unquote_to_bytes(content)
    except (Error, ValueError):
        data = b""
    return pictures.add(data, alt, "")
