"""The sentences of a page that a reader can point at."""

from collections.abc import Collection

from wagtail.fields import StreamField
from wagtail.models import Page

from editorial.claims import Sentence, sentences
from editorial.passages import passages


def quotable(page: Page, block_ids: Collection[str]) -> dict[str, list[Sentence]]:
    """Give the sentences in some blocks of a page, each once, by the id of the block.

    Only blocks at the top of a body have their own link; what stands deeper belongs to
    them. A block that is not there, or holds no sentence, is left out.
    """
    found: dict[str, dict[str, Sentence]] = {}
    for field in _streams(page):
        for passage in passages(field.value_from_object(page)):
            block_id = passage.path.split(".", 1)[0]
            if block_id in block_ids:
                texts = found.setdefault(block_id, {})
                for sentence in sentences(passage.html):
                    if sentence.text and not sentence.is_heading:
                        texts.setdefault(sentence.text, sentence)
    return {key: list(texts.values()) for key, texts in found.items() if texts}


def content_path(page: Page, block_id: str) -> str:
    """Give the place of a block in Wagtail's editor, or nothing if it is not there."""
    for field in _streams(page):
        if any(child.id == block_id for child in field.value_from_object(page)):
            return f"{field.name}.{block_id}"
    return ""


def _streams(page: Page) -> list[StreamField]:
    return [
        field for field in page._meta.get_fields() if isinstance(field, StreamField)
    ]
