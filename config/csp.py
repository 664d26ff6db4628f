"""Content security policies (CSP level 3): one for readers, one for editors."""

from csp.constants import NONE, SELF, UNSAFE_INLINE

# The players that an embed may open after the reader asked for it.
PLAYER_HOSTS = ["https://www.youtube-nocookie.com", "https://player.vimeo.com"]

PUBLIC = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "base-uri": [NONE],
        "connect-src": [SELF],
        "font-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [SELF],
        "frame-src": PLAYER_HOSTS,
        "img-src": [SELF, "data:"],
        "manifest-src": [SELF],
        "media-src": [SELF],
        "script-src": [SELF],
        "style-src": [SELF],
    }
}

# Wagtail's date widgets and inline panels carry inline scripts without a nonce.
ADMIN = {
    "default-src": [SELF],
    "base-uri": [SELF],
    "font-src": [SELF, "data:"],
    "form-action": [SELF],
    "frame-ancestors": [SELF],
    "frame-src": [SELF, *PLAYER_HOSTS],
    "img-src": [SELF, "data:", "blob:"],
    "script-src": [SELF, UNSAFE_INLINE],
    "style-src": [SELF, UNSAFE_INLINE],
}
