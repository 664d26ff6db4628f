"""Keeps the pairs of records that may be of one work."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("references", "0010_suspect_links")]

    operations = [
        migrations.CreateModel(
            name="SuspectedPair",
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
                ("score", models.FloatField(verbose_name="likeness")),
                ("reasons", models.JSONField(default=list, verbose_name="why")),
                (
                    "is_certain",
                    models.BooleanField(default=False, verbose_name="certain"),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "To be looked at"),
                            ("dismissed", "Different works"),
                        ],
                        default="open",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                (
                    "found_at",
                    models.DateTimeField(auto_now_add=True, verbose_name="found"),
                ),
                (
                    "first",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="references.reference",
                    ),
                ),
                (
                    "second",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="references.reference",
                    ),
                ),
            ],
            options={
                "verbose_name": "suspected pair",
                "verbose_name_plural": "suspected pairs",
                "ordering": ["-is_certain", "-score", "pk"],
                "default_permissions": (),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("first", "second"),
                        name="one_row_per_suspected_pair",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("first__lt", models.F("second"))),
                        name="suspected_pair_in_order",
                    ),
                ],
            },
        ),
    ]
