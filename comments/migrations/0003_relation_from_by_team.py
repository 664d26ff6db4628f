"""Keep who of the site's team wrote a comment as a relation to the article."""

from django.db import migrations


def say_relation(apps, schema_editor):
    comments = apps.get_model("comments", "Comment").objects
    comments.filter(by_team=True).update(relation="team")


def say_team(apps, schema_editor):
    comments = apps.get_model("comments", "Comment").objects
    comments.filter(relation="team").update(by_team=True)


class Migration(migrations.Migration):
    dependencies = [("comments", "0002_comment_record")]

    operations = [migrations.RunPython(say_relation, say_team)]
