"""The rows of an article: names in its byline, sources to read on."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import model_from_serializable_data
from wagtail.models import Orderable

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
    """One name in an article's byline."""

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

    class Meta(Orderable.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["page", "author"], name="author_once_in_byline"
            )
        ]


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
