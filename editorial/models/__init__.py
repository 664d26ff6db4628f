"""The records of editorial work; each has a file of its own here."""

from editorial.models.checked import Checked
from editorial.models.checklist_settings import ChecklistSettings
from editorial.models.notice import ChangeNotice, NoticeKind, PublishedVersion
from editorial.models.review_settings import ReviewSettings
from editorial.models.reviewed import Reviewed
from editorial.models.sign_off import SignOff, UnsignedPublication
from editorial.models.source_request import (
    Askable,
    Asker,
    RequestState,
    SourceRequest,
)
from editorial.models.task import EditorialCheckTask, MedicalReviewTask

__all__ = [
    "Askable",
    "Asker",
    "ChangeNotice",
    "Checked",
    "ChecklistSettings",
    "EditorialCheckTask",
    "MedicalReviewTask",
    "NoticeKind",
    "PublishedVersion",
    "RequestState",
    "ReviewSettings",
    "Reviewed",
    "SignOff",
    "SourceRequest",
    "UnsignedPublication",
]
