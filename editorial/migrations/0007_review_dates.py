import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("authors", "0004_contact_email"),
        ("editorial", "0006_change_notices"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [
        migrations.CreateModel(
            name="DisclosureReminder",
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
                ("sent_on", models.DateField(verbose_name="sent")),
                (
                    "disclosure",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="reminder",
                        to="authors.disclosure",
                    ),
                ),
            ],
            options={
                "verbose_name": "reminder of a disclosure",
                "verbose_name_plural": "reminders of disclosures",
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="ReviewDate",
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
                ("due_on", models.DateField(db_index=True, verbose_name="review due")),
                (
                    "reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            (
                                "retraction",
                                "A source was retracted, withdrawn or questioned.",
                            ),
                            ("dead_source", "The address of a source is dead."),
                            ("reader_requests", "Readers asked for sources."),
                        ],
                        max_length=20,
                        verbose_name="brought forward because",
                    ),
                ),
                (
                    "brought_forward_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="brought forward"
                    ),
                ),
                ("last_step", models.CharField(blank=True, max_length=20)),
                (
                    "reminded_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="last reminder"
                    ),
                ),
                (
                    "page",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="review_date",
                        to="wagtailcore.page",
                    ),
                ),
                (
                    "responsible",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="review_dates",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="responsible",
                    ),
                ),
            ],
            options={
                "verbose_name": "review date",
                "verbose_name_plural": "review dates",
                "ordering": ["due_on", "pk"],
                "default_permissions": ("view",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("brought_forward_at", None), ("reason", "")),
                            models.Q(
                                ("brought_forward_at__isnull", False),
                                models.Q(("reason", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="review_brought_forward_for_a_reason",
                    )
                ],
            },
        ),
    ]
