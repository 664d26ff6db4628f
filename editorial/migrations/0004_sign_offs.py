import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("editorial", "0003_review_steps"),
        ("wagtailcore", "0098_apitoken"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="SignOff",
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
                    "reviewer_name",
                    models.CharField(max_length=255, verbose_name="reviewer"),
                ),
                ("fingerprint", models.CharField(db_index=True, max_length=64)),
                ("digests", models.JSONField()),
                ("checked", models.JSONField(verbose_name="what was checked")),
                ("remarks", models.TextField(blank=True, verbose_name="remarks")),
                ("signed_at", models.DateTimeField(verbose_name="signed")),
                ("review_due", models.DateField(verbose_name="next review due")),
                (
                    "page",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sign_offs",
                        to="wagtailcore.page",
                    ),
                ),
                (
                    "reviewer",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="sign_offs",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "revision",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="wagtailcore.revision",
                    ),
                ),
            ],
            options={
                "verbose_name": "sign-off",
                "ordering": ["-signed_at", "-pk"],
                "default_permissions": ("view",),
            },
        ),
        migrations.CreateModel(
            name="UnsignedPublication",
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
                    "by_name",
                    models.CharField(max_length=255, verbose_name="published by"),
                ),
                ("reason", models.TextField(verbose_name="reason")),
                ("fingerprint", models.CharField(db_index=True, max_length=64)),
                ("at", models.DateTimeField(verbose_name="published")),
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
                        related_name="unsigned_publications",
                        to="wagtailcore.page",
                    ),
                ),
            ],
            options={
                "verbose_name": "publication without sign-off",
                "verbose_name_plural": "publications without sign-off",
                "ordering": ["-at", "-pk"],
                "permissions": [("publish_unsigned", "Can publish without sign-off")],
                "default_permissions": ("view",),
            },
        ),
        migrations.AddConstraint(
            model_name="unsignedpublication",
            constraint=models.CheckConstraint(
                condition=models.Q(("reason", ""), _negated=True),
                name="unsigned_publication_has_reason",
            ),
        ),
    ]
