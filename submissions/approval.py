"""Whose approval an article of a guest waits for, and why one does not wait."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Page

from accounts.models import User
from authors.models import AuthorPage
from submissions.models import ApprovalWaiver, Decision, ProofDecision, Submission
from submissions.states import NotPossible, lock, record


@dataclass(frozen=True)
class Standing:
    """What one named author said about one text, in the order in which it was said."""

    author: AuthorPage
    decisions: list[ProofDecision]

    @property
    def approves(self) -> bool:
        """Whether the last word was an approval."""
        return bool(self.decisions) and self.decisions[-1].decision == Decision.APPROVE

    @property
    def wishes(self) -> list[ProofDecision]:
        """The changes that were asked for."""
        return [each for each in self.decisions if each.decision == Decision.CHANGES]


def draft_of(submission: Submission) -> Page | None:
    """Give the newest draft of an article, as it would be published now."""
    if submission.page is None:
        return None
    draft = submission.page.get_latest_revision_as_object()
    draft.keep_disclosures()
    return draft


def standings(
    submission: Submission, authors: Sequence[AuthorPage], fingerprint: str
) -> list[Standing]:
    """Give what each of these authors said about a text."""
    said = list(submission.proof_decisions.about(fingerprint))
    return [
        Standing(author, [each for each in said if each.author_id == author.pk])
        for author in authors
    ]


@transaction.atomic
def waive(submission: Submission, *, by: User, reason: str) -> ApprovalWaiver:
    """Let the newest draft be published although not every author approved it.

    Raises `NotPossible` without a reason.
    """
    reason = reason.strip()
    if not reason:
        raise NotPossible(_("Write down why you do not wait for every author."))
    lock(submission)
    draft = draft_of(submission)
    if draft is None:
        raise NotPossible(_("There is no article yet."))
    made = ApprovalWaiver.objects.create(
        submission=submission,
        by=by,
        by_name=by.get_full_name() or by.get_username(),
        reason=reason,
        fingerprint=draft.fingerprint(),
    )
    record(submission, "submissions.approval_waived", by, reason=reason)
    log(
        instance=draft,
        action="submissions.approval_waived",
        user=by,
        data={"reason": reason},
    )
    return made


def obstacle(page: Page, fingerprint: str) -> str | None:
    """Tell, in words, whose approval keeps a guest's article from being published."""
    submission = Submission.objects.filter(page=page.alias_of_id or page.pk).first()
    if submission is None or submission.waivers.filter(fingerprint=fingerprint):
        return None
    authors = page.reviewed_authors()
    if not authors:
        return _("A guest’s article needs an author in its byline.")
    missing = [
        standing.author.title
        for standing in standings(submission, authors, fingerprint)
        if not standing.approves
    ]
    if not missing:
        return None
    names = {"names": ", ".join(missing)}
    if submission.proof_decisions.filter(decision=Decision.APPROVE).exists():
        return _(
            "This text is not the one that was approved, or not by: %(names)s."
        ) % (names)
    return _("The proof of this text is not approved yet by: %(names)s.") % names


def object_to(sender: type, *, page: Page, fingerprint: str, **_kwargs: Any):
    """Answer, when a page is about to be published, with what keeps it back."""
    return obstacle(page, fingerprint)
