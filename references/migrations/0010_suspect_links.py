"""Lets checks remember their last try.

Of an address, that it was gone once, which does not make it dead yet; of a standing,
when it was last asked for, with or without an answer.
"""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("references", "0009_pastes"),
    ]

    operations = [
        migrations.AddField(
            model_name="reference",
            name="standing_asked_at",
            field=models.DateTimeField(blank=True, editable=False, null=True),
        ),
        migrations.AlterField(
            model_name="reference",
            name="link_state",
            field=models.CharField(
                choices=[
                    ("unknown", "Not known"),
                    ("alive", "Answers"),
                    ("suspect", "Did not answer once"),
                    ("dead", "Dead"),
                ],
                default="unknown",
                editable=False,
                max_length=10,
                verbose_name="address",
            ),
        ),
    ]
