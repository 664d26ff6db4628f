"""What the checklist cannot know of an article without the blog and the library."""

from collections.abc import Iterator

from django.db.models import Q
from django.utils import timezone
from wagtail.models import Page

from authors.disclosures import held_on
from authors.models import AuthorPage
from editorial.checklist import Author, Heading, Picture, Source
from images.models import SiteImage
from references import rewriting
from references.models import LinkState, Reference, StandingState


def authors_without_disclosure(page: Page) -> list[AuthorPage]:
    """Give the profiles of a byline whose interests were not disclosed in a year."""
    return [profile for profile, has_disclosed in _byline(page) if not has_disclosed]


def authors(page: Page) -> list[Author]:
    """Give the byline, and who of it disclosed their interests."""
    return [
        Author(profile.title, has_disclosed) for profile, has_disclosed in _byline(page)
    ]


def _byline(page: Page) -> list[tuple[AuthorPage, bool]]:
    keys = [row.author_id for row in page.authorships.all()]
    profiles = AuthorPage.objects.in_bulk(keys)
    held = held_on(keys, timezone.localdate())
    return [(profiles[key], key in held) for key in keys if key in profiles]


def headings(page: Page) -> list[Heading]:
    """Give the headings of the body."""
    return [
        Heading(
            int((block.value["level"] or "h2").removeprefix("h")),
            block.value["text"] or "",
            f"body.{block.id}",
        )
        for block in page.body
        if block.block_type == "heading"
    ]


def pictures(page: Page) -> list[Picture]:
    """Give the lead picture and those of the body."""
    return list(_pictures(page))


def _pictures(page: Page) -> Iterator[Picture]:
    if image := page.lead_image:
        yield Picture(
            title=image.title,
            alternative_text=page.lead_image_alt,
            path="lead_image",
            text_path="lead_image_alt",
            obstacles=tuple(image.obstacles),
        )
    for _key, path in _places(page, SiteImage):
        found = page.body.stream_block.get_block_by_content_path(
            page.body, path.split(".")
        )
        # Texts into which a picture was pasted point at it too, and do not show it.
        if found is not None and isinstance(image := found.value, SiteImage):
            yield Picture(
                title=image.title,
                alternative_text=getattr(image, "contextual_alt_text", "") or "",
                path=f"body.{path}",
                text_path=f"body.{path}.alt_text",
                is_decorative=bool(getattr(image, "decorative", False)),
                obstacles=tuple(image.obstacles),
            )


def sources(page: Page) -> list[Source]:
    """Give the sources that are retracted, questioned or dead, each once."""
    first: dict[int, str] = {}
    for key, path in _places(page, Reference):
        if (number := rewriting.key_of(key)) is not None:
            first.setdefault(number, f"body.{path}")
    for row in page.further_reading.all():
        first.setdefault(row.reference_id, "further_reading")
    troubled = Reference.objects.filter(pk__in=first).filter(
        Q(pk__in=Reference.objects.in_trouble()) | Q(link_state=LinkState.DEAD)
    )
    found = {each.pk: each for each in troubled}
    return [
        Source(
            name=str(found[key]),
            path=path,
            standing=found[key].get_standing_display()
            if found[key].is_in_trouble
            else "",
            is_retracted=found[key].standing != StandingState.CONCERN,
            is_dead=found[key].link_state == LinkState.DEAD,
        )
        for key, path in first.items()
        if key in found
    ]


def _places(page: Page, model: type) -> list[tuple[str, str]]:
    """Give the keys of what the body points at, each with its content path."""
    # Blocks that were not looked at yet would give their stored form.
    list(page.body)
    return [
        (str(key), path)
        for kind, key, _names, path in page.body.stream_block.extract_references(
            page.body
        )
        if kind is model
    ]
