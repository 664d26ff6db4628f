"""The blocks that articles are made of."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from blog.blocks.comparing import OptionsBlock, TableBlock
from blog.blocks.media import DownloadBlock, EmbedBlock
from blog.blocks.prose import (
    CalloutBlock,
    DefinitionsBlock,
    HeadingBlock,
    KeyPointsBlock,
    QuestionBlock,
    QuotationBlock,
    SignOffBlock,
)
from blog.evidence import EvidenceBlock, NumbersBlock, StudyTableBlock, UnknownsBlock
from blog.features import TEXT
from images.blocks import FigureBlock


class BodyBlock(blocks.StreamBlock):
    """The body of an article or a standard page."""

    heading = HeadingBlock()
    paragraph = blocks.RichTextBlock(
        label=_("Paragraph"),
        features=TEXT,
        template="blocks/paragraph.html",
        description=_("Running text, with lists and links."),
        preview_value="<p>Pain that lasts changes how nerves work.</p>",
    )
    image = FigureBlock()
    key_points = KeyPointsBlock()
    callout = CalloutBlock()
    options = OptionsBlock()
    definitions = DefinitionsBlock()
    table = TableBlock()
    evidence = EvidenceBlock()
    numbers = NumbersBlock()
    study_table = StudyTableBlock()
    unknowns = UnknownsBlock()
    quotation = QuotationBlock()
    embed = EmbedBlock()
    question = QuestionBlock()
    download = DownloadBlock()
    sign_off = SignOffBlock()
