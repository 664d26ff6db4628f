"""Guests and what they were asked to write."""

from factory import Sequence, SubFactory
from factory.django import DjangoModelFactory

from blog.models import Authorship
from submissions import approval, entrance
from submissions.models import Guest, Manuscript, Proof, Submission
from tests.factories.authors import DisclosureFactory
from tests.factories.pages import ArticlePageFactory, AuthorPageFactory
from tests.factories.publishing import excuse


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


def in_review(*others, body=(), **fields):
    """Give a submission whose draft names its guest and these other authors."""
    submission = finished(**fields)
    page = ArticlePageFactory(title=str(submission), live=False, body=list(body))
    page.authorships = [
        Authorship(author=author, sort_order=at)
        for at, author in enumerate([submission.guest.author, *others])
    ]
    page.save_revision()
    submission.page = page
    submission.state = "in-review"
    submission.save()
    return submission


def proof_of(submission):
    """Give the newest proof; one is made, and nobody is mailed, where there is none."""
    proof = submission.proofs.first()
    if proof is None:
        draft = approval.draft_of(submission)
        proof = Proof.objects.create(
            submission=submission,
            revision=draft.latest_revision,
            fingerprint=draft.fingerprint(),
        )
        proof.guests.set([submission.guest])
    return proof


def change_draft(submission, **fields):
    """Let an editor change the newest draft of an article."""
    submission.page.refresh_from_db()
    draft = submission.page.get_latest_revision_as_object()
    for name, value in fields.items():
        setattr(draft, name, value)
    draft.save_revision()


def publish(submission):
    """Publish the newest draft, which a reviewer need not sign in tests."""
    submission.page.refresh_from_db()
    draft = submission.page.get_latest_revision_as_object()
    excuse(draft)
    draft.latest_revision.publish()


def token_for(guest, submission=None):
    """Give the token of a new link."""
    return entrance.new_link(guest, submission).rstrip("/").rpartition("/")[2]


def come_in(client, guest, submission=None):
    """Bring a guest in by a link, as a browser does."""
    response = client.post(f"/contribute/enter/{token_for(guest, submission)}/")
    assert response.status_code == 302
    return client
