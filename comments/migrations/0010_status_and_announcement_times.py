"""Know since when a comment has its status, and when followers were told of it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("comments", "0009_canned_replies")]

    operations = [
        migrations.AddField(
            model_name="comment",
            name="announced_at",
            field=models.DateTimeField(
                blank=True, null=True, verbose_name="followers told"
            ),
        ),
        migrations.AddField(
            model_name="comment",
            name="status_at",
            field=models.DateTimeField(
                blank=True, null=True, verbose_name="status since"
            ),
        ),
    ]
