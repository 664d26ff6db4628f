"""The site's own user, so that it can grow without a change of table."""

from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """Somebody who may sign in: an editor, reviewer, contributor or moderator."""
