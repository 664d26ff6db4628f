import django.core.validators
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("editorial", "0004_sign_offs"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [
        migrations.CreateModel(
            name="ReviewSettings",
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
                    "review_months",
                    models.PositiveSmallIntegerField(
                        default=24,
                        help_text="At most 36. Counted from the day a reviewer signs.",
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(36),
                        ],
                        verbose_name="months until the next review",
                    ),
                ),
                (
                    "site",
                    models.OneToOneField(
                        editable=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        to="wagtailcore.site",
                    ),
                ),
            ],
            options={
                "verbose_name": "review",
            },
        ),
        migrations.AddConstraint(
            model_name="reviewsettings",
            constraint=models.CheckConstraint(
                condition=models.Q(("review_months__range", (1, 36))),
                name="review_due_within_three_years",
            ),
        ),
    ]
