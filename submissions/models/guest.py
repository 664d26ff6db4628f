"""A clinician who writes without an account."""

from django.conf import settings
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _


class Guest(models.Model):
    """Somebody who was invited to write, told apart by their address.

    `drafts` holds what they typed into a form and did not send, by the form's name.
    """

    email = models.EmailField(_("e-mail"))
    name = models.CharField(_("name"), max_length=200)
    author = models.OneToOneField(
        "authors.AuthorPage",
        verbose_name=_("author profile"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="guest",
    )
    portrait = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL,
        verbose_name=_("portrait"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    drafts = models.JSONField(_("drafts"), default=dict, blank=True)
    created_at = models.DateTimeField(_("first invited"), auto_now_add=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("guest")
        verbose_name_plural = _("guests")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(Lower("email"), name="one_guest_per_address")
        ]

    def __str__(self) -> str:
        """Give the name by which the editor knows them."""
        return self.name
