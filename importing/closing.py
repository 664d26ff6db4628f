"""The line at the end of a text that names who wrote it, as a block of its own."""

import re
from collections.abc import Sequence
from dataclasses import replace

from django.utils.translation import gettext_noop

from importing.draft import Block, Draft, Outcome, Problem
from importing.rich_text import joined, lines

# A name of two to five words, with what may follow it: "– Jane Roe, MD, FRCA".
_WORD = r"[^\W\d_a-zß-ÿ](?:[\w.'’-]*)"
_LETTERS = (
    r"(?:M\.?D|D\.?O|Ph\.?D|MBBS|MBB?Ch|MBChB|M\.?P\.?H|MSc|MS|MA|MBA|BSc|RN|NP|DNP|PA-C|PA"
    r"|D?PT|OT|DDS|DMD|PsyD|PharmD|RD|LCSW|CNM|CRNA|DrPH|DPhil|JD|OBE|F[A-Z]{2,7}"
    r"|MRC[A-Z]{1,5})\.?(?:\s?\([A-Za-z]+\))?"
)
_NAME = (
    rf"(?:(?:Dr|Prof|Professor|Mr|Mrs|Ms|Mx)\.?\s)?{_WORD}"
    rf"(?:\s(?:van|von|de|der|den|del|della|di|da|bin|al|{_WORD})){{1,4}}"
)
_SIGNED = re.compile(
    rf"(?P<dash>[–—―-]{{1,2}}\s*)?(?P<name>{_NAME}(?P<letters>(?:,\s?{_LETTERS})*))"
)
# What a text must have said before somebody signs it.
_SHARE_BEFORE = 0.3


def sign(draft: Draft) -> Draft:
    """Give a draft whose signature, such as "– Jane Roe, MD", is a sign-off.

    It is the last line that is one; a name without letters behind it needs the dash.
    """
    first = int(len(draft.blocks) * _SHARE_BEFORE)
    for dashed in (True, False):
        for at in reversed(range(first, len(draft.blocks))):
            if parted := _parted(draft.blocks, at, dashed=dashed):
                return _signed(draft, at, *parted)
    return draft


def _signed(draft: Draft, at: int, blocks: Sequence[Block], text: str) -> Draft:
    reason = gettext_noop("The line that closes the text became its sign-off.")
    problem = Problem("sign-off-1", "sign-off", Outcome.CONVERTED, reason, text)
    return replace(
        draft,
        blocks=(*draft.blocks[:at], *blocks, *draft.blocks[at + 1 :]),
        problems=(*draft.problems, problem),
    )


def _parted(
    blocks: Sequence[Block], at: int, *, dashed: bool
) -> tuple[list[Block], str] | None:
    """Part a block where it is signed: what stands before, the sign-off, the rest."""
    block = blocks[at]
    if block.type != "paragraph" or (at and blocks[at - 1].type == "quotation"):
        return None
    found = lines(block.value)
    for line in reversed(range(len(found))):
        match = _SIGNED.fullmatch(found[line].text)
        if found[line].list or not match or not match["dash" if dashed else "letters"]:
            continue
        value = {"text": "", "author": None, "name": match["name"]}
        parts = [
            replace(block, value=joined(found[:line])),
            Block("sign_off", value),
            Block("paragraph", joined(found[line + 1 :])),
        ]
        return [part for part in parts if part.value], found[line].text
    return None
