"""Who may ask for what in the admin and its API: every address, as every role."""

import json
from pathlib import Path

import pytest
from django.contrib.messages import get_messages
from django.db import transaction
from django.http import FileResponse

from accounts import roles
from tests.conftest import make_user
from tests.factories.addresses import World, routes

pytestmark = pytest.mark.django_db
TABLE = json.loads(Path("tests/data/access.json").read_text())
NOBODY = "anonymous"
# The first raises on purpose, to show what an error looks like; the second, which is
# Wagtail's, when it is asked without the file that the step before it took.
RAISING = {"wagtailadmin_error_test", "wagtailredirects:process_import"}


def outcome(client, address):
    """Tell whether an address answers whoever asks; it is asked as it wants to be."""
    with transaction.atomic():
        response = client.get(address)
        if response.status_code == 405:
            response = client.post(address)
        told = [str(message) for message in get_messages(response.wsgi_request)]
        transaction.set_rollback(True)
    # Closing the response itself would close the database.
    if isinstance(response, FileResponse) and response.file_to_stream:
        response.file_to_stream.close()
    assert response.status_code != 500, address
    if response.status_code == 302 and "/login/" in response["Location"]:
        return "sign in"
    if response.status_code in (403, 404) or any("permission" in one for one in told):
        return "refused"
    return "allowed"


def walked(client, name):
    """Give what each address answers somebody of a role, or anybody."""
    client.raise_request_exception = False
    world = World(make_user("owner", roles.ADMINISTRATOR))
    found = {}
    if name != NOBODY:
        role = next(role for role in roles.ROLES if role.name == name)
        user = make_user("somebody", role)
    for route, arguments in routes():
        if route in RAISING:
            continue
        client.logout()
        if name != NOBODY:
            client.force_login(user)
        answer = outcome(client, world.address(route, arguments))
        # Where an address has two forms, the freer one counts.
        if found.get(route) != "allowed":
            found[route] = answer
    return found


def test_every_address_is_in_the_table():
    names = {name for name, _arguments in routes()} - RAISING
    assert sorted(names - set(TABLE)) == []


@pytest.mark.parametrize("name", [NOBODY, *(role.name for role in roles.ROLES)])
def test_each_role_reaches_what_the_table_says(client, name):
    found = walked(client, name)
    allowed = {route for route, answer in found.items() if answer == "allowed"}
    listed = {route for route in found if name in TABLE.get(route, ())}
    assert sorted(allowed - listed) == []
    assert sorted(listed - allowed) == []
    if name == NOBODY:
        assert {found[route] for route in set(found) - allowed} <= {
            "sign in",
            "refused",
        }
