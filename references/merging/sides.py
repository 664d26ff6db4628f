"""What of two records goes into the one that is kept."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from references.columns import DESCRIBING, same, stored
from references.models import Reference
from references.models.checked import CHECKED_FIELDS
from references.standing import State

_STANDING = [name for name in CHECKED_FIELDS if not name.startswith("link_")]
# Every record has these.
_NEVER_EMPTIED = ("csl_type", "title")


class Side(StrEnum):
    """One of the two records."""

    KEPT = "kept"
    ABSORBED = "absorbed"


def combined(
    kept: Reference, absorbed: Reference, chosen: Mapping[str, Side]
) -> tuple[dict[str, Any], set[str]]:
    """Give the columns of the kept record that change, and which of them are replaced.

    What the kept one lacks is filled from the other, unless the field is locked; what
    it has is replaced where an editor chose so. Appraisals and what has no column of
    its own are joined, and the more serious standing holds.
    """
    changed: dict[str, Any] = {}
    replaced = set()
    for name in DESCRIBING:
        mine, theirs = getattr(kept, name), getattr(absorbed, name)
        side = chosen.get(name)
        if same(stored(kept, name), stored(absorbed, name)):
            continue
        if side == Side.ABSORBED and (theirs or name not in _NEVER_EMPTIED):
            changed[name] = theirs
            replaced |= {name} if mine else set()
        elif side is None and not mine and name not in kept.locked_fields:
            changed[name] = theirs
    origins = {
        name: mark for name, mark in absorbed.provenance.items() if name in changed
    }
    locks = [name for name in absorbed.locked_fields if name in changed]
    joined = {
        "other_variables": {**absorbed.other_variables, **kept.other_variables},
        "appraisals": _joined(kept, absorbed),
        "provenance": {**kept.provenance, **origins},
        "locked_fields": list(dict.fromkeys([*kept.locked_fields, *locks])),
    }
    for name, value in joined.items():
        if not same(value, stored(kept, name)):
            changed[name] = value
    if State(absorbed.standing).severity > State(kept.standing).severity:
        changed |= {name: getattr(absorbed, name) for name in _STANDING}
    return changed, replaced


def _joined(kept: Reference, absorbed: Reference) -> list[dict[str, Any]]:
    mine = stored(kept, "appraisals")
    known = [block["value"] for block in mine]
    theirs = stored(absorbed, "appraisals")
    return [*mine, *(block for block in theirs if block["value"] not in known)]
