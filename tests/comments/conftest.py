"""What tests of comments share."""

from functools import partial

import pytest


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    """Give a context after which all happens that waits for the transaction's end."""
    return partial(django_capture_on_commit_callbacks, execute=True)
