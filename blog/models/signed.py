"""What an article tells those who check it, sign it off and keep its versions."""

from typing import Any

from django.template.loader import render_to_string
from django.utils import timezone

from authors.disclosures import entities, held_on
from blog import bylines, checking, signing
from blog.text import text_of
from editorial.models import Checked, Reviewed
from references.citing.library import reading_list
from references.citing.settings import style_for


class SignedArticle(Reviewed, Checked):
    """The answers of an article to the questions of editorial work."""

    authorships: Any
    further_reading: Any

    class Meta:
        abstract = True

    @classmethod
    def from_serializable_data(cls, data, check_fks=True, strict_fks=False):
        """Tell rows that were new in a revision whose byline they are in.

        Under that page stands the disclosure that was kept since.
        """
        rows = [
            {**row, "page": row["page"] or data["pk"]}
            for row in data.get("authorships", [])
        ]
        return super().from_serializable_data(
            {**data, "authorships": rows}, check_fks, strict_fks
        )

    def checked_authors(self):
        """Give the byline as the checklist sees it."""
        return checking.authors(self)

    def checked_headings(self):
        """Give the headings as the checklist sees them."""
        return checking.headings(self)

    def checked_pictures(self):
        """Give lead picture and pictures as the checklist sees them."""
        return checking.pictures(self)

    def checked_sources(self):
        """Give the sources that are not to be relied on or do not answer."""
        return checking.sources(self)

    def reviewed_content(self) -> dict[str, Any]:
        """Give all that readers see, by part."""
        return signing.signed_content(self)

    def reviewed_authors(self):
        """Give the author profiles of the byline."""
        return [row.author for row in self.authorships.all()]

    def authors_without_disclosure(self):
        """Give the profiles whose interests were not disclosed within a year."""
        return checking.authors_without_disclosure(self)

    def shared_interests(self, user) -> set[str]:
        """Give organisations in which a user and an author both declared interests."""
        profile = getattr(user, "author_page", None)
        if profile is None:
            return set()
        authors = [row.author_id for row in self.authorships.all()]
        held = held_on([profile.pk, *authors], timezone.localdate())
        own = entities(held[profile.pk]) if profile.pk in held else set()
        theirs = [entities(held[key]) for key in authors if key in held]
        return own.intersection(*[set().union(*theirs)])

    def keep_disclosures(self) -> None:
        """Fix in the byline, on this object, the disclosures that hold now."""
        bylines.keep_disclosures(self)

    def frozen_html(self) -> str:
        """Give the article with its byline and sources, without what readers wrote."""
        style = style_for(self.get_site())
        text = text_of(self, None, style)
        rows = self.further_reading.select_related("reference")
        return render_to_string(
            "blog/frozen.html",
            {
                "bylines": self.authorships.select_related("author", "disclosure"),
                "cited": text.cited,
                "citation_style": style,
                "opening": text.opening,
                "page": self,
                "references": reading_list([row.reference for row in rows], style),
                "sections": text.sections,
            },
        )
