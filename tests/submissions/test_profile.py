"""Who a guest is: kept while it is typed, made a draft for an editor."""

import io

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from authors.models import AuthorPage
from images.models import SiteImage
from submissions.models import GuestSession
from tests.factories.authors import CredentialFactory
from tests.factories.pages import AuthorPageFactory
from tests.factories.submissions import GuestFactory, SubmissionFactory, come_in

pytestmark = pytest.mark.django_db
ADDRESS = "/contribute/profile/"
WHOLE = {
    "given_name": "Asta",
    "family_name": "O’Heron",
    "post_nominals": "MD",
    "role": "Consultant",
    "specialties": "Pain medicine",
    "organisation": "Quay Clinic",
    "place": "Elsewhere",
    "orcid": "https://orcid.org/0000-0002-1825-0097",
    "biography": "She sees <people> & their families.\r\n\r\nAnd she walks.",
    "credential_title": "Licensed physician",
    "credential_issuer": "Medical Council",
    "credential_number": "SECRET-77",
    "portrait_credit": "Ida Finch",
    "portrait_licence": "permission",
    "portrait_consent": "on",
}


@pytest.fixture
def guest():
    return SubmissionFactory().guest


@pytest.fixture
def inside(client, guest):
    return come_in(client, guest)


def picture(name="me.png", size=(300, 400), cut=None):
    file = io.BytesIO()
    Image.effect_noise(size, 40).convert("RGB").save(file, "PNG")
    return SimpleUploadedFile(name, file.getvalue()[:cut], "image/png")


def soup(response):
    return BeautifulSoup(response.content.decode(), "html.parser")


def errors(response):
    links = soup(response).select(".error-summary a")
    return sorted(link["href"].removeprefix("#id_") for link in links)


def test_it_becomes_a_draft_that_an_editor_confirms(inside, guest):
    response = inside.post(ADDRESS, {**WHOLE, "portrait": picture()})
    assert (response.status_code, response.url) == (302, "/contribute/interests/")
    guest.refresh_from_db()
    page = guest.author
    assert (page.title, page.live, page.slug) == ("Asta O’Heron", False, "asta-oheron")
    assert page.orcid == "0000-0002-1825-0097"
    [affiliation] = page.affiliations
    assert affiliation.value["organisation"] == "Quay Clinic"
    assert [block.value.source for block in page.biography] == [
        "<p>She sees &lt;people&gt; &amp; their families.</p>",
        "<p>And she walks.</p>",
    ]
    [credential] = page.credentials.all()
    assert (credential.number, credential.is_checked) == ("SECRET-77", False)
    assert (page.portrait.credit, page.portrait.obstacles) == ("Ida Finch", [])
    assert page.portrait.consent_record
    assert guest.drafts == {}
    page.save_revision().publish()
    assert inside.get(page.url).status_code == 200


def test_a_returning_guest_finds_it_filled_in_but_never_the_number(inside, guest):
    inside.post(ADDRESS, WHOLE)
    page = soup(inside.get(ADDRESS))
    values = {
        name: page.select_one(f"#id_{name}").get("value")
        or page.select_one(f"#id_{name}").get_text().strip("\n")
        for name in ("given_name", "organisation", "orcid", "biography")
    }
    assert values == {
        "given_name": "Asta",
        "organisation": "Quay Clinic",
        "orcid": "0000-0002-1825-0097",
        "biography": "She sees <people> & their families.\n\nAnd she walks.",
    }
    assert "SECRET-77" not in str(page)
    assert "given, to be checked by an editor" in page.get_text()


def test_sent_again_it_makes_one_page_and_one_licence(inside, guest):
    for _ in range(2):
        inside.post(ADDRESS, WHOLE)
    assert AuthorPage.objects.count() == 1
    assert AuthorPage.objects.get().credentials.count() == 1


def test_readers_see_no_change_before_an_editor_confirms_it(inside, guest):
    page = AuthorPageFactory(title="Asta Heron", role="Registrar")
    page.biography = [("paragraph", "<p>She <b>walks</b>.</p>")]
    page.affiliations = [
        ("affiliation", {"organisation": "Old Clinic", "place": "X", "url": ""}),
        ("affiliation", {"organisation": "Second", "place": "", "url": ""}),
    ]
    page.save_revision().publish()
    guest.author = page
    guest.save()
    shown = soup(inside.get(ADDRESS))
    assert shown.select_one("#id_biography").get_text().strip() == "She walks."
    data = {**WHOLE, "biography": "She walks."}
    assert inside.post(ADDRESS, data).url == "/contribute/"
    page.refresh_from_db()
    assert (page.role, page.live, page.has_unpublished_changes) == (
        "Registrar",
        True,
        True,
    )
    latest = page.get_latest_revision_as_object()
    assert latest.role == "Consultant"
    assert [block.value["organisation"] for block in latest.affiliations] == [
        "Quay Clinic",
        "Second",
    ]
    assert [block.value.source for block in latest.biography] == [
        "<p>She <b>walks</b>.</p>"
    ]


def test_a_licence_that_was_checked_stays_checked(inside, guest):
    credential = CredentialFactory()
    guest.author = credential.author
    guest.save()
    blank = dict.fromkeys(
        ("credential_title", "credential_issuer", "credential_number"), ""
    )
    inside.post(ADDRESS, {**WHOLE, **blank})
    [kept] = guest.author.credentials.all()
    assert (kept.pk, kept.is_checked) == (credential.pk, True)


@pytest.mark.parametrize(
    ("wrong", "marked"),
    [
        ({"orcid": "0000-0002-1825-0098"}, ["orcid"]),
        ({"given_name": "", "biography": " "}, ["biography", "given_name"]),
        ({"credential_number": ""}, ["credential_number"]),
        ({"family_name": "x" * 101}, ["family_name"]),
        ({"given_name": "a\0b"}, ["given_name"]),
        ({"portrait_licence": "stolen"}, ["portrait_licence"]),
    ],
)
def test_what_is_wrong_is_said_and_nothing_typed_is_lost(inside, guest, wrong, marked):
    response = inside.post(ADDRESS, {**WHOLE, **wrong})
    assert (response.status_code, errors(response)) == (400, marked)
    assert AuthorPage.objects.count() == 0
    again = soup(inside.get(ADDRESS))
    typed = {**WHOLE, **wrong}
    for name in ("organisation", "orcid", "family_name", "credential_issuer"):
        assert again.select_one(f"#id_{name}")["value"] == typed[name]


def test_what_is_kept_for_later_is_there_again_without_errors(inside, guest):
    data = {"given_name": "Asta", "portrait_consent": "on", "later": "1"}
    assert inside.post(ADDRESS, data).url == "/contribute/"
    page = soup(inside.get(ADDRESS))
    assert page.select_one("#id_given_name")["value"] == "Asta"
    assert page.select_one("#id_portrait_consent").has_attr("checked")
    assert page.select(".error-summary") == []
    assert AuthorPage.objects.count() == 0


def test_what_is_sent_after_the_session_ended_is_kept(inside, client, guest):
    page = soup(inside.get(ADDRESS))
    stamp = page.select_one("input[name=stamp]")["value"]
    GuestSession.objects.all().delete()
    response = client.post(ADDRESS, {**WHOLE, "stamp": stamp})
    assert response.status_code == 403
    assert "What you typed is kept" in response.content.decode()
    come_in(client, guest)
    again = soup(client.get(ADDRESS))
    assert again.select_one("#id_organisation")["value"] == "Quay Clinic"
    assert "It has not been sent yet." in again.get_text()


@pytest.mark.parametrize("stamp", ["", "x", "WzEsInByb2ZpbGUiXQ:1:x"])
def test_without_a_true_stamp_nothing_is_kept(client, guest, stamp):
    response = client.post(ADDRESS, {**WHOLE, "stamp": stamp})
    assert response.status_code == 403
    assert "What you typed is kept" not in response.content.decode()
    guest.refresh_from_db()
    assert guest.drafts == {}


# The picture


def test_a_picture_outlives_errors_elsewhere(inside, guest):
    response = inside.post(ADDRESS, {**WHOLE, "given_name": "", "portrait": picture()})
    assert errors(response) == ["given_name"]
    assert soup(response).select_one("form img")["alt"] == "Your picture"
    inside.post(ADDRESS, WHOLE)
    guest.refresh_from_db()
    assert guest.author.portrait == guest.portrait


def test_another_picture_takes_its_place_and_leaves_nothing_behind(inside, guest):
    for _ in range(2):
        inside.post(ADDRESS, {**WHOLE, "given_name": "", "portrait": picture()})
    assert SiteImage.objects.count() == 1


def test_a_picture_that_readers_see_is_kept_until_the_new_one_is_confirmed(
    inside, guest
):
    inside.post(ADDRESS, {**WHOLE, "portrait": picture()})
    guest.refresh_from_db()
    guest.author.save_revision().publish()
    shown = guest.author.portrait
    inside.post(ADDRESS, {**WHOLE, "portrait": picture()})
    guest.author.refresh_from_db()
    assert guest.author.portrait == shown
    assert guest.author.get_latest_revision_as_object().portrait != shown


@pytest.mark.parametrize(
    "file",
    [
        SimpleUploadedFile("me.png", b"MZ not a picture", "image/png"),
        SimpleUploadedFile("me.svg", b"<svg xmlns='x'/>", "image/svg+xml"),
        SimpleUploadedFile("me.png", b"", "image/png"),
        SimpleUploadedFile("me.exe", picture().read(), "image/png"),
        picture(cut=2000),
        picture(name="me.jpg"),
    ],
    ids=["no picture", "svg", "empty", "renamed", "cut off", "wrong ending"],
)
def test_what_is_no_good_picture_is_refused(inside, guest, file):
    file.seek(0)
    response = inside.post(ADDRESS, {**WHOLE, "portrait": file})
    assert (response.status_code, errors(response)) == (400, ["portrait"])
    assert SiteImage.objects.count() == 0


@pytest.mark.parametrize("side", [9_000, 11_000, 20_000])
def test_a_picture_of_too_many_pixels_is_refused_undecoded(inside, guest, side):
    file = io.BytesIO()
    Image.new("1", (side, side)).save(file, "PNG")
    upload = SimpleUploadedFile("me.png", file.getvalue(), "image/png")
    response = inside.post(ADDRESS, {**WHOLE, "portrait": upload})
    assert errors(response) == ["portrait"]


def test_a_picture_needs_credit_licence_and_consent(inside, guest):
    missing = {"portrait_credit": "", "portrait_licence": "", "portrait": picture()}
    data = {**WHOLE, **missing}
    del data["portrait_consent"]
    assert errors(inside.post(ADDRESS, data)) == [
        "portrait_consent",
        "portrait_credit",
        "portrait_licence",
    ]


def test_two_guests_of_one_name_have_pages_of_their_own(client):
    for guest in (GuestFactory(), GuestFactory()):
        come_in(client, guest).post(ADDRESS, WHOLE)
    slugs = AuthorPage.objects.order_by("pk").values_list("slug", flat=True)
    assert list(slugs) == ["asta-oheron", "asta-oheron-2"]
