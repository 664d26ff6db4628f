"""What an author may call themselves, and who checked that they may."""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from authors.models.author import AuthorPage

_UNCHECKED = Q(checked_on=None, expires_on=None, checker_name="")
_CHECKED = Q(checked_on__isnull=False, expires_on__isnull=False) & ~Q(checker_name="")


class CredentialQuerySet(models.QuerySet["Credential"]):
    """Credentials, chosen by their check."""

    def current(self, on: date):
        """Leave those that were checked by a day and have not expired on it."""
        return self.filter(checked_on__lte=on, expires_on__gt=on)

    def for_readers(self):
        """Load what readers may know: everything but the number."""
        return self.only(
            "author_id", "title", "issuer", "checked_on", "checker_name", "expires_on"
        )


class Credential(models.Model):
    """A licence or title, with its number, which never leaves the admin."""

    author = models.ForeignKey(
        AuthorPage,
        verbose_name=_("author"),
        on_delete=models.CASCADE,
        related_name="credentials",
    )
    title = models.CharField(
        _("title"), max_length=200, help_text=_("Such as “Licensed physician”.")
    )
    issuer = models.CharField(
        _("issuer"),
        max_length=200,
        help_text=_("Who gave it, and whose register was looked at."),
    )
    number = models.CharField(
        _("number"),
        max_length=100,
        help_text=_("Seen here only: readers never get it."),
    )
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("checked by"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    # Stays when the account is gone: a check without a name is worth nothing.
    checker_name = models.CharField(
        _("checked by"), max_length=310, blank=True, editable=False
    )
    checked_on = models.DateField(
        _("checked on"), null=True, blank=True, editable=False
    )
    expires_on = models.DateField(
        _("expires on"), null=True, blank=True, editable=False
    )

    objects = CredentialQuerySet.as_manager()

    class Meta:
        verbose_name = _("credential")
        verbose_name_plural = _("credentials")
        ordering = ["author__title", "title", "pk"]
        permissions = [("check_credential", _("Can check credentials"))]
        constraints = [
            models.CheckConstraint(
                condition=_UNCHECKED | _CHECKED, name="credential_check_is_whole"
            ),
            models.CheckConstraint(
                condition=Q(expires_on__isnull=True)
                | Q(expires_on__gt=F("checked_on")),
                name="credential_expires_after_check",
            ),
        ]

    def __str__(self) -> str:
        """Name the title, who gave it and whose it is; the number stays out."""
        return f"{self.author}: {self.title} ({self.issuer})"

    @property
    def is_checked(self) -> bool:
        """Whether somebody looked at the register, however long ago."""
        return self.checked_on is not None

    def is_current(self, on: date) -> bool:
        """Tell whether readers see the mark on a day."""
        return bool(
            self.checked_on
            and self.expires_on
            and self.checked_on <= on < self.expires_on
        )
