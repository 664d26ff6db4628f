"""A manuscript on its way to become a page."""

import io
import zipfile

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile

from blog.models import ArticlePage
from submissions import manuscripts, progress
from submissions.models import Manuscript, Submission
from submissions.states import NotPossible
from tests.factories.authors import DisclosureFactory
from tests.factories.pages import AuthorPageFactory
from tests.factories.submissions import GuestFactory, SubmissionFactory, come_in

pytestmark = pytest.mark.django_db
TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/'
    'content-types"><Default Extension="xml" ContentType="application/vnd.'
    'openxmlformats-officedocument.wordprocessingml.document.main+xml"/>'
    '<Default Extension="rels" ContentType="application/vnd.'
    'openxmlformats-package.relationships+xml"/></Types>'
)
RELATIONS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/'
    'package/2006/relationships"><Relationship Id="r1" Type="http://schemas.'
    'openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)


def docx(*paragraphs, name="sleep.docx"):
    body = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in paragraphs)
    document = (
        '<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/'
        f'wordprocessingml/2006/main"><w:body>{body}</w:body></w:document>'
    )
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr("_rels/.rels", RELATIONS)
        archive.writestr("word/document.xml", document)
    return SimpleUploadedFile(name, file.getvalue())


@pytest.fixture
def submission():
    author = AuthorPageFactory()
    DisclosureFactory(author=author)
    guest = GuestFactory(author=author)
    return SubmissionFactory(guest=guest, state="drafting")


@pytest.fixture
def send(client, submission, django_capture_on_commit_callbacks):
    come_in(client, submission.guest)

    def post(**data):
        with django_capture_on_commit_callbacks(execute=True):
            return client.post(address(submission), data)

    return post


def address(submission):
    return f"/contribute/{submission.pk}/manuscript/"


def soup(response):
    return BeautifulSoup(response.content.decode(), "html.parser")


def text(response):
    return " ".join(soup(response).get_text().split())


def test_a_file_becomes_an_unpublished_page_with_its_author(send, submission, client):
    response = send(file=docx("Sleep helps a little.", "It costs nothing."))
    assert (response.status_code, response.url) == (302, address(submission))
    submission.refresh_from_db()
    page = submission.page
    assert (page.live, ArticlePage.objects.count()) == (False, 1)
    assert [row.author for row in page.authorships.all()] == [submission.guest.author]
    manuscript = Manuscript.objects.get()
    assert (manuscript.state, manuscript.problem) == ("ready", "")
    shown = text(client.get(address(submission)))
    assert "“sleep.docx”, version 1" in shown
    preview = client.get(f"{address(submission)}preview/")
    assert "Sleep helps a little." in text(preview)
    assert preview["X-Robots-Tag"] == "noindex"
    assert "no-store" in preview["Cache-Control"]


def test_pasted_text_becomes_paragraphs(send, submission, client):
    send(pasted="Sleep & pain.\r\n\r\n<b>Not bold</b>")
    preview = text(client.get(f"{address(submission)}preview/"))
    assert "Sleep & pain." in preview
    assert "<b>Not bold</b>" in preview


def test_another_version_is_compared_and_takes_the_place_on_the_same_page(
    send, submission, client
):
    send(file=docx("A title", "Sleep helps a little."))
    send(file=docx("A title", "Sleep helps a lot."))
    assert ArticlePage.objects.count() == 1
    shown = soup(client.get(address(submission)))
    # The first of each stands in the explanation.
    changes = [
        shown.select(f".comparison {tag}")[1].get_text(strip=True)
        for tag in ("ins", "del")
    ]
    assert changes == ["added:lot", "removed:little"]
    assert "Sleep helps a lot." in text(client.get(f"{address(submission)}preview/"))


@pytest.mark.parametrize(
    "file",
    [
        SimpleUploadedFile("sleep.docx", b"MZ a program"),
        SimpleUploadedFile("sleep.docx", docx("Sleep").read()[:200]),
    ],
)
def test_what_cannot_be_read_is_refused_and_leaves_no_file(
    send, submission, client, file, settings
):
    file.seek(0)
    assert send(file=file).status_code == 302
    manuscript = Manuscript.objects.get()
    assert manuscript.state == "refused"
    assert manuscript.problem in text(client.get(address(submission)))
    assert (ArticlePage.objects.count(), bool(manuscript.file)) == (0, False)
    assert [path for path in settings.MEDIA_ROOT.rglob("*") if path.is_file()] == []
    assert client.get(f"{address(submission)}preview/").status_code == 404


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"file": SimpleUploadedFile("sleep.docx", b"")},
        {"pasted": "Text", "file": SimpleUploadedFile("sleep.docx", b"x")},
        {"pasted": "a\0b"},
    ],
    ids=["nothing", "empty", "both", "no character"],
)
def test_what_is_wrong_with_the_form_is_said(send, data):
    response = send(**data)
    assert response.status_code == 400
    assert soup(response).select(".error-summary li") != []
    assert Manuscript.objects.count() == 0


def test_a_file_that_is_too_large_is_refused(send, monkeypatch):
    monkeypatch.setattr("submissions.forms.manuscript.MOST_BYTES", 10)
    assert "larger than 20 MB" in text(send(file=docx("Sleep")))


def test_while_it_is_read_the_page_looks_again_by_itself(client, submission):
    come_in(client, submission.guest)
    manuscripts.receive(submission, b"x", "sleep.docx")
    response = client.get(address(submission))
    assert response["Refresh"] == "3"
    assert "It is being read" in text(response)


def test_files_are_not_served(send, client):
    send(file=docx("Sleep"))
    assert client.get(f"/media/{Manuscript.objects.get().file.name}").status_code == 404


@pytest.mark.parametrize("state", ["invited", "submitted", "declined"])
def test_only_who_writes_may_send(submission, state):
    submission.state = state
    submission.save()
    with pytest.raises(NotPossible):
        manuscripts.receive(submission, b"x", "sleep.docx")


def test_from_the_file_to_the_editor(send, submission, client):
    send(file=docx("Sleep helps a little."))
    page = soup(client.get(address(submission)))
    action = f"/contribute/{submission.pk}/submit/"
    assert page.select_one(f'form[action="{action}"]')
    assert client.post(action).status_code == 302
    assert Submission.objects.get().state == "submitted"


def test_who_has_no_profile_yet_is_put_into_the_byline_on_submitting(
    django_capture_on_commit_callbacks,
):
    guest = GuestFactory()
    submission = SubmissionFactory(guest=guest, state="drafting")
    with django_capture_on_commit_callbacks(execute=True):
        manuscripts.receive(submission, docx("Sleep helps.").read(), "sleep.docx")
    guest.author = AuthorPageFactory()
    guest.save()
    DisclosureFactory(author=guest.author)
    submission = Submission.objects.get()
    progress.submit(submission, by=guest)
    page = ArticlePage.objects.get()
    assert [row.author for row in page.authorships.all()] == [guest.author]
