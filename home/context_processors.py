"""What every public page shows around its content."""

from django.http import HttpRequest
from django.urls import reverse
from wagtail.models import Site

from home.models import SiteSettings


def site(request: HttpRequest) -> dict:
    """Give `site_settings` and `navigation`; nothing to the admin, save previews."""
    preview = getattr(request, "is_preview", False)
    if request.path.startswith(reverse("wagtailadmin_home")) and not preview:
        return {}
    current = Site.find_for_request(request)
    if current is None:
        return {}
    return {
        "site_settings": SiteSettings.for_request(request),
        "navigation": [
            {"title": page.title, "url": page.get_url(request, current)}
            for page in current.root_page.get_children().live().in_menu()
        ],
    }
