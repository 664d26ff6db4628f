"""Lets editors appraise a source."""

import wagtail.fields
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("references", "0004_roles_of_contributors"),
    ]

    operations = [
        migrations.AddField(
            model_name="reference",
            name="appraisals",
            field=wagtail.fields.StreamField(
                [("appraisal", 6)],
                blank=True,
                block_lookup={
                    0: (
                        "wagtail.blocks.ChoiceBlock",
                        [],
                        {
                            "choices": [
                                ("systematic-review", "Systematic review"),
                                ("randomised-trial", "Randomised trial"),
                                ("non-randomised-trial", "Trial without randomisation"),
                                ("cohort", "Cohort study"),
                                ("case-control", "Case-control study"),
                                ("cross-sectional", "Cross-sectional study"),
                                ("diagnostic-accuracy", "Study of diagnostic accuracy"),
                                ("case-series", "Case series"),
                                ("case-report", "Case report"),
                                ("qualitative", "Qualitative study"),
                                ("laboratory", "Laboratory or animal study"),
                                ("guideline", "Guideline"),
                                ("narrative-review", "Narrative review"),
                                ("opinion", "Opinion"),
                                ("other", "Other"),
                            ],
                            "label": "Design",
                            "required": False,
                        },
                    ),
                    1: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {"label": "Population", "max_length": 255, "required": False},
                    ),
                    2: (
                        "wagtail.blocks.IntegerBlock",
                        (),
                        {
                            "label": "Number of participants",
                            "min_value": 0,
                            "required": False,
                        },
                    ),
                    3: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {
                            "help_text": "In one sentence that a patient understands.",
                            "label": "Finding",
                            "max_length": 300,
                            "required": False,
                        },
                    ),
                    4: (
                        "wagtail.blocks.ChoiceBlock",
                        [],
                        {
                            "choices": [
                                ("high", "High"),
                                ("moderate", "Moderate"),
                                ("low", "Low"),
                                ("very-low", "Very low"),
                            ],
                            "help_text": "How sure one can be of this finding, as GRADE puts it.",
                            "label": "Certainty",
                            "required": False,
                        },
                    ),
                    5: (
                        "wagtail.blocks.TextBlock",
                        (),
                        {"label": "Comment", "required": False},
                    ),
                    6: (
                        "wagtail.blocks.StructBlock",
                        [
                            [
                                ("design", 0),
                                ("population", 1),
                                ("participants", 2),
                                ("finding", 3),
                                ("certainty", 4),
                                ("comment", 5),
                            ]
                        ],
                        {},
                    ),
                },
                verbose_name="appraisals",
            ),
        ),
    ]
