"""What the block picker shows."""

import pytest

from blog.blocks import BodyBlock
from tests.factories.files import DocumentFactory, ImageFactory

BLOCKS = BodyBlock().child_blocks


@pytest.mark.parametrize("name", BLOCKS)
def test_every_block_has_a_preview_a_description_and_a_template(db, name):
    ImageFactory()
    DocumentFactory()
    block = BLOCKS[name]
    assert block.is_previewable
    assert str(block.get_description()) != ""
    value = block.get_preview_value()
    html = block.render(value, context={"id": "0a1b2c3d"})
    assert html.strip() != ""
    assert "<script" not in html
