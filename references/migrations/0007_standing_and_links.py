"""Remembers what became of a source, and whether its address answers."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("references", "0006_provenance_and_locks"),
    ]

    operations = [
        migrations.AddField(
            model_name="reference",
            name="link_checked_at",
            field=models.DateTimeField(blank=True, editable=False, null=True),
        ),
        migrations.AddField(
            model_name="reference",
            name="link_state",
            field=models.CharField(
                choices=[
                    ("unknown", "Not known"),
                    ("alive", "Answers"),
                    ("dead", "Dead"),
                ],
                default="unknown",
                editable=False,
                max_length=10,
                verbose_name="address",
            ),
        ),
        migrations.AddField(
            model_name="reference",
            name="notice_date",
            field=models.CharField(blank=True, editable=False, max_length=20),
        ),
        migrations.AddField(
            model_name="reference",
            name="notice_doi",
            field=models.CharField(blank=True, editable=False, max_length=2000),
        ),
        migrations.AddField(
            model_name="reference",
            name="notice_pmid",
            field=models.CharField(blank=True, editable=False, max_length=20),
        ),
        migrations.AddField(
            model_name="reference",
            name="standing",
            field=models.CharField(
                choices=[
                    ("current", "Current"),
                    ("corrected", "Corrected"),
                    ("concern", "Expression of concern"),
                    ("partly-retracted", "Partly retracted"),
                    ("withdrawn", "Withdrawn"),
                    ("retracted", "Retracted"),
                ],
                default="current",
                editable=False,
                max_length=20,
                verbose_name="standing",
            ),
        ),
        migrations.AddField(
            model_name="reference",
            name="standing_checked_at",
            field=models.DateTimeField(
                blank=True,
                editable=False,
                null=True,
                verbose_name="standing last checked",
            ),
        ),
        migrations.AddField(
            model_name="reference",
            name="standing_failure",
            field=models.TextField(blank=True, editable=False),
        ),
        migrations.AddField(
            model_name="reference",
            name="standing_sources",
            field=models.JSONField(blank=True, default=list, editable=False),
        ),
        migrations.AddIndex(
            model_name="reference",
            index=models.Index(fields=["standing"], name="reference_standing"),
        ),
    ]
