"""Tells an address that did not answer once from a dead one."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("references", "0009_pastes"),
    ]

    operations = [
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
