"""What a writer may do with a comment: submit it."""

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page

from comments.models import Comment, Kind, Status


class NotAccepted(ValueError):
    """This cannot be taken; the message says why, in the writer's words."""


@transaction.atomic
def submit(
    *,
    page,
    name: str,
    text: str,
    email: str = "",
    reply_to: int | None = None,
    kind: Kind = Kind.COMMENT,
    passage: str = "",
) -> Comment:
    """Store a comment on a page as held and return it.

    Raises `NotAccepted` when the page takes no comments or `reply_to` is not an
    approved comment on it; then nothing is stored.
    """
    # Serialises writers to one page: xtd numbers threads without a lock.
    Page.objects.select_for_update().get(pk=page.pk)
    if not page.accepts_comments:
        raise NotAccepted(_("This page takes no comments."))
    parent_id = 0
    if reply_to is not None:
        parent = page.comments.approved().filter(pk=reply_to).first()
        if parent is None:
            raise NotAccepted(_("The comment that you answer is no longer here."))
        # The deepest level answers beside, not below.
        deepest = parent.level >= settings.COMMENTS_XTD_MAX_THREAD_LEVEL
        parent_id = parent.parent_id if deepest else parent.pk
        kind = Kind.COMMENT
    version, version_date = page.comment_version()
    return Comment.objects.create(
        content_type=ContentType.objects.get_for_model(page),
        object_pk=str(page.pk),
        site_id=settings.SITE_ID,
        user_name=name,
        user_email=email,
        comment=text,
        submit_date=timezone.now(),
        parent_id=parent_id,
        status=Status.HELD,
        kind=kind,
        passage=passage,
        version=version,
        version_date=version_date,
    )
