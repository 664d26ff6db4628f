"""What makes a page one that is reviewed, signed and changed with notice."""

from abc import abstractmethod
from collections.abc import Iterable
from typing import Any

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from wagtail.models import PagePermissionTester, Revision

from editorial import publishing
from editorial.fingerprint import digests, fingerprint
from editorial.models.notice import NoticeKind

NOTICE = ("notice_kind", "notice_what", "notice_why")
CHANGES = [(kind.value, kind.label) for kind in NoticeKind if kind != "withdrawal"]


class ReviewedPermissionTester(PagePermissionTester):
    """Wagtail's page permissions, less the publishing of what nobody signed."""

    def can_publish(self):
        """Ask for a sign-off of the newest draft before its first publication."""
        if not super().can_publish():
            return False
        if self.page.live or not self.page.pk:
            return self.page.live
        return publishing.refusal_of_draft(self.page) is None

    def can_delete(self, ignore_bulk=False):
        """Leave to administrators what readers have seen."""
        allowed = super().can_delete(ignore_bulk)
        was_seen = self.page.live or self.page.first_published_at
        # Wagtail asks the same of a page that is moved, and then ignores the bulk.
        if ignore_bulk or not was_seen:
            return allowed
        return allowed and self.user.has_perm("editorial.delete_published_page")


class Reviewed(models.Model):
    """A page that is published under a sign-off: to be mixed in before Wagtail's Page.

    The notice of a change that is not published yet is part of its draft.
    """

    alias_of: Any
    expired: Any
    get_site: Any
    live: Any
    live_revision: Any
    title: Any

    notice_kind = models.CharField(
        _("kind of change"), max_length=20, choices=CHANGES, blank=True
    )
    notice_what = models.TextField(
        _("what changed"), blank=True, help_text=_("In a sentence, for readers.")
    )
    notice_why = models.TextField(_("why"), blank=True)

    class Meta:
        abstract = True

    @transaction.atomic
    def save(self, *args, **kwargs):
        """Save, and publish only what may be: raises `publishing.NotSignedOff`."""
        publication = None
        fields = kwargs.get("update_fields")
        if fields is None or "live" in fields:
            publication = publishing.begin(self)
        saved = super().save(*args, **kwargs)
        if publication:
            publishing.complete(publication)
        return saved

    @abstractmethod
    def reviewed_content(self) -> dict[str, Any]:
        """Give all that readers see, by part, as values that JSON can hold."""

    @abstractmethod
    def reviewed_authors(self) -> list[Any]:
        """Give the author profiles of the byline."""

    @abstractmethod
    def authors_without_disclosure(self) -> Iterable[Any]:
        """Give the profiles whose interests were not disclosed within a year."""

    @abstractmethod
    def shared_interests(self, user) -> set[str]:
        """Give organisations in which a user and an author both declared interests."""

    @abstractmethod
    def keep_disclosures(self) -> None:
        """Fix, on this object, the disclosures that hold now; saves nothing."""

    @abstractmethod
    def frozen_html(self) -> str:
        """Give what readers see as HTML that stays readable by itself."""

    def missing_sign_off(self) -> str:
        """Say, before the first publication, which sign-off is missing."""
        if self.live or not self.pk:
            return ""
        self.keep_disclosures()
        return publishing.obstacle(self) or ""

    def fingerprint(self) -> str:
        """Give the value that changes whenever readers see something else."""
        return fingerprint(digests(self.reviewed_content()))

    @property
    def has_notice(self) -> bool:
        """Whether the draft says what kind of change it is, what changed, and why."""
        return all(getattr(self, name).strip() for name in NOTICE)

    def take_notice(self) -> tuple[str, ...]:
        """Give the notice, and take it out of the page and of the revision it is in."""
        notice = tuple(getattr(self, name).strip() for name in NOTICE)
        blank = dict.fromkeys(NOTICE, "")
        type(self)._base_manager.filter(pk=self.pk).update(**blank)
        for name in NOTICE:
            setattr(self, name, "")
        if self.live_revision is not None:
            self.live_revision.content.update(blank)
            Revision.objects.filter(pk=self.live_revision.pk).update(
                content=self.live_revision.content
            )
        return notice

    def publish(self, revision, *args, **kwargs):
        """Publish a revision; one whose hour has come stays back if it may not.

        The command that publishes on schedule goes on to other pages.
        """
        try:
            with transaction.atomic():
                return super().publish(revision, *args, **kwargs)
        except publishing.NotSignedOff as refusal:
            if kwargs.get("log_action") != "wagtail.publish.scheduled":
                raise
            publishing.hold_back(self, revision, str(refusal))
        return None

    def permissions_for_user(self, user) -> ReviewedPermissionTester:
        """Give what a user may do to this page."""
        return ReviewedPermissionTester(user, self)
