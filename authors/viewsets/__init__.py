"""Disclosures and credentials in the admin."""

from django.utils.translation import gettext_lazy
from wagtail.admin.viewsets.model import ModelViewSetGroup

from authors.viewsets.credentials import CredentialViewSet
from authors.viewsets.disclosures import DisclosureViewSet


class TrustViewSetGroup(ModelViewSetGroup):
    """Both, side by side in the menu."""

    menu_label = gettext_lazy("Author records")
    menu_icon = "group"
    menu_order = 255
    items = (DisclosureViewSet, CredentialViewSet)
