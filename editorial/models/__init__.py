"""The records of editorial work; each has a file of its own here."""

from editorial.models.checked import Checked
from editorial.models.checklist_settings import ChecklistSettings
from editorial.models.disclosure_reminder import DisclosureReminder
from editorial.models.live_fingerprint import LiveFingerprint
from editorial.models.notice import ChangeNotice, NoticeKind, PublishedVersion
from editorial.models.review_date import BroughtForward, ReviewDate
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
    "BroughtForward",
    "ChangeNotice",
    "Checked",
    "ChecklistSettings",
    "DisclosureReminder",
    "EditorialCheckTask",
    "LiveFingerprint",
    "MedicalReviewTask",
    "NoticeKind",
    "PublishedVersion",
    "RequestState",
    "ReviewDate",
    "ReviewSettings",
    "Reviewed",
    "SignOff",
    "SourceRequest",
    "UnsignedPublication",
]
