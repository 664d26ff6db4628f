"""The pictures of a draft in the site's collection, each once."""

import hashlib
from dataclasses import dataclass, field

from django.core.files.base import ContentFile
from django.utils.translation import gettext as _

from images.models import SiteImage
from importing.draft import Draft, Picture
from references.importing import Outcome, Row

_LONGEST = 255


@dataclass
class Pictures:
    """The keys of a draft's pictures by their names, and what the report says of them.

    `stored` are those that the site did not have.
    """

    keys: dict[str, int] = field(default_factory=dict)
    rows: list[Row] = field(default_factory=list)
    stored: list[SiteImage] = field(default_factory=list)

    def keep(self, draft: Draft, *, by=None) -> None:
        """Give each picture of a draft a record; one that the site has is taken."""
        for at, (name, picture) in enumerate(draft.pictures.items(), 1):
            image = self._kept(name, picture, draft.title, by)
            if image is None:
                reason = _("The picture is damaged and could not be stored.")
                row = Row(f"picture-{name}", "picture", Outcome.LOST, reason)
                self.rows.append(row)
                continue
            self.keys[name] = image.pk
            if image.obstacles:
                reason = " ".join(image.obstacles)
                row = Row(f"credit-{at}", "picture credit", Outcome.CHANGED, reason)
                self.rows.append(row)

    def discard(self) -> None:
        """Delete the files of what was stored: the database has gone back already."""
        for image in self.stored:
            image.file.storage.delete(image.file.name)

    def _kept(self, name: str, picture: Picture, title: str, by) -> SiteImage | None:
        digest = hashlib.sha1(picture.data, usedforsecurity=False).hexdigest()
        known = SiteImage.objects.filter(file_hash=digest).order_by("pk").first()
        if known is not None:
            return known
        try:
            image = SiteImage(
                title=(picture.alt or title or name)[:_LONGEST],
                description=picture.alt[:_LONGEST],
                file=ContentFile(picture.data, name),
                file_hash=digest,
                file_size=len(picture.data),
                uploaded_by_user=by,
            )
            image.save()
        except (OSError, ValueError, SyntaxError):
            return None
        self.stored.append(image)
        return image
