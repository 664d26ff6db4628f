"""Puts the demo content, the files beside this module, on an empty site."""

import json
import re
from datetime import date, datetime
from pathlib import Path
from typing import Any

from django.contrib.auth import get_user_model
from django.core.files import File
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page, Site

from authors import icmje
from authors.disclosures import declare
from authors.models import AuthorIndexPage, AuthorPage
from blog.bylines import keep_disclosures
from blog.models import ArticlePage, BlogIndexPage, TopicIndexPage, TopicPage
from editorial import review
from editorial.review_form import SignOffForm
from home.demo import readers
from home.models import HomePage, SiteSettings, StandardPage
from references import library

DEMO = Path(__file__).resolve().parent
FLAGSHIP = "ketamine-for-nerve-pain"

Rows = dict[str, Any]

# The name of a source in a mark of a text.
_CITED = re.compile(r'(?<=linktype="citation" id=")[^"]+')


def is_loaded() -> bool:
    """Tell whether the demo content is on this site."""
    return ArticlePage.objects.filter(slug=FLAGSHIP).exists()


def load() -> None:
    """Create everything; the site must hold no articles and no authors."""
    images = _images()
    documents = _documents()
    references = _references()
    authors = _authors(images)
    topics = _topics()
    chosen = {
        "image": images,
        "document": documents,
        "author": authors,
        "sources": references,
    }
    articles = [_read(path) for path in sorted((DEMO / "articles").glob("*.json"))]
    for entry in sorted(articles, key=lambda article: article["published"]):
        page = _article(entry, chosen, topics, references)
        readers.comment(page, entry.get("comments", []))
        readers.ask(page, entry.get("source_requests", []))
    _site(_read(DEMO / "pages.json"))


def _read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def _publish(parent: Page, page: Page) -> Page:
    parent.add_child(instance=page)
    page.full_clean()
    page.save_revision().publish()
    return page


def _images() -> Rows:
    images = {}
    for name, entry in _read(DEMO / "images.json").items():
        path = DEMO / "images" / f"{name}.webp"
        with path.open("rb") as file:
            image = get_image_model()(file=File(file, path.name), **entry)
            image.full_clean()
            image.save()
        images[name] = image
    return images


def _documents() -> Rows:
    documents = {}
    for name, entry in _read(DEMO / "documents.json").items():
        path = DEMO / "documents" / f"{name}.txt"
        with path.open("rb") as file:
            document = get_document_model()(file=File(file, path.name), **entry)
            document.file_size = path.stat().st_size
            document.full_clean()
            document.save()
        documents[name] = document
    return documents


def _references() -> Rows:
    entries = _read(DEMO / "references.json")
    references = {
        key: library.add(item, source="demo") for key, item in entries.items()
    }
    for key, values in _read(DEMO / "appraisals.json").items():
        reference = references[key]
        reference.appraisals = [("appraisal", value) for value in values]
        reference.full_clean()
        reference.save()
    return references


def _authors(images: Rows) -> Rows:
    index = AuthorIndexPage.objects.get()
    authors = {}
    for entry in _read(DEMO / "authors.json"):
        streams = {
            "affiliations": [("affiliation", row) for row in entry.pop("affiliations")],
            "education": [("entry", row) for row in entry.pop("education")],
            "memberships": [("entry", row) for row in entry.pop("memberships")],
            "biography": [
                ("paragraph", f"<p>{row}</p>") for row in entry.pop("biography")
            ],
        }
        portrait = images[entry.pop("portrait")]
        disclosures, credentials = entry.pop("disclosures"), entry.pop("credentials")
        author = AuthorPage(portrait=portrait, **streams, **entry)
        author.search_description = author.summary
        authors[author.slug] = _publish(index, author)
        for given in disclosures:
            answers = {line.key: [] for line in icmje.LINES} | given["declared"]
            day = date.fromisoformat(given["on"])
            declare(author, answers, given["statement"], by=None, on=day)
        for credential in credentials:
            author.credentials.create(**credential)
    return authors


def _topics() -> Rows:
    index = TopicIndexPage.objects.get()
    pages = [
        TopicPage(search_description=entry["introduction"], **entry)
        for entry in _read(DEMO / "topics.json")
    ]
    return {page.slug: _publish(index, page) for page in pages}


def _article(entry: Rows, chosen: Rows, topics: Rows, references: Rows) -> ArticlePage:
    page = ArticlePage(
        title=entry["title"],
        slug=entry["slug"],
        live=False,
        summary=entry["summary"],
        search_description=entry["summary"],
        first_published_at=datetime.fromisoformat(entry["published"]),
        lead_image=chosen["image"][entry["lead_image"]],
        lead_image_alt=entry["lead_image_alt"],
        funding=entry["funding"],
        body=json.dumps([_with_keys(block, chosen) for block in entry["body"]]),
    )
    BlogIndexPage.objects.get().add_child(instance=page)
    for order, slug in enumerate(entry["authors"]):
        author = chosen["author"][slug]
        page.authorships.create(author=author, sort_order=order)
    for order, key in enumerate(entry["further_reading"]):
        page.further_reading.create(reference=references[key], sort_order=order)
    page.topics.set([topics[slug] for slug in entry["topics"]])
    keep_disclosures(page, page.first_published_at.date())
    page.full_clean()
    revision = page.save_revision()
    review.record(
        page,
        reviewer=_reviewer(),
        checked=list(SignOffForm.lines()),
        at=page.first_published_at,
    )
    revision.publish()
    # It was not updated on the day on which the demo is loaded.
    ArticlePage.objects.filter(pk=page.pk).update(
        last_published_at=page.first_published_at
    )
    return ArticlePage.objects.get(pk=page.pk)


def _reviewer():
    """Give the invented clinician who signed the demo's articles."""
    user, _made = get_user_model().objects.get_or_create(
        username="reviewer",
        defaults={
            "email": "reviewer@example.org",
            "first_name": "Ottoline",
            "last_name": "Wrenfield-Marsh",
        },
    )
    return user


def _with_keys(value: Any, chosen: Rows) -> Any:
    """Replace the names of pictures, files, authors and sources by primary keys."""
    if isinstance(value, str):
        return _CITED.sub(lambda found: str(chosen["sources"][found[0]].pk), value)
    if isinstance(value, list):
        return [_with_keys(item, chosen) for item in value]
    if not isinstance(value, dict):
        return value
    return {key: _key(item, chosen.get(key), chosen) for key, item in value.items()}


def _key(value: Any, named: Rows | None, chosen: Rows) -> Any:
    if named is None:
        return _with_keys(value, chosen)
    if isinstance(value, list):
        return [_key(item, named, chosen) for item in value]
    return named[value].pk if isinstance(value, str) else _with_keys(value, chosen)


def _site(entry: Rows) -> None:
    home = HomePage.objects.get()
    home.body = json.dumps(entry["home_body"])
    home.introduction = entry["introductions"]["home"]
    home.save_revision().publish()
    for model in (BlogIndexPage, AuthorIndexPage, TopicIndexPage):
        index = model.objects.get()
        index.introduction = entry["introductions"][index.slug]
        index.save_revision().publish()
    settings = SiteSettings.for_site(Site.objects.get(is_default_site=True))
    links = []
    for row in entry["standard_pages"]:
        page = StandardPage(
            slug=row["slug"],
            title=row["title"],
            introduction=row["introduction"],
            search_description=row["introduction"],
            body=json.dumps(row["body"]),
        )
        _publish(home, page)
        if "setting" in row:
            setattr(settings, row["setting"], page)
        else:
            links.append(f'<a linktype="page" id="{page.pk}">{page.title}</a>')
    settings.publisher = entry["publisher"]
    settings.contact_email = entry["contact_email"]
    settings.footer = f"<p>{' · '.join(links)}</p>"
    settings.full_clean()
    settings.save()
