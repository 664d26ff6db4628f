"""The reading design, as far as it can be checked without a browser."""

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command

from blog.models import ArticlePage

ROOT = Path(__file__).resolve().parent.parent
STATIC = ROOT / "static"
STYLESHEET = (STATIC / "css" / "site.css").read_text()
TEMPLATES = sorted(
    path
    for path in (ROOT / "templates").rglob("*.html")
    if "admin" not in path.parts and "wagtailcore" not in path.parts
)
PAGES = [
    "/",
    "/articles/",
    "/articles/ketamine-for-nerve-pain/",
    "/articles/a-short-history-of-ketamine/",
    "/articles/moving-again-after-a-flare/",
    "/articles/questions-to-take-to-the-clinic/",
    "/articles/reading-a-leaflet/",
    "/articles/sitting-hurts/",
    "/articles/why-pain-can-outlast-an-injury/",
    "/authors/",
    "/authors/marguerite-fennimore-quill/",
    "/topics/",
    "/topics/nerve-pain/",
    "/search/?q=pain",
    "/search/?q=nothing-has-this-word",
    "/about/",
    "/comment-policy/",
    "/nowhere/",
]


@pytest.fixture
def demo(db):
    call_command("sync_roles")
    call_command("load_demo")


def soup(response):
    return BeautifulSoup(response.content.decode(), "html.parser")


# Weight


def test_stylesheet_and_scripts_weigh_at_most_50_kb():
    files = [*STATIC.glob("css/*.css"), *STATIC.glob("js/*.js")]
    assert sum(file.stat().st_size for file in files) <= 50_000


def font_faces():
    """Yield the file, the style and the range of characters of every font face."""
    for face in re.findall(r"@font-face \{(.*?)\}", STYLESHEET, re.DOTALL):
        (name,) = re.findall(r'url\("\.\./fonts/(.*?)"\)', face)
        (characters,) = re.findall(r"unicode-range: (.*?);", face, re.DOTALL)
        yield STATIC / "fonts" / name, "italic" in face, characters


def test_fonts_of_a_plain_page_weigh_at_most_100_kb():
    plain = [
        file
        for file, italic, characters in font_faces()
        if characters.startswith("U+0000-00FF") and not italic
    ]
    assert len(plain) == 3
    assert sum(file.stat().st_size for file in plain) <= 100_000


def test_fonts_with_italic_greek_and_signs_weigh_at_most_180_kb():
    faces = [
        file
        for file, _, characters in font_faces()
        if not characters.startswith("U+0100")
    ]
    assert sum(file.stat().st_size for file in faces) <= 180_000


def test_every_font_is_used_and_says_where_it_comes_from():
    sources = (STATIC / "fonts" / "SOURCES.md").read_text()
    rows = dict(re.findall(r"^\| (\S+\.woff2) \|.*\| (\S+) \|$", sources, re.MULTILINE))
    files = {file.name for file in STATIC.glob("fonts/*.woff2")}
    assert files == set(rows) == {file.name for file, _, _ in font_faces()}
    assert {STATIC / "fonts" / text for text in rows.values()} == set(
        STATIC.glob("fonts/OFL-*.txt")
    )


def test_the_stylesheet_asks_no_other_host():
    assert [url for url in re.findall(r"url\((.*?)\)", STYLESHEET) if "//" in url] == []
    assert "@import" not in STYLESHEET


# Colour


def luminance(colour):
    """Give the relative luminance of `#rrggbb` (WCAG 2.2)."""
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
        for channel in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    light, dark = sorted([luminance(one), luminance(other)], reverse=True)
    return (light + 0.05) / (dark + 0.05)


TOKENS = {
    name: (light, dark)
    for name, light, dark in re.findall(
        r"--([a-z-]+): light-dark\((#\w{6}), (#\w{6})\)", STYLESHEET
    )
}


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("front", "ground", "least"),
    [
        ("ink", "paper", 7),
        ("ink", "surface", 7),
        ("ink", "caution-ground", 7),
        ("ink", "warning-ground", 7),
        ("muted", "paper", 7),
        ("muted", "surface", 7),
        ("link", "paper", 7),
        ("link", "surface", 7),
        ("visited", "paper", 7),
        ("visited", "surface", 7),
        ("paper", "link", 7),
        ("caution", "caution-ground", 7),
        ("warning", "warning-ground", 7),
        ("good", "good-ground", 7),
        ("link", "caution-ground", 4.5),
        ("link", "warning-ground", 4.5),
        ("visited", "caution-ground", 4.5),
        ("visited", "warning-ground", 4.5),
        ("warning", "paper", 4.5),
        ("muted", "caution-ground", 4.5),
        ("edge", "paper", 3),
        ("edge", "surface", 3),
    ],
)
def test_colours_differ_enough(front, ground, least, scheme):
    assert contrast(TOKENS[front][scheme], TOKENS[ground][scheme]) >= least


def test_the_focus_ground_differs_from_its_ink():
    colours = dict(re.findall(r"--(focus[a-z-]*): (#\w{6})", STYLESHEET))
    assert contrast(colours["focus"], colours["focus-ink"]) >= 7


def test_colours_are_named_once():
    tokens, rest = STYLESHEET.split("@layer base {")
    assert re.findall(r"#[0-9a-f]{3,8}\b", rest) == []
    assert tokens.count("light-dark(") == len(TOKENS)


# Templates


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_templates_hold_no_inline_style_or_script(template):
    text = template.read_text()
    assert re.findall(r"<style|\sstyle=|\son[a-z]+=|javascript:", text) == []
    assert re.findall(r"<script(?![^>]*\ssrc=)(?![^>]*json)", text) == []


# Pages


def test_every_kind_of_page_is_whole(client, demo):
    pages = {path: client.get(path) for path in PAGES}
    assert [path for path, page in pages.items() if page.status_code != 200] == [
        "/nowhere/"
    ]
    found = {path: faults(soup(page)) for path, page in pages.items()}
    assert found == {path: [] for path in PAGES}


def test_the_comment_form_is_whole_with_and_without_errors(client, demo):
    page = ArticlePage.objects.get(slug="ketamine-for-nerve-pain")
    address = f"/comments/write/{page.pk}/"
    assert faults(soup(client.get(address))) == []
    wrong = soup(client.post(address, {"name": "", "text": ""}))
    assert faults(wrong) == []
    targets = [link["href"] for link in wrong.select(".error-summary a")]
    assert targets == ["#id_name", "#id_text", "#id_consent"]
    for target in targets:
        field = wrong.select_one(target)
        assert field["aria-invalid"] == "true"
        assert f"{target[1:]}_error" in field["aria-describedby"].split()


def faults(page):
    """List what is wrong with a page: its outline, names, addresses and labels."""
    return [*_outline(page), *_names(page), *_addresses(page)]


def _outline(page):
    if not page.html.get("lang"):
        yield "no language"
    if page.body.find("a").get("class") != ["skip-link"]:
        yield "the skip link is not first"
    levels = [int(heading.name[1]) for heading in page.find_all(re.compile("^h[1-6]$"))]
    if levels.count(1) != 1:
        yield f"{levels.count(1)} headings of level 1"
    for above, below in zip([0, *levels], levels, strict=False):
        if below > above + 1:
            yield f"a heading of level {below} follows level {above}"


def _names(page):
    ids = [element["id"] for element in page.select("[id]")]
    yield from (f"{name} is there twice" for name in set(ids) if ids.count(name) > 1)
    for attribute in ("aria-describedby", "aria-labelledby", "for"):
        for element in page.select(f"[{attribute}]"):
            lost = set(element[attribute].split()) - set(ids)
            yield from (f"{attribute} points to no {name}" for name in lost)
    labelled = {label["for"] for label in page.select("label[for]")}
    for control in page.select("input:not([type=hidden]), textarea, select"):
        if control.get("id") not in labelled:
            yield f"{control.get('name')} has no label"
    for image in page.select("img:not([alt])"):
        yield f"{image['src']} has no alternative text"
    for link in page.select('a[href^="#"]'):
        if link["href"][1:] not in ids:
            yield f"{link['href']} leads nowhere"


def _addresses(page):
    """Everything that a browser loads by itself comes from this host."""
    loaded = [element["src"] for element in page.select("[src]")]
    loaded += [
        link["href"]
        for link in page.select("link[href]")
        if not {"alternate", "canonical"} & set(link["rel"])
    ]
    for element in page.select("[srcset]"):
        loaded += [part.split()[0] for part in element["srcset"].split(",")]
    for address in loaded:
        if not re.match(r"/(?!/)|data:", address):
            yield f"{address} is on another host"
