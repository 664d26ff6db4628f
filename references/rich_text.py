"""Citations in text fields: how they are stored, edited and given to pages.

Stored as a link of type "citation", so that Wagtail's reference index sees them.
"""

from draftjs_exporter.dom import DOM
from wagtail.admin.rich_text.converters.editor_html import LinkTypeRule, WhitelistRule
from wagtail.admin.rich_text.converters.html_to_contentstate import (
    InlineEntityElementHandler,
)
from wagtail.rich_text import LinkHandler
from wagtail.whitelist import attribute_rule

from references import rewriting
from references.citing import marks
from references.models import Reference

ENTITY = "CITATION"


class CitationLinkHandler(LinkHandler):
    """Renders a stored citation as the tag that `references.citing` numbers."""

    identifier = "citation"

    @staticmethod
    def get_model():
        """Give what a citation points at."""
        return Reference

    @classmethod
    def expand_db_attributes_many(cls, attrs_list):
        """Give the opening tag of each mark; one that points nowhere becomes plain."""
        return [cls._tag(attrs) for attrs in attrs_list]

    @classmethod
    def _tag(cls, attrs) -> str:
        key = rewriting.key_of(attrs.get("id", ""))
        if key is None:
            return "<a>"
        # Wagtail leaves this one entity as it was written by the editor's converter.
        locator = attrs.get("locator", "").replace("&#x27;", "'")
        return marks.tag(key, locator)

    @classmethod
    def extract_references(cls, attrs):
        """Tell the reference index what is cited."""
        key = rewriting.key_of(attrs.get("id", ""))
        if key is not None:
            yield cls.get_model(), str(key), "", ""


class _ElementHandler(InlineEntityElementHandler):
    mutability = "IMMUTABLE"

    def get_attribute_data(self, attrs):
        data = {"id": attrs.get("id", "")}
        if locator := attrs.get("locator"):
            data["locator"] = locator
        return data


def _stored(props):
    attributes = {"linktype": "citation", "id": props.get("id", "")}
    if locator := props.get("locator"):
        attributes["locator"] = locator
    return DOM.create_element("a", attributes, props["children"])


CONTENTSTATE_RULE = {
    "from_database_format": {'a[linktype="citation"]': _ElementHandler(ENTITY)},
    "to_database_format": {"entity_decorators": {ENTITY: _stored}},
}
EDITOR_HTML_RULE = [
    WhitelistRule("a", attribute_rule({"linktype": True, "id": True, "locator": True})),
    LinkTypeRule("citation", CitationLinkHandler),
]
