"""Uploaded files, and who gets them."""

from pathlib import Path

import pytest

from tests.factories.files import DocumentFactory, ImageFactory


@pytest.fixture
def image(db):
    return ImageFactory(file__filename="heron.png")


def test_a_picture_is_served_in_the_size_that_a_page_shows(client, image):
    rendition = image.get_rendition("width-16|format-webp")
    response = client.get(rendition.url)
    assert (response.status_code, response["Content-Type"]) == (200, "image/webp")
    assert response["Cache-Control"] == "public, max-age=86400, s-maxage=60"
    assert b"".join(response) == Path(rendition.file.path).read_bytes()


def test_a_picture_as_uploaded_is_for_editors_alone(client, image, editor):
    assert client.get(image.file.url).status_code == 404
    client.force_login(editor)
    response = client.get(image.file.url)
    assert b"".join(response) == Path(image.file.path).read_bytes()
    assert (response.status_code, response["Cache-Control"]) == (200, "private")


@pytest.mark.parametrize(
    "path",
    [
        "/media/{document}",
        "/media/images/../{document}",
        "/media/images/%2e%2e/{document}",
        "/media/images/../{original}",
        "/media//{original}",
        "/media/images/../../settings.py",
        "/media/images/",
        "/media/images",
        "/media/images/nothing.png",
    ],
)
def test_nothing_else_is_served(client, image, path):
    image.get_rendition("width-16")
    names = {"document": DocumentFactory().file.name, "original": image.file.name}
    assert client.get(path.format(**names)).status_code == 404
