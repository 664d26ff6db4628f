"""Personal data in a comment: what would tell strangers who somebody is, or reach them.

Each kind has a module that finds it in a plain text. Where two kinds claim the same
characters, the surer one has them.
"""

from comments.checks.personal.found import Found, Kind
from comments.checks.personal.rules import check, find

__all__ = ["Found", "Kind", "check", "find"]
