"""What a comment should be looked at for, before anybody reads it.

Pure: a text and what is known of it in, findings with their reasons out. They decide in
which order people read; what becomes of a comment, people decide.
"""

from comments.checks.context import Context, Sent
from comments.checks.distress import crisis
from comments.checks.finding import Finding, Level
from comments.checks.rules import findings, risk

__all__ = ["Context", "Finding", "Level", "Sent", "crisis", "findings", "risk"]
