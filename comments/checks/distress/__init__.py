"""Whether somebody who writes, or somebody close to them, may be thinking of suicide.

Rules written by hand, one table for each language; every table reads every text.
URGENT is a present wish, intention or act; WORRY is despair, or a past that may not
be over. Words that only sound alike ("suicide headache", "this is killing me"), the
talk of research and policy, and what is told of others long ago are left alone. A
person decides; nothing is refused by a machine.
"""

from comments.checks.distress.judging import Sign, check, crisis, signs
from comments.checks.distress.language import LANGUAGES, Language

__all__ = ["LANGUAGES", "Language", "Sign", "check", "crisis", "signs"]
