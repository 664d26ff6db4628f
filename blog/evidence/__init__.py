"""Blocks that say what is known, how well, in how many people, and what is not."""

from blog.evidence.claim import EvidenceBlock, UnknownsBlock
from blog.evidence.numbers import NumbersBlock
from blog.evidence.study_table import StudyTableBlock

__all__ = ["EvidenceBlock", "NumbersBlock", "StudyTableBlock", "UnknownsBlock"]
