"""What every test may ask for."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group

from accounts.roles import EDITOR, MODERATOR
from accounts.sync import sync_roles
from tests.factories.pages import ArticlePageFactory


@pytest.fixture
def article(db):
    """A published article."""
    return ArticlePageFactory()


def _user(name, role):
    sync_roles()
    user = get_user_model().objects.create_user(name)
    user.groups.add(Group.objects.get(name=role.name))
    return user


@pytest.fixture
def editor(db):
    """Somebody in the group of editors."""
    return _user("editor", EDITOR)


@pytest.fixture
def moderator(db):
    """Somebody in the group of moderators."""
    return _user("moderator", MODERATOR)
