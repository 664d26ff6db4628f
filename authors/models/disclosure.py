"""What an author declared on one day."""

from datetime import date
from typing import Any, NoReturn

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from authors import icmje
from authors.models.author import AuthorPage


class GivenForGood(TypeError):
    """A disclosure stays as it was given: a new one takes its place."""


class DisclosureQuerySet(models.QuerySet["Disclosure"]):
    """Disclosures, chosen by their day."""

    def current(self, on: date):
        """Leave those that hold on a day: given by then, within twelve months."""
        oldest = icmje.outdated_since(on)
        return self.filter(declared_on__gt=oldest, declared_on__lte=on)

    def latest_per_author(self):
        """Leave the newest of each author."""
        newest = (
            Disclosure.objects.filter(author=models.OuterRef("author"))
            .order_by("-declared_on", "-pk")
            .values("pk")[:1]
        )
        return self.filter(pk=models.Subquery(newest))


class Disclosure(models.Model):
    """The thirteen lines as an author answered them, never changed afterwards."""

    author = models.ForeignKey(
        AuthorPage,
        verbose_name=_("author"),
        on_delete=models.CASCADE,
        related_name="disclosures",
    )
    declared_on = models.DateField(_("declared on"))
    statement = models.CharField(
        _("statement"),
        max_length=icmje.MOST_LETTERS_OF_STATEMENT,
        blank=True,
        help_text=_("One plain sentence for readers; empty when nothing is declared."),
    )
    answers = models.JSONField(_("answers"))
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("entered by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    created_at = models.DateTimeField(_("entered at"), auto_now_add=True)

    objects = DisclosureQuerySet.as_manager()

    class Meta:
        verbose_name = _("disclosure")
        verbose_name_plural = _("disclosures")
        ordering = ["-declared_on", "-pk"]
        default_permissions = ("add", "view")
        permissions = [("add_own_disclosure", _("Can give their own disclosure"))]

    def __str__(self) -> str:
        """Name the author and the day."""
        return f"{self.author}, {self.declared_on.isoformat()}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Store a new disclosure whose lines are all answered.

        Raises `icmje.Incomplete` when they are not, and `GivenForGood` when it is
        stored already.
        """
        if not self._state.adding:
            raise GivenForGood(_("A disclosure is not changed: give a new one."))
        answers = icmje.parse(self.answers)
        self.answers = icmje.stored(answers)
        self.statement = icmje.check_statement(self.statement, answers)
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Refuse; disclosures go with the profile of their author alone."""
        raise GivenForGood(_("A disclosure is not deleted: give a new one."))

    @property
    def declares_nothing(self) -> bool:
        """Whether every line says “None”."""
        return not self.statement

    @property
    def lines(self) -> list[tuple[icmje.Line, tuple[icmje.Interest, ...]]]:
        """Every line in its order, with what it declares."""
        answers = icmje.parse(self.answers)
        return [(line, answers[line.key]) for line in icmje.LINES]

    @property
    def asked_again_on(self) -> date:
        """The day from which it holds no more."""
        return icmje.asked_again_on(self.declared_on)

    def is_current(self, on: date) -> bool:
        """Tell whether it holds on a day."""
        return self.declared_on <= on < self.asked_again_on
