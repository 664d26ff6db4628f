"""Lets a shared cache keep the pages that are the same for everybody."""

from django.utils.cache import patch_cache_control

SHARED_SECONDS = 60


class SharedCacheMiddleware:
    """Marks answers without cookies as cacheable for a minute by shared caches.

    Browsers always ask again (RFC 9111, section 5.2.2.10), so that a purge of the
    shared cache is enough.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        """Add `Cache-Control` where the view did not set any."""
        response = self.get_response(request)
        shareable = (
            request.method in ("GET", "HEAD")
            and response.status_code == 200
            and not response.cookies
            and not response.has_header("Cache-Control")
            and "Cookie" not in response.get("Vary", "")
            and not request.path.startswith(("/admin/", "/comments/", "/readyz"))
        )
        if shareable:
            patch_cache_control(
                response, public=True, max_age=0, s_maxage=SHARED_SECONDS
            )
        return response
