import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("editorial", "0005_review_settings"),
        ("wagtailcore", "0098_apitoken"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="PublishedVersion",
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
                ("number", models.PositiveIntegerField(verbose_name="version")),
                ("title", models.CharField(max_length=255, verbose_name="title")),
                ("html", models.TextField()),
                ("fingerprint", models.CharField(max_length=64)),
                ("published_at", models.DateTimeField(verbose_name="published")),
                (
                    "page",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="versions",
                        to="wagtailcore.page",
                    ),
                ),
            ],
            options={
                "verbose_name": "published version",
                "ordering": ["number"],
                "default_permissions": ("view",),
            },
        ),
        migrations.CreateModel(
            name="ChangeNotice",
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
                    "kind",
                    models.CharField(
                        choices=[
                            ("correction", "Correction: something was wrong"),
                            ("clarification", "Clarification: something was unclear"),
                            ("update", "Update: there is something new"),
                            ("minor", "None of substance: the meaning is the same"),
                            (
                                "withdrawal",
                                "Withdrawal: the page should not be relied on",
                            ),
                        ],
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                ("what", models.TextField(verbose_name="what changed")),
                ("why", models.TextField(verbose_name="why")),
                ("by_name", models.CharField(max_length=255, verbose_name="by")),
                ("at", models.DateTimeField(verbose_name="date")),
                ("fingerprint", models.CharField(db_index=True, max_length=64)),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "page",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="change_notices",
                        to="wagtailcore.page",
                    ),
                ),
                (
                    "version",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="notice",
                        to="editorial.publishedversion",
                    ),
                ),
                (
                    "keeps",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="kept_by",
                        to="editorial.signoff",
                    ),
                ),
            ],
            options={
                "verbose_name": "change notice",
                "verbose_name_plural": "change notices",
                "ordering": ["-at", "-pk"],
                "default_permissions": ("view",),
            },
        ),
        migrations.AddConstraint(
            model_name="publishedversion",
            constraint=models.UniqueConstraint(
                fields=("page", "number"), name="version_number_once_per_page"
            ),
        ),
        migrations.AddConstraint(
            model_name="changenotice",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("what", ""), _negated=True),
                    models.Q(("why", ""), _negated=True),
                ),
                name="notice_says_what_and_why",
            ),
        ),
        migrations.AddConstraint(
            model_name="changenotice",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("keeps__isnull", True), ("kind", "minor"), _connector="OR"
                ),
                name="only_minor_changes_keep_a_sign_off",
            ),
        ),
    ]
