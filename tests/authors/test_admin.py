"""Disclosures and credentials in the admin, for each role."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts import roles
from authors import icmje
from authors.models import Credential, Disclosure
from tests.conftest import make_user
from tests.factories.authors import CredentialFactory, DisclosureFactory, answers
from tests.factories.pages import AuthorPageFactory

DISCLOSURES = "/admin/disclosures/"
CREDENTIALS = "/admin/credentials/"
ALLOWED, REFUSED = 200, 302
OFFICE = (roles.EDITOR, roles.ADMINISTRATOR)
AUTHORS = (roles.CONTRIBUTOR, roles.MEDICAL_REVIEWER)


@pytest.fixture(params=roles.ROLES, ids=lambda role: role.name)
def role(request):
    return request.param


@pytest.fixture
def user(client, db, role):
    user = make_user("somebody", role)
    client.force_login(user)
    return user


@pytest.fixture
def office(client, db):
    user = make_user("office", roles.EDITOR)
    user.first_name, user.last_name = "Ada", "Finch"
    user.save()
    client.force_login(user)
    return user


def sent(author, **fields):
    return {"author": author.pk, "rest_none": "on", "confirmed": "on"} | fields


# Who may do what


def test_the_office_sees_all_disclosures_and_authors_their_own(client, user, role):
    own = DisclosureFactory(author=AuthorPageFactory(user=user, title="Own"))
    foreign = DisclosureFactory(author=AuthorPageFactory(title="Foreign"))
    page = client.get(DISCLOSURES)
    inspected = [
        client.get(f"{DISCLOSURES}inspect/{one.pk}/").status_code
        for one in (own, foreign)
    ]
    if role in OFFICE:
        assert inspected == [ALLOWED, ALLOWED]
    elif role in AUTHORS:
        assert inspected == [ALLOWED, 404]
    else:
        # Who may not have the list is sent away or told that there is no such page.
        assert page.status_code == REFUSED
        assert set(inspected) <= {REFUSED, 404}
        return
    addresses = [f"{DISCLOSURES}inspect/{one.pk}/" for one in (own, foreign)]
    listed = [address in page.content.decode() for address in addresses]
    assert listed == [True, role in OFFICE]


def test_authors_give_their_own_disclosure_alone(client, user, role):
    own, foreign = AuthorPageFactory(user=user), AuthorPageFactory()
    for author in (own, foreign):
        client.post(f"{DISCLOSURES}new/", sent(author))
    given = set(Disclosure.objects.values_list("author", "created_by"))
    mine, theirs = (own.pk, user.pk), (foreign.pk, user.pk)
    if role in OFFICE:
        assert given == {mine, theirs}
    else:
        assert given == ({mine} if role in AUTHORS else set())


def test_who_has_no_profile_has_nothing_to_declare(client, user, role):
    DisclosureFactory()
    status = client.get(f"{DISCLOSURES}new/").status_code
    assert status == (ALLOWED if role in OFFICE else REFUSED)
    shown = DISCLOSURES in client.get("/admin/").content.decode()
    assert shown == (role in OFFICE)


@pytest.mark.parametrize("address", ["", "new/", "edit/{pk}/", "delete/{pk}/"])
def test_credentials_are_for_the_office(client, user, role, address):
    pk = CredentialFactory().pk
    status = client.get(CREDENTIALS + address.format(pk=pk)).status_code
    assert status == (ALLOWED if role in OFFICE else REFUSED)


@pytest.mark.parametrize("address", ["check/{pk}/", "history/{pk}/", "usage/{pk}/"])
def test_so_are_their_checks_and_histories(client, user, role, address):
    pk = CredentialFactory().pk
    status = client.get(CREDENTIALS + address.format(pk=pk)).status_code
    assert status == (ALLOWED if role in OFFICE else REFUSED)


def test_numbers_are_shown_to_who_may_view_credentials_alone(client, user, role):
    credential = CredentialFactory(author=AuthorPageFactory(user=user))
    pages = (CREDENTIALS, f"{CREDENTIALS}edit/{credential.pk}/")
    for page in pages:
        shown = credential.number in client.get(page).content.decode()
        assert shown == (role in OFFICE)


@pytest.mark.parametrize("action", ["edit", "delete", "copy", "history", "usage"])
def test_nobody_changes_a_disclosure(admin_client, action):
    pk = DisclosureFactory().pk
    assert admin_client.post(f"{DISCLOSURES}{action}/{pk}/").status_code == 404


def test_a_superuser_sees_and_gives(admin_client):
    DisclosureFactory(author__title="Heron")
    assert "Heron" in admin_client.get(DISCLOSURES).content.decode()
    assert admin_client.get(f"{DISCLOSURES}new/").status_code == ALLOWED


# The form of a disclosure


def problems(client, author, **fields):
    response = client.post(f"{DISCLOSURES}new/", sent(author, **fields))
    assert Disclosure.objects.count() == 0
    return response.context["form"].errors


def test_a_disclosure_is_given_line_by_line(client, office):
    author = AuthorPageFactory()
    fields = {f"{line.key}_none": "on" for line in icmje.LINES}
    del fields["stock_none"]
    fields |= {
        "author": author.pk,
        "stock": "Quill Ltd – owner\r\nOakstep",
        "statement": "She owns\na clinic.",
    }
    response = client.post(f"{DISCLOSURES}new/", fields)
    assert response.status_code == 302
    given = Disclosure.objects.get()
    assert given.statement == "She owns a clinic."
    assert given.answers == answers(
        stock=[
            {"entity": "Quill Ltd", "detail": "owner"},
            {"entity": "Oakstep", "detail": ""},
        ]
    )
    assert (given.declared_on, given.created_by) == (timezone.localdate(), office)


def test_every_line_wants_an_answer(client, office):
    errors = problems(client, AuthorPageFactory(), rest_none="", grants_none="on")
    assert set(errors) == {line.key for line in icmje.LINES} - {"grants"}
    assert errors["stock"] == ["Tick “None”, or name who."]


def test_none_to_all_is_confirmed(client, office):
    errors = problems(client, AuthorPageFactory(), confirmed="")
    assert errors == {
        "confirmed": ["Tick this too, once you have read every question."]
    }


def test_a_tick_and_a_name_contradict_each_other(client, office):
    errors = problems(client, AuthorPageFactory(), stock="Quill", stock_none="on")
    assert errors == {
        "stock": ["You ticked “None” and wrote something: keep one of the two."]
    }


def test_what_is_declared_is_said_to_readers(client, office):
    errors = problems(client, AuthorPageFactory(), stock="Quill")
    assert "one plain sentence" in errors["statement"][0]


@pytest.mark.parametrize(
    "fields",
    [
        {"author": "x"},
        {"author": "99999999999999999999"},
        {"stock": "\x00"},
        {"stock": "– \u202e"},
        {"stock": "x" * 40_000},
        {"statement": "x" * 301},
    ],
)
def test_what_cannot_be_read_comes_back_filled_in(client, office, fields):
    fields = {"gifts": "Moss – a pen", "statement": "A pen.", **fields}
    data = sent(AuthorPageFactory()) | fields
    response = client.post(f"{DISCLOSURES}new/", data)
    assert response.status_code == ALLOWED
    assert "Moss – a pen" in response.content.decode()
    assert Disclosure.objects.count() == 0


def test_a_new_disclosure_starts_from_the_last(client, db):
    user = make_user("contributor", roles.CONTRIBUTOR)
    author = AuthorPageFactory(user=user)
    stock = [{"entity": "Quill <b>", "detail": "owner"}]
    DisclosureFactory(
        author=author, answers=answers(stock=stock), statement="She owns Quill."
    )
    client.force_login(user)
    form = client.get(f"{DISCLOSURES}new/").context["form"]
    assert form.initial["author"] == author
    assert form.initial["statement"] == "She owns Quill."
    assert form.initial["stock"] == "Quill <b> – owner"
    assert [name for name in form.initial if name.endswith("_none")] == []


@pytest.mark.parametrize("asked", ["", "x", "99999999999999999999"])
def test_an_odd_address_opens_an_empty_form(client, office, asked):
    AuthorPageFactory()
    AuthorPageFactory()
    page = client.get(f"{DISCLOSURES}new/?author={asked}")
    assert page.context["form"].initial == {"author": None}


# The check of a credential


def test_a_credential_is_entered_and_checked(client, office):
    author = AuthorPageFactory()
    fields = {
        "author": author.pk,
        "title": "Licensed physician",
        "issuer": "Council",
        "number": "E-7",
    }
    client.post(f"{CREDENTIALS}new/", fields)
    credential = Credential.objects.get()
    assert not credential.is_checked
    expires_on = timezone.localdate() + timedelta(days=30)
    client.post(f"{CREDENTIALS}check/{credential.pk}/", {"expires_on": expires_on})
    credential.refresh_from_db()
    checked = credential.checked_by, credential.checker_name, credential.expires_on
    assert checked == (office, "Ada Finch", expires_on)


def test_a_check_that_cannot_be_is_explained(client, office):
    credential = CredentialFactory(author=AuthorPageFactory(user=office))
    expires_on = timezone.localdate() + timedelta(days=30)
    address = f"{CREDENTIALS}check/{credential.pk}/"
    page = client.post(address, {"expires_on": expires_on})
    assert "Somebody else must check your own" in page.content.decode()
    assert address not in client.get(CREDENTIALS).content.decode()
    credential.refresh_from_db()
    assert credential.checked_by is None


@pytest.mark.parametrize("expires_on", ["", "soon", "2000-01-01", "31/02/2030"])
def test_a_check_wants_a_day_to_come(client, office, expires_on):
    credential = CredentialFactory()
    address = f"{CREDENTIALS}check/{credential.pk}/"
    page = client.post(address, {"expires_on": expires_on})
    assert page.status_code == ALLOWED
    assert page.context["form"].errors
    credential.refresh_from_db()
    assert credential.checked_by is None


def test_what_is_changed_must_be_checked_again(client, office):
    credential = CredentialFactory()
    fields = {name: getattr(credential, name) for name in ("title", "issuer", "number")}
    address = f"{CREDENTIALS}edit/{credential.pk}/"
    client.post(address, {"author": credential.author_id, **fields})
    credential.refresh_from_db()
    assert credential.is_checked
    fields["title"] = "Professor"
    client.post(address, {"author": credential.author_id, **fields})
    credential.refresh_from_db()
    assert (credential.title, credential.is_checked) == ("Professor", False)


@pytest.mark.parametrize("address", [DISCLOSURES, CREDENTIALS])
def test_listings_cost_the_same_for_any_number_of_rows(client, office, address):
    counts = []
    for rows in (1, 2, 12):
        for _ in range(rows):
            DisclosureFactory()
            CredentialFactory()
        client.get(address)
        with CaptureQueriesContext(connection) as queries:
            client.get(address)
        counts.append(len(queries))
    assert counts == [counts[0]] * 3
