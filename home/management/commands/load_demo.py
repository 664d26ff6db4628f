"""`manage.py load_demo`."""

import json
from pathlib import Path

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from accounts import roles
from authors.models import AuthorIndexPage, AuthorPage
from blog.models import ArticlePage, BlogIndexPage, TopicIndexPage, TopicPage
from comments.models import Comment
from comments.moderation import approve, submit
from references.models import Reference

DEMO = Path(__file__).resolve().parents[2] / "demo" / "demo.json"
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
        data = json.loads(DEMO.read_text())
        flagship = data["articles"][0]["slug"]
        if ArticlePage.objects.filter(slug=flagship).exists():
            self.stdout.write("The demo content is here already.")
        elif ArticlePage.objects.exists() or AuthorPage.objects.exists():
            raise CommandError("This site has content of its own: nothing was loaded.")
        else:
            self._load(data)
            self.stdout.write("The demo content is loaded.")
        if settings.DEBUG:
            self._sign_ins()

    def _load(self, data: dict) -> None:
        authors = {}
        for entry in data["authors"]:
            page = AuthorPage(**entry)
            AuthorIndexPage.objects.get().add_child(instance=page)
            page.save_revision().publish()
            authors[page.slug] = page
        topics = {}
        for entry in data["topics"]:
            page = TopicPage(**entry)
            TopicIndexPage.objects.get().add_child(instance=page)
            page.save_revision().publish()
            topics[page.slug] = page
        references = {}
        for key, entry in data["references"].items():
            reference = Reference(**entry)
            reference.full_clean()
            reference.save()
            references[key] = reference
        for entry in data["articles"]:
            self._article(entry, authors, topics, references)

    def _article(self, entry, authors, topics, references) -> None:
        page = ArticlePage(
            title=entry["title"],
            slug=entry["slug"],
            summary=entry["summary"],
            body=json.dumps(entry["body"]),
        )
        BlogIndexPage.objects.get().add_child(instance=page)
        for order, slug in enumerate(entry["authors"]):
            page.authorships.create(author=authors[slug], sort_order=order)
        for order, key in enumerate(entry["further_reading"]):
            page.further_reading.create(reference=references[key], sort_order=order)
        page.topics.set([topics[slug] for slug in entry["topics"]])
        page.full_clean()
        page.save_revision().publish()
        stored: dict[int, Comment] = {}
        for comment in entry.get("comments", []):
            parent = stored.get(comment.get("parent"))
            stored[comment["id"]] = row = submit(
                page=page,
                name=comment["name"],
                text=comment["text"],
                reply_to=parent.pk if parent else None,
            )
            row.by_team = comment.get("team", False)
            row.save(update_fields=["by_team"])
            approve(row, by=None)

    def _sign_ins(self) -> None:
        users = get_user_model().objects
        if not users.filter(username="admin").exists():
            users.create_superuser("admin", "admin@example.org", PASSWORD)
        for name, role in SIGN_INS.items():
            user, made = users.get_or_create(
                username=name, defaults={"email": f"{name}@example.org"}
            )
            if made:
                user.set_password(PASSWORD)
                user.save()
                user.groups.add(Group.objects.get(name=role.name))
        names = ", ".join(["admin", *SIGN_INS])
        self.stdout.write(f"Demo sign-ins: {names}. Password: {PASSWORD}")
