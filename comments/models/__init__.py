"""The records of reading and answering; each has a file of its own here."""

from comments.models.answer_request import AnswerRequest
from comments.models.canned import CannedReply
from comments.models.comment import AnswerState, Comment, Kind, Relation, Risk, Status
from comments.models.commentable import Commentable
from comments.models.erasure import Erasure, ErasureKind
from comments.models.following import Following
from comments.models.report import Report, ReportReason
from comments.models.settings import CommentSettings, CrisisHelp, ShowAtOnce

__all__ = [
    "AnswerRequest",
    "AnswerState",
    "CannedReply",
    "Comment",
    "CommentSettings",
    "Commentable",
    "CrisisHelp",
    "Erasure",
    "ErasureKind",
    "Following",
    "Kind",
    "Relation",
    "Report",
    "ReportReason",
    "Risk",
    "ShowAtOnce",
    "Status",
]
