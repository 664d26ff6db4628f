"""The demo content: whole, loaded once, and never beside other content."""

import json

import pytest
from django.core.management import CommandError, call_command
from wagtail.documents import get_document_model
from wagtail.models import Page, Site

from authors.models import AuthorPage
from blog.blocks import BodyBlock
from blog.models import ArticlePage, TopicPage
from comments.models import Comment
from home.demo import loader
from home.models import SiteSettings, StandardPage
from images.models import SiteImage
from references.models import Reference
from tests.factories.pages import ArticlePageFactory, AuthorPageFactory


@pytest.fixture
def demo(db):
    call_command("sync_roles")
    call_command("load_demo")


def count():
    models = (Page, AuthorPage, ArticlePage, TopicPage, StandardPage, Reference)
    models += (Comment, SiteImage, get_document_model())
    return {model.__name__: model.objects.count() for model in models}


def test_a_second_run_changes_nothing(demo, capsys):
    before = count()
    call_command("load_demo")
    assert count() == before
    assert capsys.readouterr().out.endswith("The demo content is here already.\n")


def test_everything_in_the_files_is_loaded(demo):
    assert count() == {
        "Page": 23,
        "AuthorPage": 3,
        "ArticlePage": 7,
        "TopicPage": 4,
        "StandardPage": 4,
        "Reference": len(json.loads((loader.DEMO / "references.json").read_text())),
        "Comment": 9,
        "SiteImage": len(list((loader.DEMO / "images").glob("*.webp"))),
        "Document": 1,
    }


@pytest.mark.parametrize("factory", [ArticlePageFactory, AuthorPageFactory])
def test_a_site_with_content_of_its_own_is_left_alone(db, factory):
    factory()
    before = count()
    with pytest.raises(CommandError, match="content of its own"):
        call_command("load_demo")
    assert count() == before


def test_nothing_stays_of_a_load_that_fails(db, monkeypatch):
    before = count()
    monkeypatch.setattr(loader, "DEMO", loader.DEMO / "missing")
    with pytest.raises(FileNotFoundError):
        call_command("load_demo")
    assert count() == before


def test_every_kind_of_block_is_shown_somewhere(demo):
    used = {
        block.block_type for page in ArticlePage.objects.all() for block in page.body
    }
    assert used == set(BodyBlock().child_blocks)


def test_every_kind_of_callout_is_shown_somewhere(demo):
    pages = [*ArticlePage.objects.all(), *StandardPage.objects.all()]
    kinds = {
        block.value["kind"]
        for page in pages
        for block in page.body
        if block.block_type == "callout"
    }
    assert kinds == {"note", "caution", "warning", "emergency"}


def test_pictures_may_be_printed_and_are_small(demo):
    assert [
        image.obstacles for image in SiteImage.objects.all() if image.obstacles
    ] == []
    assert max(image.file.size for image in SiteImage.objects.all()) <= 60_000


def test_articles_keep_the_date_that_their_file_gives(demo):
    page = ArticlePage.objects.get(slug="reading-a-leaflet")
    assert page.first_published_at.isoformat() == "2025-04-14T08:00:00+00:00"


def test_the_footer_leads_to_the_standard_pages(client, demo):
    settings = SiteSettings.for_site(Site.objects.get())
    titles = [page.title for page in settings.policies]
    assert titles == ["Editorial policy", "Privacy", "Comment policy"]
    html = client.get("/").content.decode()
    for page in StandardPage.objects.all():
        assert f'<a href="{page.url}">{page.title}</a>' in html


@pytest.mark.parametrize("debug", [True, False])
def test_sign_ins_are_for_development_alone(db, settings, capsys, debug):
    settings.DEBUG = debug
    call_command("sync_roles")
    call_command("load_demo")
    assert ("Password:" in capsys.readouterr().out) is debug
