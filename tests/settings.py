"""Settings for tests: the site's own, with fast password hashing."""

import os

os.environ["DEBUG"] = "1"
os.environ.setdefault("SITE_URL", "http://testserver")

from config.settings import *

DEBUG = False
ALLOWED_HOSTS = ["testserver", "localhost"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
DATABASES["default"].get("OPTIONS", {}).pop("pool", None)
# In a file, so that each thread of a served site has a connection of its own; named
# for the process, so that two runs do not meet.
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["TEST"] = {"NAME": VAR_DIR / f"test-{os.getpid()}.sqlite3"}
# Static files are not collected for tests.
MIDDLEWARE = [name for name in MIDDLEWARE if "whitenoise" not in name]
