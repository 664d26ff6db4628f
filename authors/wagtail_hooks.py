"""Registers disclosures and credentials with the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from authors.viewsets import TrustViewSetGroup


@hooks.register("register_admin_viewset")
def register_viewsets():
    """List both in the menu."""
    return TrustViewSetGroup()


@hooks.register("register_log_actions")
def register_log_actions(actions):
    """Name, in the history of a credential, what became of its check."""
    actions.register_action(
        "authors.credential_checked", _("Check"), _("Credential checked")
    )
    actions.register_action(
        "authors.credential_withdrawn", _("Take back"), _("Check taken back")
    )
