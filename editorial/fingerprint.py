"""One short value that stands for everything a reader sees of an article."""

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder


def digests(content: Mapping[str, Any]) -> dict[str, str]:
    """Give the SHA-256, in hexadecimal, of each part of what readers see.

    Parts are made of what JSON can hold; the order of keys inside them is of no
    account, that of lists is.
    """
    return {part: _digest(value) for part, value in content.items()}


def fingerprint(parts: Mapping[str, str]) -> str:
    """Give one SHA-256, in hexadecimal, for the digests of all parts."""
    return _digest(dict(parts))


def changed(before: Mapping[str, str], after: Mapping[str, str]) -> tuple[str, ...]:
    """Give the names of the parts that differ, in the order of `after`."""
    names = dict.fromkeys([*after, *before])
    return tuple(name for name in names if before.get(name) != after.get(name))


def _digest(value: Any) -> str:
    written = json.dumps(
        value, cls=DjangoJSONEncoder, ensure_ascii=False, sort_keys=True
    )
    return sha256(written.encode("utf-8", "surrogatepass")).hexdigest()
