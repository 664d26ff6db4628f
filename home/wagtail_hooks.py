"""Registers the site's own stylesheet with the admin."""

from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks


@hooks.register("insert_global_admin_css")
def admin_stylesheet():
    """Add what Wagtail's stylesheet cannot know of this site's forms."""
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin.css"))
