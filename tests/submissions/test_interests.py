"""What a guest declares: only what applies is asked."""

import pytest
from bs4 import BeautifulSoup

from authors import icmje
from tests.factories.authors import DisclosureFactory
from tests.factories.pages import AuthorPageFactory
from tests.factories.submissions import GuestFactory, come_in

pytestmark = pytest.mark.django_db
ADDRESS = "/contribute/interests/"
NONE = f"{ADDRESS}none/"
DETAILS = f"{ADDRESS}details/"


@pytest.fixture
def guest():
    return GuestFactory(author=AuthorPageFactory())


@pytest.fixture
def inside(client, guest):
    return come_in(client, guest)


def soup(response):
    return BeautifulSoup(response.content.decode(), "html.parser")


def declared(guest):
    return {
        line.key: [one.entity for one in interests]
        for line, interests in guest.author.disclosures.first().lines
        if interests
    }


def test_nothing_is_one_click_that_is_confirmed(inside, guest):
    assert inside.post(ADDRESS, {"none": "1"}).url == NONE
    assert guest.author.disclosures.count() == 0
    page = soup(inside.get(NONE))
    assert len(page.select("main ol li")) == len(icmje.LINES)
    assert inside.post(NONE).url == "/contribute/"
    assert guest.author.disclosures.get().declares_nothing


def test_names_are_asked_for_what_was_ticked_alone(inside, guest):
    data = {"lines": ["stock", "consulting"]}
    assert inside.post(ADDRESS, data).url == DETAILS
    page = soup(inside.get(DETAILS))
    fields = [field["name"] for field in page.select("form.form textarea")]
    assert fields == ["consulting", "stock", "statement"]
    data = {
        "consulting": "Fern Ltd – advice on pumps\r\nOak",
        "stock": "Ash plc",
        "statement": "Dr Heron advises Fern.",
    }
    assert inside.post(DETAILS, data).url == "/contribute/"
    assert declared(guest) == {"consulting": ["Fern Ltd", "Oak"], "stock": ["Ash plc"]}
    guest.refresh_from_db()
    assert guest.drafts == {}


def test_nothing_ticked_asks_to_choose(inside, guest):
    response = inside.post(ADDRESS, {})
    assert response.status_code == 400
    assert (
        "None of these applies to me"
        in soup(response).select_one(".error-summary").get_text()
    )
    assert inside.get(DETAILS).url == ADDRESS


@pytest.mark.parametrize("lines", [["nonsense"], ["stock", "nonsense"]])
def test_unknown_lines_are_refused(inside, lines):
    assert inside.post(ADDRESS, {"lines": lines}).status_code == 400


@pytest.mark.parametrize("text", ["", "None", "– advice", "x" * 300])
def test_a_line_without_a_name_is_marked_and_the_rest_is_kept(inside, guest, text):
    inside.post(ADDRESS, {"lines": ["stock"]})
    response = inside.post(DETAILS, {"stock": text, "statement": "She owns Ash."})
    assert response.status_code == 400
    links = soup(response).select(".error-summary a")
    assert [link["href"] for link in links] == ["#id_stock"]
    again = soup(inside.get(DETAILS))
    assert "She owns Ash." in again.select_one("#id_statement").get_text()
    assert guest.author.disclosures.count() == 0


def test_the_last_answers_are_there_again(inside, guest):
    DisclosureFactory(
        author=guest.author,
        answers={line.key: [] for line in icmje.LINES}
        | {"stock": [{"entity": "Ash plc", "detail": "shares"}]},
        statement="She owns Ash.",
    )
    page = soup(inside.get(ADDRESS))
    ticked = [box["value"] for box in page.select("input[checked]")]
    assert ticked == ["stock"]
    assert "Your answers hold until" in page.get_text()
    details = soup(inside.get(DETAILS))
    assert details.select_one("#id_stock").get_text().strip() == "Ash plc – shares"


def test_whoever_has_no_profile_is_asked_for_it_first(client):
    come_in(client, GuestFactory())
    for ask in (client.get, client.post):
        for address in (ADDRESS, NONE):
            assert ask(address).url == "/contribute/profile/"
        assert ask(DETAILS).url == ADDRESS
