"""Lets the text of articles cite the library."""

import wagtail.fields
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("blog", "0003_rich_table_captions"),
    ]

    operations = [
        migrations.AlterField(
            model_name="articlepage",
            name="body",
            field=wagtail.fields.StreamField(
                [
                    ("heading", 2),
                    ("paragraph", 3),
                    ("image", 6),
                    ("key_points", 10),
                    ("callout", 14),
                    ("options", 22),
                    ("definitions", 27),
                    ("table", 32),
                    ("quotation", 35),
                    ("embed", 39),
                    ("question", 42),
                    ("download", 44),
                    ("sign_off", 48),
                ],
                blank=True,
                block_lookup={
                    0: (
                        "wagtail.blocks.ChoiceBlock",
                        [],
                        {
                            "choices": [("h2", "Section"), ("h3", "Subsection")],
                            "label": "Level",
                        },
                    ),
                    1: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {"label": "Text", "max_length": 200},
                    ),
                    2: (
                        "wagtail.blocks.StructBlock",
                        [[("level", 0), ("text", 1)]],
                        {},
                    ),
                    3: (
                        "wagtail.blocks.RichTextBlock",
                        (),
                        {
                            "description": "Running text, with lists and links.",
                            "features": [
                                "bold",
                                "italic",
                                "link",
                                "superscript",
                                "subscript",
                                "citation",
                                "ol",
                                "ul",
                                "document-link",
                            ],
                            "label": "Paragraph",
                            "preview_value": "<p>Pain that lasts changes how nerves work.</p>",
                            "template": "blocks/paragraph.html",
                        },
                    ),
                    4: ("wagtail.images.blocks.ImageBlock", [], {"label": "Picture"}),
                    5: (
                        "wagtail.blocks.RichTextBlock",
                        (),
                        {
                            "features": ["bold", "italic", "link", "citation"],
                            "label": "Caption",
                            "required": False,
                        },
                    ),
                    6: (
                        "wagtail.blocks.StructBlock",
                        [[("image", 4), ("caption", 5)]],
                        {},
                    ),
                    7: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {"default": "Key points", "label": "Title", "max_length": 100},
                    ),
                    8: (
                        "wagtail.blocks.RichTextBlock",
                        (),
                        {
                            "features": [
                                "bold",
                                "italic",
                                "link",
                                "superscript",
                                "subscript",
                                "citation",
                            ]
                        },
                    ),
                    9: ("wagtail.blocks.ListBlock", (8,), {"label": "Points"}),
                    10: (
                        "wagtail.blocks.StructBlock",
                        [[("title", 7), ("points", 9)]],
                        {},
                    ),
                    11: (
                        "wagtail.blocks.ChoiceBlock",
                        [],
                        {
                            "choices": [
                                ("note", "Note"),
                                ("caution", "Caution"),
                                ("warning", "Warning"),
                                ("emergency", "Emergency"),
                            ],
                            "label": "Kind",
                        },
                    ),
                    12: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {"label": "Title", "max_length": 150, "required": False},
                    ),
                    13: (
                        "wagtail.blocks.RichTextBlock",
                        (),
                        {
                            "features": [
                                "bold",
                                "italic",
                                "link",
                                "superscript",
                                "subscript",
                                "citation",
                                "ol",
                                "ul",
                                "document-link",
                            ],
                            "label": "Text",
                        },
                    ),
                    14: (
                        "wagtail.blocks.StructBlock",
                        [[("kind", 11), ("title", 12), ("text", 13)]],
                        {},
                    ),
                    15: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {"label": "Title", "max_length": 200, "required": False},
                    ),
                    16: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {"label": "Name", "max_length": 150},
                    ),
                    17: (
                        "wagtail.blocks.RichTextBlock",
                        (),
                        {
                            "features": [
                                "bold",
                                "italic",
                                "link",
                                "superscript",
                                "subscript",
                                "citation",
                                "ol",
                                "ul",
                                "document-link",
                            ],
                            "label": "What it is",
                            "required": False,
                        },
                    ),
                    18: (
                        "wagtail.blocks.ListBlock",
                        (8,),
                        {"default": [], "label": "Benefits"},
                    ),
                    19: (
                        "wagtail.blocks.ListBlock",
                        (8,),
                        {"default": [], "label": "Drawbacks"},
                    ),
                    20: (
                        "wagtail.blocks.StructBlock",
                        [
                            [
                                ("name", 16),
                                ("description", 17),
                                ("benefits", 18),
                                ("drawbacks", 19),
                            ]
                        ],
                        {},
                    ),
                    21: (
                        "wagtail.blocks.ListBlock",
                        (20,),
                        {"label": "Options", "min_num": 2},
                    ),
                    22: (
                        "wagtail.blocks.StructBlock",
                        [[("title", 15), ("options", 21)]],
                        {},
                    ),
                    23: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {"label": "Term", "max_length": 150},
                    ),
                    24: (
                        "wagtail.blocks.RichTextBlock",
                        (),
                        {
                            "features": [
                                "bold",
                                "italic",
                                "link",
                                "superscript",
                                "subscript",
                                "citation",
                                "ol",
                                "ul",
                                "document-link",
                            ],
                            "label": "Meaning",
                        },
                    ),
                    25: (
                        "wagtail.blocks.StructBlock",
                        [[("term", 23), ("definition", 24)]],
                        {},
                    ),
                    26: ("wagtail.blocks.ListBlock", (25,), {"label": "Terms"}),
                    27: ("wagtail.blocks.StructBlock", [[("items", 26)]], {}),
                    28: (
                        "wagtail.blocks.RichTextBlock",
                        (),
                        {
                            "features": [
                                "bold",
                                "italic",
                                "link",
                                "superscript",
                                "subscript",
                                "citation",
                            ],
                            "label": "Caption",
                        },
                    ),
                    29: (
                        "wagtail.contrib.typed_table_block.blocks.TypedTableBlock",
                        [[("text", 8)]],
                        {"label": "Table"},
                    ),
                    30: (
                        "wagtail.blocks.BooleanBlock",
                        (),
                        {
                            "default": True,
                            "label": "First column is a header",
                            "required": False,
                        },
                    ),
                    31: (
                        "wagtail.blocks.RichTextBlock",
                        (),
                        {
                            "features": [
                                "bold",
                                "italic",
                                "link",
                                "superscript",
                                "subscript",
                                "citation",
                            ],
                            "label": "Note",
                            "required": False,
                        },
                    ),
                    32: (
                        "wagtail.blocks.StructBlock",
                        [
                            [
                                ("caption", 28),
                                ("table", 29),
                                ("row_headers", 30),
                                ("note", 31),
                            ]
                        ],
                        {},
                    ),
                    33: (
                        "wagtail.blocks.RichTextBlock",
                        (),
                        {
                            "features": [
                                "bold",
                                "italic",
                                "link",
                                "superscript",
                                "subscript",
                                "citation",
                            ],
                            "label": "Words",
                        },
                    ),
                    34: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {"label": "Whose", "max_length": 200, "required": False},
                    ),
                    35: (
                        "wagtail.blocks.StructBlock",
                        [[("text", 33), ("attribution", 34)]],
                        {},
                    ),
                    36: ("wagtail.blocks.URLBlock", (), {"label": "Address"}),
                    37: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {"label": "Title", "max_length": 200},
                    ),
                    38: (
                        "wagtail.blocks.TextBlock",
                        (),
                        {"label": "What it shows", "required": False},
                    ),
                    39: (
                        "wagtail.blocks.StructBlock",
                        [[("url", 36), ("title", 37), ("description", 38)]],
                        {},
                    ),
                    40: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {"label": "Question", "max_length": 255},
                    ),
                    41: (
                        "wagtail.blocks.RichTextBlock",
                        (),
                        {
                            "features": [
                                "bold",
                                "italic",
                                "link",
                                "superscript",
                                "subscript",
                                "citation",
                                "ol",
                                "ul",
                                "document-link",
                            ],
                            "label": "Answer",
                        },
                    ),
                    42: (
                        "wagtail.blocks.StructBlock",
                        [[("question", 40), ("answer", 41)]],
                        {},
                    ),
                    43: (
                        "wagtail.documents.blocks.DocumentChooserBlock",
                        (),
                        {"label": "File"},
                    ),
                    44: (
                        "wagtail.blocks.StructBlock",
                        [[("document", 43), ("title", 15)]],
                        {},
                    ),
                    45: (
                        "wagtail.blocks.RichTextBlock",
                        (),
                        {
                            "features": [
                                "bold",
                                "italic",
                                "link",
                                "superscript",
                                "subscript",
                                "citation",
                            ],
                            "label": "Closing words",
                            "required": False,
                        },
                    ),
                    46: (
                        "wagtail.blocks.PageChooserBlock",
                        (),
                        {
                            "label": "Author",
                            "page_type": ["authors.AuthorPage"],
                            "required": False,
                        },
                    ),
                    47: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {
                            "help_text": "For somebody without a profile here.",
                            "label": "Name",
                            "max_length": 200,
                            "required": False,
                        },
                    ),
                    48: (
                        "wagtail.blocks.StructBlock",
                        [[("text", 45), ("author", 46), ("name", 47)]],
                        {},
                    ),
                },
                verbose_name="body",
            ),
        ),
    ]
