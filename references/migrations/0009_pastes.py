"""Keeps what an editor pasted until each part of it is settled."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("references", "0008_merges"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Paste",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "filename",
                    models.CharField(blank=True, max_length=255, verbose_name="file"),
                ),
                (
                    "created_at",
                    models.DateTimeField(auto_now_add=True, verbose_name="pasted"),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="pasted by",
                    ),
                ),
            ],
            options={
                "verbose_name": "pasted references",
                "verbose_name_plural": "pasted references",
                "ordering": ["-created_at"],
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="PasteEntry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                ("position", models.PositiveIntegerField()),
                ("place", models.CharField(max_length=255)),
                ("raw", models.TextField()),
                ("item", models.JSONField(default=dict)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "Not looked up yet"),
                            ("found", "Found"),
                            ("offered", "May be one of these"),
                            ("nothing", "Nothing was found"),
                            ("failed", "Could not be looked up"),
                            ("unreadable", "Could not be read"),
                        ],
                        default="waiting",
                        max_length=12,
                    ),
                ),
                ("findings", models.JSONField(default=list)),
                ("failure", models.TextField(blank=True)),
                ("is_settled", models.BooleanField(default=False)),
                (
                    "paste",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="entries",
                        to="references.paste",
                    ),
                ),
                (
                    "reference",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="references.reference",
                    ),
                ),
            ],
            options={
                "ordering": ["paste", "position"],
                "default_permissions": (),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("paste", "position"), name="one_entry_per_position"
                    )
                ],
            },
        ),
    ]
