"""Publishing: what a page must have before readers see it, and what it leaves."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Page, Revision

from editorial import notices, review
from editorial.models.live_fingerprint import LiveFingerprint
from editorial.models.notice import ChangeNotice, NoticeKind, PublishedVersion
from editorial.models.sign_off import UnsignedPublication
from editorial.signals import publication_checked


class NotSignedOff(PermissionDenied):
    """A page that nobody signed, or a change that nobody explained; says so."""


@dataclass(frozen=True)
class Publication:
    """A page on its way to readers, and the fingerprint of what they saw last."""

    page: Page
    published: Page | None
    fingerprint: str
    seen: str | None

    @property
    def is_change(self) -> bool:
        """Whether readers saw something else before."""
        return self.seen is not None and self.seen != self.fingerprint


def begin(page: Page) -> Publication | None:
    """Look, before a page is saved, whether this publishes it and whether it may.

    None when the save publishes nothing. A page becomes public only under a valid
    sign-off, or where an administrator gave a reason; what readers have seen changes
    only with a notice. Raises `NotSignedOff`.
    """
    if not page.live:
        return None
    published = _published(page)
    if published and published.live_revision_id == page.live_revision_id:
        return None
    publication = _publication(page, published)
    if refused := _refusal(publication):
        raise NotSignedOff(refused)
    return publication


def obstacle(page: Page) -> str | None:
    """Tell, in words, which sign-off keeps this state of a page from readers."""
    mark = page.fingerprint()
    if review.is_signed(page, mark) or _is_excused(page, mark):
        return None
    if page.pk and page.sign_offs.exists():
        return _("This text was changed after it was signed off.")
    return _("No reviewer has signed this text off.")


def refusal(draft: Page) -> str | None:
    """Tell, in words, what keeps this state of a page, public or not, from readers."""
    return _refusal(_publication(draft, _published(draft)))


def refusal_of_draft(page: Page) -> str | None:
    """Tell the same of the newest draft of a page."""
    return refusal(page.get_latest_revision_as_object())


def _published(page: Page) -> Page | None:
    return type(page)._base_manager.filter(pk=page.pk, live=True).first()


def _publication(page: Page, published: Page | None) -> Publication:
    # An alias shows the disclosures that its source shows.
    if not page.alias_of_id:
        page.keep_disclosures()
    seen = None
    if published:
        seen = published.fingerprint()
    elif page.pk and (latest := page.versions.last()):
        # What was withdrawn comes back with a notice, also as it was.
        seen = "" if notices.is_withdrawn(page) else latest.fingerprint
    return Publication(page, published, page.fingerprint(), seen)


def _refusal(publication: Publication) -> str | None:
    page = publication.page
    if _follows(page, publication.fingerprint):
        return None
    if publication.published is None:
        answers = publication_checked.send(
            type(page), page=page, fingerprint=publication.fingerprint
        )
        missing = [obstacle(page), *(answer for _receiver, answer in answers)]
        if any(missing):
            return " ".join(filter(None, missing))
    if publication.is_change and not page.has_notice:
        return _("Say what changed, and why: readers will see it.")
    return None


def _follows(page: Page, mark: str) -> bool:
    """Whether a page is the alias of one that readers see just so."""
    source = _published(page.alias_of.specific) if page.alias_of_id else None
    return source is not None and source.fingerprint() == mark


def complete(publication: Publication) -> None:
    """Leave what a publication leaves: the version that readers see, and its notice."""
    page = publication.page
    LiveFingerprint.objects.note(page.pk, publication.fingerprint)
    if not publication.is_change and page.has_notice:
        # Kept, it would announce the next change, of which it says nothing.
        page.take_notice()
    latest = page.versions.last()
    is_kept = latest is not None and latest.fingerprint == publication.fingerprint
    if is_kept and not publication.is_change:
        return
    if latest is None and publication.published is not None:
        latest = freeze(publication.published)
    version = freeze(page, after=latest)
    # An alias changes with its source, which tells of it.
    if publication.is_change and not page.alias_of_id:
        _note(publication, version)


def freeze(page: Page, after: PublishedVersion | None = None) -> PublishedVersion:
    """Keep a page as readers see it now, as the version after this one."""
    return PublishedVersion.objects.create(
        page_id=page.pk,
        number=after.number + 1 if after else 1,
        title=page.title,
        html=page.frozen_html(),
        fingerprint=page.fingerprint(),
        published_at=page.last_published_at or timezone.now(),
    )


def _note(publication: Publication, version: PublishedVersion) -> None:
    page = publication.page
    kind, what, why = page.take_notice()
    keeps = None
    if kind == NoticeKind.MINOR and publication.seen:
        before = review.line(page, publication.seen)
        keeps = before.sign_off if before.is_reviewed else None
    by = page.live_revision.user if page.live_revision else None
    ChangeNotice.objects.create(
        page_id=page.pk,
        kind=kind,
        what=what,
        why=why,
        by=by,
        by_name=_name(by),
        at=timezone.now(),
        fingerprint=publication.fingerprint,
        version=version,
        keeps=keeps,
    )
    log(
        instance=page,
        action="editorial.change_noted",
        user=by,
        data={"kind": kind, "what": what, "why": why, "keeps_review": bool(keeps)},
    )


@transaction.atomic
def publish_without_sign_off(page: Page, *, by, reason: str) -> None:
    """Publish the newest draft of a page that nobody signed, for a written reason.

    Raises `PermissionDenied` unless `by` is an administrator and there is a reason, and
    `NotSignedOff` where something else keeps it back.
    """
    if not by.has_perm("editorial.publish_unsigned"):
        raise PermissionDenied
    if not reason.strip():
        raise PermissionDenied(_("Write down why this cannot wait for a reviewer."))
    draft = page.get_latest_revision_as_object()
    draft.keep_disclosures()
    excuse(draft, by=by, reason=reason.strip())
    if refused := refusal(draft):
        raise NotSignedOff(refused)
    page.get_latest_revision().publish(user=by)


def excuse(page: Page, *, by, reason: str) -> UnsignedPublication:
    """Put on record that this state of a page may be public without a sign-off."""
    made = UnsignedPublication.objects.create(
        page_id=page.pk,
        by=by,
        by_name=_name(by),
        reason=reason,
        fingerprint=page.fingerprint(),
        at=timezone.now(),
    )
    log(
        instance=page,
        action="editorial.published_unsigned",
        user=by,
        data={"reason": reason},
    )
    return made


def hold_back(page: Page, revision: Revision, reason: str) -> None:
    """Take a revision off the schedule, and say why in the page's history."""
    revision.approved_go_live_at = None
    revision.save(update_fields=["approved_go_live_at"])
    log(
        instance=page,
        action="editorial.held_back",
        revision=revision,
        data={"reason": reason},
    )


def _is_excused(page: Page, mark: str) -> bool:
    return UnsignedPublication.objects.filter(
        page_id=page.alias_of_id or page.pk, fingerprint=mark
    ).exists()


def _name(user) -> str:
    return (user.get_full_name() or user.get_username()) if user else ""
