"""A guest's profile: filled in from what is known, and made a draft for an editor."""

from html import unescape
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone
from django.utils.html import escape, strip_tags
from django.utils.translation import gettext as _
from wagtail.images import get_image_model
from wagtail.log_actions import log

from authors.models import AuthorIndexPage, AuthorPage, Credential
from submissions.models import Guest

_FIELDS = (
    "given_name",
    "family_name",
    "post_nominals",
    "role",
    "specialties",
    "orcid",
)


def latest(guest: Guest) -> AuthorPage | None:
    """Give a guest's profile with what is not published yet."""
    return guest.author and guest.author.get_latest_revision_as_object()


def known(guest: Guest) -> dict[str, Any]:
    """Give, by the fields of the form, what is known of a guest."""
    page = latest(guest)
    if page is None:
        return {}
    values = {name: getattr(page, name) for name in _FIELDS}
    for block in page.affiliations[:1]:
        values |= {name: block.value[name] for name in ("organisation", "place")}
    values["biography"] = _written(page)
    portrait = guest.portrait or page.portrait
    if portrait is not None:
        values |= {
            "portrait_credit": portrait.credit,
            "portrait_licence": portrait.licence,
            "portrait_consent": bool(portrait.consent_record),
        }
    return values


@transaction.atomic
def keep_portrait(guest: Guest, file: UploadedFile) -> None:
    """Keep a picture as soon as it is there: a form cannot be shown with it again."""
    before = guest.portrait
    guest.portrait = get_image_model().objects.create(
        title=_("Portrait of %(name)s") % {"name": guest}, file=file
    )
    guest.save(update_fields=["portrait"])
    if before is not None and not _is_shown(guest, before):
        before.delete()


@transaction.atomic
def write(guest: Guest, data: dict[str, Any]) -> AuthorPage:
    """Make a draft of a guest's profile, which an editor publishes.

    A profile that readers see stays as it is until then.
    """
    page = latest(guest) or AuthorPage(live=False)
    for name in _FIELDS:
        setattr(page, name, data[name])
    page.title = f"{data['given_name']} {data['family_name']}"
    page.affiliations = _affiliations(page, data)
    if data["biography"] != _written(page):
        page.biography = [
            ("paragraph", f"<p>{escape(text)}</p>")
            for text in map(_tidy, data["biography"].split("\n"))
            if text
        ]
    # Readers' questions are mailed there.
    page.contact_email = page.contact_email or guest.email
    if guest.portrait is not None:
        _describe(guest.portrait, data)
        page.portrait = guest.portrait
    if page.pk is None:
        AuthorIndexPage.objects.first().add_child(instance=page)
        log(instance=page, action="wagtail.create", data={"guest": guest.name})
        guest.author = page
        guest.save(update_fields=["author"])
    page.save_revision(log_action=True)
    _keep_credential(page, data)
    return page


def _written(page: AuthorPage) -> str:
    texts = (unescape(strip_tags(block.value.source)) for block in page.biography)
    return "\n\n".join(filter(None, texts))


def _tidy(text: str) -> str:
    return " ".join(text.split())


def _affiliations(page: AuthorPage, data: dict[str, Any]) -> list[tuple[str, Any]]:
    kept = [(block.block_type, dict(block.value)) for block in page.affiliations]
    first = kept[0][1] if kept else {}
    if first.get("organisation") != data["organisation"]:
        first = {"url": ""}
    named = {"organisation": data["organisation"], "place": data["place"]}
    return [("affiliation", first | named), *kept[1:]]


def _describe(portrait: Any, data: dict[str, Any]) -> None:
    portrait.credit = data["portrait_credit"]
    portrait.licence = data["portrait_licence"]
    if not portrait.consent_record:
        day = timezone.localdate().isoformat()
        portrait.consent_record = _("The author agreed on %(day)s.") % {"day": day}
    portrait.save()


def _is_shown(guest: Guest, picture: Any) -> bool:
    shown = filter(None, (guest.author, latest(guest)))
    return any(page.portrait_id == picture.pk for page in shown)


def _keep_credential(page: AuthorPage, data: dict[str, Any]) -> None:
    if not data["credential_number"]:
        return
    row = {
        "title": data["credential_title"],
        "issuer": data["credential_issuer"],
        "number": data["credential_number"],
    }
    Credential.objects.get_or_create(author=page, **row)
