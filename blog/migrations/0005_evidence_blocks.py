"""Lets articles say how certain a claim is, in numbers, studies and unknowns."""

import wagtail.fields
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("blog", "0004_citations"),
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
                    ("evidence", 39),
                    ("numbers", 49),
                    ("study_table", 51),
                    ("unknowns", 55),
                    ("quotation", 58),
                    ("embed", 62),
                    ("question", 65),
                    ("download", 67),
                    ("sign_off", 71),
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
                            "help_text": "One sentence that a patient understands.",
                            "label": "Claim",
                        },
                    ),
                    34: (
                        "wagtail.blocks.ChoiceBlock",
                        [],
                        {
                            "choices": [
                                ("high", "High"),
                                ("moderate", "Moderate"),
                                ("low", "Low"),
                                ("very-low", "Very low"),
                            ],
                            "label": "Certainty",
                        },
                    ),
                    35: (
                        "wagtail.blocks.MultipleChoiceBlock",
                        [],
                        {
                            "choices": [
                                (
                                    "Less certain because",
                                    [
                                        (
                                            "risk-of-bias",
                                            "the studies had weaknesses (risk of bias)",
                                        ),
                                        (
                                            "inconsistency",
                                            "the studies disagree (inconsistency)",
                                        ),
                                        (
                                            "indirectness",
                                            "the studies asked something a little different (indirectness)",
                                        ),
                                        (
                                            "imprecision",
                                            "few people or events were counted (imprecision)",
                                        ),
                                        (
                                            "publication-bias",
                                            "some results may never have been published (publication bias)",
                                        ),
                                    ],
                                ),
                                (
                                    "More certain because",
                                    [
                                        ("large-effect", "the effect is large"),
                                        (
                                            "dose-response",
                                            "more treatment had more effect (dose response)",
                                        ),
                                        (
                                            "opposing-confounding",
                                            "what could distort the result would have made it look smaller",
                                        ),
                                    ],
                                ),
                            ],
                            "label": "Reasons for this certainty",
                            "required": False,
                        },
                    ),
                    36: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {
                            "help_text": "In your own words.",
                            "label": "Other reasons",
                            "max_length": 300,
                            "required": False,
                        },
                    ),
                    37: (
                        "wagtail.snippets.blocks.SnippetChooserBlock",
                        ("references.Reference",),
                        {"label": "Source"},
                    ),
                    38: (
                        "wagtail.blocks.ListBlock",
                        (37,),
                        {"default": [], "label": "Sources"},
                    ),
                    39: (
                        "wagtail.blocks.StructBlock",
                        [
                            [
                                ("claim", 33),
                                ("certainty", 34),
                                ("reasons", 35),
                                ("comment", 36),
                                ("sources", 38),
                            ]
                        ],
                        {},
                    ),
                    40: (
                        "wagtail.blocks.ChoiceBlock",
                        [],
                        {
                            "choices": [
                                ("benefit", "Possible benefit"),
                                ("harm", "Possible harm"),
                            ],
                            "label": "Kind",
                        },
                    ),
                    41: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {
                            "help_text": "Such as “people who have a stroke”.",
                            "label": "What is counted",
                            "max_length": 200,
                        },
                    ),
                    42: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {
                            "help_text": "Such as “within five years”.",
                            "label": "Over what time",
                            "max_length": 100,
                        },
                    ),
                    43: (
                        "wagtail.blocks.IntegerBlock",
                        (),
                        {
                            "default": 100,
                            "help_text": "The same for both groups: 100, 1,000, 10,000 or another whole number up to 10,000.",
                            "label": "Out of how many people",
                            "max_value": 10000,
                            "min_value": 1,
                        },
                    ),
                    44: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {
                            "default": "without treatment",
                            "label": "Who",
                            "max_length": 100,
                        },
                    ),
                    45: (
                        "wagtail.blocks.IntegerBlock",
                        (),
                        {
                            "label": "Number of people",
                            "max_value": 10000,
                            "min_value": 0,
                        },
                    ),
                    46: (
                        "wagtail.blocks.StructBlock",
                        [[("label", 44), ("count", 45)]],
                        {"label": "Without treatment"},
                    ),
                    47: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {
                            "default": "with treatment",
                            "label": "Who",
                            "max_length": 100,
                        },
                    ),
                    48: (
                        "wagtail.blocks.StructBlock",
                        [[("label", 47), ("count", 45)]],
                        {"label": "With treatment"},
                    ),
                    49: (
                        "wagtail.blocks.StructBlock",
                        [
                            [
                                ("kind", 40),
                                ("outcome", 41),
                                ("time_span", 42),
                                ("total", 43),
                                ("without_treatment", 46),
                                ("with_treatment", 48),
                                ("sources", 38),
                            ]
                        ],
                        {},
                    ),
                    50: (
                        "wagtail.blocks.ListBlock",
                        (37,),
                        {"default": [], "label": "Sources", "min_num": 1},
                    ),
                    51: (
                        "wagtail.blocks.StructBlock",
                        [[("caption", 28), ("sources", 50)]],
                        {},
                    ),
                    52: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {
                            "default": "What we do not know",
                            "label": "Title",
                            "max_length": 100,
                        },
                    ),
                    53: (
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
                            "label": "Question",
                        },
                    ),
                    54: (
                        "wagtail.blocks.ListBlock",
                        (53,),
                        {"label": "Open questions"},
                    ),
                    55: (
                        "wagtail.blocks.StructBlock",
                        [[("title", 52), ("questions", 54)]],
                        {},
                    ),
                    56: (
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
                    57: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {"label": "Whose", "max_length": 200, "required": False},
                    ),
                    58: (
                        "wagtail.blocks.StructBlock",
                        [[("text", 56), ("attribution", 57)]],
                        {},
                    ),
                    59: ("wagtail.blocks.URLBlock", (), {"label": "Address"}),
                    60: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {"label": "Title", "max_length": 200},
                    ),
                    61: (
                        "wagtail.blocks.TextBlock",
                        (),
                        {"label": "What it shows", "required": False},
                    ),
                    62: (
                        "wagtail.blocks.StructBlock",
                        [[("url", 59), ("title", 60), ("description", 61)]],
                        {},
                    ),
                    63: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {"label": "Question", "max_length": 255},
                    ),
                    64: (
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
                    65: (
                        "wagtail.blocks.StructBlock",
                        [[("question", 63), ("answer", 64)]],
                        {},
                    ),
                    66: (
                        "wagtail.documents.blocks.DocumentChooserBlock",
                        (),
                        {"label": "File"},
                    ),
                    67: (
                        "wagtail.blocks.StructBlock",
                        [[("document", 66), ("title", 15)]],
                        {},
                    ),
                    68: (
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
                    69: (
                        "wagtail.blocks.PageChooserBlock",
                        (),
                        {
                            "label": "Author",
                            "page_type": ["authors.AuthorPage"],
                            "required": False,
                        },
                    ),
                    70: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {
                            "help_text": "For somebody without a profile here.",
                            "label": "Name",
                            "max_length": 200,
                            "required": False,
                        },
                    ),
                    71: (
                        "wagtail.blocks.StructBlock",
                        [[("text", 68), ("author", 69), ("name", 70)]],
                        {},
                    ),
                },
                verbose_name="body",
            ),
        ),
    ]
