"""Lets a search find a record by its key as the search index knows it, as text."""

from django.db import migrations, models
from django.db.models.functions import Cast


class Migration(migrations.Migration):
    dependencies = [
        ("references", "0011_suspected_pairs"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="reference",
            index=models.Index(
                Cast("id", models.CharField(max_length=50)), name="reference_id_text"
            ),
        ),
    ]
