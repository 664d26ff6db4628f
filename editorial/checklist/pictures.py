"""Pictures that not everybody can see, and pictures that may not be printed."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from editorial.checklist.draft import Draft
from editorial.checklist.finding import Found


def missing_alternative_texts(draft: Draft) -> Iterator[Found]:
    """Find pictures that say nothing to who cannot see them, save decorations."""
    for picture in draft.pictures:
        if not (picture.is_decorative or picture.alternative_text.strip()):
            message = _("Say what “%(title)s” shows.") % {"title": picture.title}
            yield Found(message, picture.text_path)


def obstacles(draft: Draft) -> Iterator[Found]:
    """Find pictures without credit, licence or the consent of whom they show.

    What is said of a picture that is used twice is said once.
    """
    first: dict[str, str] = {}
    for picture in draft.pictures:
        for obstacle in picture.obstacles:
            first.setdefault(obstacle, picture.path)
    for obstacle, path in first.items():
        yield Found(obstacle, path)
