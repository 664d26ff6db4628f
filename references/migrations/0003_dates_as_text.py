"""Lets a date be as exact as the source is: a year, a range, a season."""

from django.db import migrations, models


def write_out(apps, schema_editor):
    Reference = apps.get_model("references.Reference")
    for reference in Reference.objects.exclude(year=None):
        parts = [reference.month, reference.day] if reference.month else []
        known = [f"{reference.year:04}", *(f"{part:02}" for part in parts if part)]
        Reference.objects.filter(pk=reference.pk).update(issued="-".join(known))


class Migration(migrations.Migration):
    dependencies = [
        ("references", "0002_csl_variables"),
    ]

    operations = [
        migrations.AddField(
            model_name="reference",
            name="available",
            field=models.CharField(
                blank=True, max_length=200, verbose_name="published online"
            ),
        ),
        migrations.AddField(
            model_name="reference",
            name="issued",
            field=models.CharField(
                blank=True,
                help_text="Such as 2023, 2023-07, 2023-07-12, Jul–Sep 2023 or Spring 2001.",
                max_length=200,
                verbose_name="published",
            ),
        ),
        migrations.RunPython(write_out, migrations.RunPython.noop),
        migrations.AlterField(
            model_name="reference",
            name="accessed",
            field=models.CharField(
                blank=True, default="", max_length=200, verbose_name="accessed"
            ),
            preserve_default=False,
        ),
        migrations.AlterField(
            model_name="reference",
            name="updated",
            field=models.CharField(
                blank=True, default="", max_length=200, verbose_name="updated"
            ),
            preserve_default=False,
        ),
        migrations.AlterField(
            model_name="reference",
            name="year",
            field=models.PositiveSmallIntegerField(
                blank=True, editable=False, null=True, verbose_name="year"
            ),
        ),
        migrations.AddIndex(
            model_name="reference",
            index=models.Index(fields=["year"], name="reference_year"),
        ),
        migrations.RemoveField(
            model_name="reference",
            name="day",
        ),
        migrations.RemoveField(
            model_name="reference",
            name="month",
        ),
    ]
