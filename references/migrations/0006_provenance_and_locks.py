"""Remembers where each field came from, and which a look-up may not change."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("references", "0005_appraisals"),
    ]

    operations = [
        migrations.AddField(
            model_name="reference",
            name="locked_fields",
            field=models.JSONField(
                blank=True, default=list, verbose_name="locked fields"
            ),
        ),
        migrations.AddField(
            model_name="reference",
            name="provenance",
            field=models.JSONField(
                blank=True,
                default=dict,
                editable=False,
                verbose_name="where each field came from",
            ),
        ),
    ]
