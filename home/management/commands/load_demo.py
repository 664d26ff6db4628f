"""`manage.py load_demo`."""

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from accounts import roles
from authors.models import AuthorPage
from blog.models import ArticlePage
from home.demo import loader

PASSWORD = "citewell-demo"  # noqa: S105  (printed on purpose, development only)
SIGN_INS = {
    "editor": roles.EDITOR,
    "reviewer": roles.MEDICAL_REVIEWER,
    "contributor": roles.CONTRIBUTOR,
    "moderator": roles.MODERATOR,
}


class Command(BaseCommand):
    """Fill an empty site with content to look at."""

    help = "Fills an empty site with demo content; changes nothing the second time."

    @transaction.atomic
    def handle(self, **options) -> None:
        """Load once; refuse a site that holds other content."""
        if loader.is_loaded():
            self.stdout.write("The demo content is here already.")
        elif ArticlePage.objects.exists() or AuthorPage.objects.exists():
            raise CommandError("This site has content of its own: nothing was loaded.")
        else:
            loader.load()
            self.stdout.write("The demo content is loaded.")
        if settings.DEBUG:
            self._sign_ins()

    def _sign_ins(self) -> None:
        users = get_user_model().objects
        if not users.filter(username="admin").exists():
            users.create_superuser("admin", "admin@example.org", PASSWORD)
        for name, role in SIGN_INS.items():
            user, made = users.get_or_create(
                username=name, defaults={"email": f"{name}@example.org"}
            )
            if made or not user.has_usable_password():
                user.set_password(PASSWORD)
                user.save()
                user.groups.add(Group.objects.get(name=role.name))
        names = ", ".join(["admin", *SIGN_INS])
        self.stdout.write(f"Demo sign-ins: {names}. Password: {PASSWORD}")
