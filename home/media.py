"""The files that editors uploaded: who may have which."""

import mimetypes
import posixpath

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponseBase
from django.utils.cache import patch_cache_control
from django.views.static import serve

# Python knows them from version 3.13 on.
mimetypes.add_type("image/avif", ".avif")
mimetypes.add_type("image/webp", ".webp")

# Pictures in the sizes that pages show.
FOR_READERS = "images"
# As uploaded: a camera may have written the place into them.
FOR_EDITORS = ("original_images", "avatar_images")
BROWSERS_KEEP = 24 * 3600  # seconds
SHARED_CACHES_KEEP = 60  # seconds; what was withdrawn is gone from them soon


def media(request: HttpRequest, path: str) -> HttpResponseBase:
    """Serve a picture from `MEDIA_ROOT`; 404 for what is not there or not for them.

    Documents are left to Wagtail, which asks whether their collection is private.
    """
    path = posixpath.normpath(path)
    folder = path.partition("/")[0]
    if folder == FOR_READERS:
        response = _file(request, path)
        patch_cache_control(
            response,
            public=True,
            max_age=BROWSERS_KEEP,
            s_maxage=SHARED_CACHES_KEEP,
        )
        return response
    if folder in FOR_EDITORS and request.user.has_perm("wagtailadmin.access_admin"):
        response = _file(request, path)
        patch_cache_control(response, private=True)
        return response
    raise Http404


def _file(request: HttpRequest, path: str) -> HttpResponseBase:
    return serve(request, path, document_root=str(settings.MEDIA_ROOT))
