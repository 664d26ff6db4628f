"""Keeps all contributors in one list, each with a role."""

import json

import wagtail.fields
from django.db import migrations


def _with_role(rows, role):
    for row in rows:
        value = row["value"]
        if isinstance(value, str):
            value = {"name": value}
        yield {**row, "value": {"role": role, **value}}


def _rows(value):
    return json.loads(value) if isinstance(value, str) else list(value.raw_data)


def join(apps, schema_editor):
    Reference = apps.get_model("references.Reference")
    for reference in Reference.objects.all():
        rows = [
            *_with_role(_rows(reference.contributors), "author"),
            *_with_role(_rows(reference.editors), "editor"),
        ]
        Reference.objects.filter(pk=reference.pk).update(contributors=json.dumps(rows))

    ContentType = apps.get_model("contenttypes.ContentType")
    Revision = apps.get_model("wagtailcore.Revision")
    kind = ContentType.objects.filter(app_label="references", model="reference").first()
    for revision in Revision.objects.filter(content_type=kind) if kind else []:
        content = revision.content
        rows = [
            *_with_role(json.loads(content.get("contributors") or "[]"), "author"),
            *_with_role(json.loads(content.pop("editors", None) or "[]"), "editor"),
        ]
        content["contributors"] = json.dumps(rows)
        revision.save(update_fields=["content"])


class Migration(migrations.Migration):
    dependencies = [
        ("references", "0003_dates_as_text"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [
        migrations.RunPython(join, migrations.RunPython.noop),
        migrations.RemoveField(
            model_name="reference",
            name="editors",
        ),
        migrations.AlterField(
            model_name="reference",
            name="contributors",
            field=wagtail.fields.StreamField(
                [("person", 6), ("organisation", 8)],
                blank=True,
                block_lookup={
                    0: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {"label": "Family name", "max_length": 200, "required": False},
                    ),
                    1: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {
                            "label": "Given name or initials",
                            "max_length": 200,
                            "required": False,
                        },
                    ),
                    2: (
                        "wagtail.blocks.ChoiceBlock",
                        [],
                        {
                            "choices": [
                                ("author", "Author"),
                                ("editor", "Editor"),
                                ("translator", "Translator"),
                                ("collection-editor", "Editor of the series"),
                                ("container-author", "Author of the book"),
                                ("chair", "Chair"),
                                ("compiler", "Compiler"),
                                ("composer", "Composer"),
                                ("contributor", "Contributor"),
                                ("curator", "Curator"),
                                ("director", "Director"),
                                ("editor-translator", "Editor and translator"),
                                ("editorial-director", "Editorial director"),
                                ("executive-producer", "Executive producer"),
                                ("guest", "Guest"),
                                ("host", "Host"),
                                ("illustrator", "Illustrator"),
                                ("interviewer", "Interviewer"),
                                ("narrator", "Narrator"),
                                ("organizer", "Organiser"),
                                ("original-author", "Author of the original"),
                                ("performer", "Performer"),
                                ("producer", "Producer"),
                                ("recipient", "Recipient"),
                                ("reviewed-author", "Author of the work reviewed"),
                                ("script-writer", "Script writer"),
                                ("series-creator", "Creator of the series"),
                            ],
                            "label": "Role",
                        },
                    ),
                    3: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {
                            "help_text": "Such as “Jr”.",
                            "label": "Suffix",
                            "max_length": 50,
                            "required": False,
                        },
                    ),
                    4: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {
                            "help_text": "Such as “van” in “van Gogh”.",
                            "label": "Particle kept with the family name",
                            "max_length": 50,
                            "required": False,
                        },
                    ),
                    5: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {
                            "help_text": "Such as “de” in “Musset, Alfred de”.",
                            "label": "Particle kept with the given name",
                            "max_length": 50,
                            "required": False,
                        },
                    ),
                    6: (
                        "wagtail.blocks.StructBlock",
                        [
                            [
                                ("family", 0),
                                ("given", 1),
                                ("role", 2),
                                ("suffix", 3),
                                ("non_dropping_particle", 4),
                                ("dropping_particle", 5),
                            ]
                        ],
                        {},
                    ),
                    7: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {"label": "Name", "max_length": 1000},
                    ),
                    8: ("wagtail.blocks.StructBlock", [[("name", 7), ("role", 2)]], {}),
                },
                verbose_name="contributors",
            ),
        ),
    ]
