"""Claims that state a fact without saying where it comes from.

Rules written by hand, for English: they find what a reader of a medical text would ask
a source for, and miss what is said in words they do not know. In other languages they
find nothing.
"""

from editorial.claims.reasons import Reason, reasons
from editorial.claims.sentences import Sentence, sentences
from editorial.claims.uncited import Claim, uncited

__all__ = ["Claim", "Reason", "Sentence", "reasons", "sentences", "uncited"]
