"""The rows of an article: names in its byline, sources to read on."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import model_from_serializable_data
from wagtail.models import Orderable

from authors.models import Disclosure
from blog.models.article import ArticlePage


class _Row(Orderable):
    """A row of an article whose target may be gone from an old revision."""

    target: str

    class Meta(Orderable.Meta):
        abstract = True

    @classmethod
    def from_serializable_data(cls, data, check_fks=True, strict_fks=False):
        """Leave out a row of a revision whose target was deleted since.

        modelcluster cannot restore a dangling key that the database protects.
        """
        field = cls._meta.get_field(cls.target)
        related = field.remote_field.model._default_manager
        if check_fks and not related.filter(pk=data[cls.target]).exists():
            return None
        return model_from_serializable_data(
            cls, data, check_fks=False, strict_fks=strict_fks
        )


class Authorship(_Row):
    """One name in an article's byline, with what that author had declared."""

    target = "author"
    page = ParentalKey(
        ArticlePage, on_delete=models.CASCADE, related_name="authorships"
    )
    author = models.ForeignKey(
        "authors.AuthorPage",
        verbose_name=_("author"),
        on_delete=models.PROTECT,
        related_name="authorships",
    )
    # Kept by `blog.bylines`; no form offers it.
    disclosure = models.ForeignKey(
        "authors.Disclosure",
        verbose_name=_("disclosure that held"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )

    panels = ["author"]

    class Meta(Orderable.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["page", "author"], name="author_once_in_byline"
            )
        ]

    @classmethod
    def from_serializable_data(cls, data, check_fks=True, strict_fks=False):
        """Go on with the stored disclosure where a revision knows of none."""
        disclosure, author = data.get("disclosure"), data["author"]
        known = Disclosure.objects.filter(pk=disclosure, author=author)
        if disclosure is None or not known.exists():
            disclosure = cls._stored(data["page"], author)
        data = {**data, "disclosure": disclosure}
        return super().from_serializable_data(data, check_fks, strict_fks)

    @classmethod
    def _stored(cls, page, author):
        rows = cls.objects.filter(page=page, author=author)
        return rows.values_list("disclosure", flat=True).first()

    @property
    def kept(self) -> Disclosure | None:
        """The kept disclosure, unless the row names another author by now."""
        disclosure = self.disclosure
        if disclosure and disclosure.author_id == self.author_id:
            return disclosure
        return None

    def save(self, *args, **kwargs):
        """Store a disclosure of the row's own author: the one it has, or had."""
        if self.kept is None:
            self.disclosure_id = self._stored(self.page_id, self.author_id)
        super().save(*args, **kwargs)


class FurtherReading(_Row):
    """A source that the reader may go on with."""

    target = "reference"
    page = ParentalKey(
        ArticlePage, on_delete=models.CASCADE, related_name="further_reading"
    )
    reference = models.ForeignKey(
        "references.Reference",
        verbose_name=_("reference"),
        on_delete=models.PROTECT,
        related_name="+",
    )

    class Meta(Orderable.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["page", "reference"], name="reference_once_in_reading"
            )
        ]
