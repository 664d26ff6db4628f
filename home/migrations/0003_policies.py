"""Lets the site settings name the policies."""

import django.db.models.deletion
from django.db import migrations, models


def policy(name, help_text):
    return models.ForeignKey(
        blank=True,
        help_text=help_text,
        null=True,
        on_delete=django.db.models.deletion.SET_NULL,
        related_name="+",
        to="wagtailcore.page",
        verbose_name=name,
    )


class Migration(migrations.Migration):
    dependencies = [
        ("home", "0002_site_tree"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [
        migrations.AddField(
            model_name="sitesettings",
            name="editorial_policy",
            field=policy(
                "editorial policy", "How articles are written, checked and corrected."
            ),
        ),
        migrations.AddField(
            model_name="sitesettings",
            name="privacy_policy",
            field=policy(
                "privacy policy", "What is kept about readers, and for how long."
            ),
        ),
        migrations.AddField(
            model_name="sitesettings",
            name="comment_policy",
            field=policy(
                "comment policy", "What may be written, and who reads it first."
            ),
        ),
    ]
