"""What every test may ask for."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db import connection

from accounts.roles import EDITOR, MODERATOR
from accounts.sync import sync_roles
from tests.factories.pages import ArticlePageFactory


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """End, before the test database is dropped, what other threads left connected.

    PostgreSQL drops no database that somebody is connected to.
    """
    yield
    if connection.vendor != "postgresql":
        return
    with django_db_blocker.unblock():
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
        connection.close()


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    """Keep what tests upload in a folder of their own."""
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture
def article(db):
    """A published article."""
    return ArticlePageFactory()


def make_user(name, role):
    """Make somebody who holds one role."""
    sync_roles()
    user = get_user_model().objects.create_user(name)
    user.groups.add(Group.objects.get(name=role.name))
    return user


@pytest.fixture
def editor(db):
    """Somebody in the group of editors."""
    return make_user("editor", EDITOR)


@pytest.fixture
def moderator(db):
    """Somebody in the group of moderators."""
    return make_user("moderator", MODERATOR)
