"""Guests and what they were asked to write."""

from factory import Sequence, SubFactory
from factory.django import DjangoModelFactory

from submissions import entrance
from submissions.models import Guest, Manuscript, Submission
from tests.factories.authors import DisclosureFactory
from tests.factories.pages import AuthorPageFactory


class GuestFactory(DjangoModelFactory):
    """Somebody who was invited."""

    class Meta:
        model = Guest

    email = Sequence(lambda n: f"guest-{n}@example.org")
    name = Sequence(lambda n: f"Guest {n}")


class SubmissionFactory(DjangoModelFactory):
    """What a guest was invited to write."""

    class Meta:
        model = Submission

    guest = SubFactory(GuestFactory)
    topic = Sequence(lambda n: f"Topic {n}")
    language = "en"


class ManuscriptFactory(DjangoModelFactory):
    """A file that was read."""

    class Meta:
        model = Manuscript

    submission = SubFactory(SubmissionFactory)
    number = Sequence(lambda n: n + 1)
    name = "manuscript.docx"
    state = "ready"


def finished(**fields):
    """Give a submission that its guest may submit now."""
    author = AuthorPageFactory()
    DisclosureFactory(author=author)
    guest = GuestFactory(author=author)
    submission = SubmissionFactory(guest=guest, state="drafting", **fields)
    ManuscriptFactory(submission=submission)
    return submission


def token_for(guest, submission=None):
    """Give the token of a new link."""
    return entrance.new_link(guest, submission).rstrip("/").rpartition("/")[2]


def come_in(client, guest, submission=None):
    """Bring a guest in by a link, as a browser does."""
    response = client.post(f"/contribute/enter/{token_for(guest, submission)}/")
    assert response.status_code == 302
    return client
