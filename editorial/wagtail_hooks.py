"""Registers the checks of texts with the page editor."""

from django.templatetags.static import static
from django.urls import path
from django.utils.html import format_html
from wagtail import hooks

from editorial import checks


@hooks.register("register_admin_urls")
def register_urls():
    """Give the list of claims its address."""
    return [
        path("editorial/claims/<int:page_id>/", checks.claims, name="editorial_claims")
    ]


@hooks.register("insert_editor_js")
def claims_script():
    """Keep the list as new as the draft."""
    return format_html(
        '<script type="module" src="{}"></script>', static("js/admin/claims.js")
    )
