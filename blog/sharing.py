"""Dublin Core and Open Graph: the few tags by which links and libraries show a page."""

from blog.bibliographic import Article

Tag = tuple[str, str]


def dublin_core(article: Article) -> list[Tag]:
    """Give names and contents of meta tags.

    `DC.type` is Zotero's word for what this is.
    """
    found = [
        ("DC.type", "blogPost"),
        ("DC.title", article.title),
        *(("DC.creator", person.name) for person in article.authors),
        ("DC.publisher", article.publisher),
        ("DC.date", f"{article.published:%Y-%m-%d}" if article.published else ""),
        ("DC.language", article.language),
        ("DC.identifier", article.url),
    ]
    return [(name, content) for name, content in found if content]


def open_graph(article: Article) -> list[Tag]:
    """Give properties and contents of meta tags; the picture comes from this site."""
    picture = article.picture
    found = [
        ("og:type", "article"),
        ("og:title", article.title),
        ("og:description", article.summary),
        ("og:url", article.url),
        ("og:site_name", article.publisher),
        ("og:image", picture.url if picture else ""),
        ("og:image:width", str(picture.width) if picture else ""),
        ("og:image:height", str(picture.height) if picture else ""),
        ("og:image:alt", picture.description if picture else ""),
        ("article:published_time", _moment(article, "published")),
        ("article:modified_time", _moment(article, "updated")),
        *(("article:tag", topic.name) for topic in article.topics),
    ]
    return [(name, content) for name, content in found if content]


def _moment(article: Article, name: str) -> str:
    moment = getattr(article, name)
    return moment.isoformat(timespec="seconds") if moment else ""
