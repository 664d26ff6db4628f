"""Gives a column to each variable of CSL that editors use, and keeps the rest."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("references", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="reference",
            name="collection_title",
            field=models.CharField(blank=True, max_length=1000, verbose_name="series"),
        ),
        migrations.AddField(
            model_name="reference",
            name="edition",
            field=models.CharField(blank=True, max_length=200, verbose_name="edition"),
        ),
        migrations.AddField(
            model_name="reference",
            name="genre",
            field=models.CharField(
                blank=True,
                help_text="Such as “guideline” or “doctoral thesis”.",
                max_length=500,
                verbose_name="genre",
            ),
        ),
        migrations.AddField(
            model_name="reference",
            name="issn",
            field=models.CharField(blank=True, max_length=200, verbose_name="ISSN"),
        ),
        migrations.AddField(
            model_name="reference",
            name="language",
            field=models.CharField(blank=True, max_length=100, verbose_name="language"),
        ),
        migrations.AddField(
            model_name="reference",
            name="number",
            field=models.CharField(
                blank=True,
                help_text="Of a report or patent.",
                max_length=200,
                verbose_name="number",
            ),
        ),
        migrations.AddField(
            model_name="reference",
            name="other_variables",
            field=models.JSONField(
                blank=True,
                default=dict,
                editable=False,
                verbose_name="other CSL variables",
            ),
        ),
        migrations.AddField(
            model_name="reference",
            name="publication_status",
            field=models.CharField(
                blank=True,
                help_text="Such as “Epub ahead of print”.",
                max_length=200,
                verbose_name="publication status",
            ),
        ),
        migrations.AlterField(
            model_name="reference",
            name="container_title",
            field=models.CharField(
                blank=True, max_length=1000, verbose_name="journal, book or site"
            ),
        ),
        migrations.AlterField(
            model_name="reference",
            name="container_title_short",
            field=models.CharField(
                blank=True, max_length=500, verbose_name="journal, abbreviated"
            ),
        ),
        migrations.AlterField(
            model_name="reference",
            name="csl_type",
            field=models.CharField(
                choices=[
                    ("article-journal", "Journal article"),
                    ("article", "Preprint"),
                    ("book", "Book"),
                    ("chapter", "Chapter"),
                    ("report", "Report or guideline"),
                    ("webpage", "Web page"),
                    ("thesis", "Thesis"),
                    ("dataset", "Dataset"),
                    ("article-newspaper", "Newspaper article"),
                    ("article-magazine", "Magazine article"),
                    ("paper-conference", "Conference paper"),
                    ("standard", "Standard"),
                    ("document", "Other document"),
                    ("bill", "Bill"),
                    ("broadcast", "Broadcast"),
                    ("classic", "Classic work"),
                    ("collection", "Collection"),
                    ("entry", "Entry of a database"),
                    ("entry-dictionary", "Entry of a dictionary"),
                    ("entry-encyclopedia", "Entry of an encyclopedia"),
                    ("event", "Event"),
                    ("figure", "Figure"),
                    ("graphic", "Picture"),
                    ("hearing", "Hearing"),
                    ("interview", "Interview"),
                    ("legal_case", "Legal case"),
                    ("legislation", "Legislation"),
                    ("manuscript", "Manuscript"),
                    ("map", "Map"),
                    ("motion_picture", "Film or video"),
                    ("musical_score", "Musical score"),
                    ("pamphlet", "Pamphlet"),
                    ("patent", "Patent"),
                    ("performance", "Performance"),
                    ("periodical", "Periodical"),
                    ("personal_communication", "Personal communication"),
                    ("post", "Post"),
                    ("post-weblog", "Blog post"),
                    ("regulation", "Regulation"),
                    ("review", "Review of a work"),
                    ("review-book", "Review of a book"),
                    ("software", "Software"),
                    ("song", "Recording"),
                    ("speech", "Talk"),
                    ("treaty", "Treaty"),
                ],
                default="article-journal",
                max_length=30,
                verbose_name="kind",
            ),
        ),
        migrations.AlterField(
            model_name="reference",
            name="doi",
            field=models.CharField(
                blank=True, max_length=2000, null=True, unique=True, verbose_name="DOI"
            ),
        ),
        migrations.AlterField(
            model_name="reference",
            name="isbn",
            field=models.CharField(blank=True, max_length=200, verbose_name="ISBN"),
        ),
        migrations.AlterField(
            model_name="reference",
            name="issue",
            field=models.CharField(blank=True, max_length=200, verbose_name="issue"),
        ),
        migrations.AlterField(
            model_name="reference",
            name="pages",
            field=models.CharField(
                blank=True,
                help_text="Or the article’s number.",
                max_length=200,
                verbose_name="pages",
            ),
        ),
        migrations.AlterField(
            model_name="reference",
            name="publisher",
            field=models.CharField(
                blank=True, max_length=1000, verbose_name="publisher"
            ),
        ),
        migrations.AlterField(
            model_name="reference",
            name="publisher_place",
            field=models.CharField(blank=True, max_length=500, verbose_name="place"),
        ),
        migrations.AlterField(
            model_name="reference",
            name="title",
            field=models.CharField(
                help_text="May hold <i>, <b>, <sup> and <sub>, such as <i>E. coli</i>.",
                max_length=5000,
                verbose_name="title",
            ),
        ),
        migrations.AlterField(
            model_name="reference",
            name="url",
            field=models.URLField(blank=True, max_length=2000, verbose_name="address"),
        ),
        migrations.AlterField(
            model_name="reference",
            name="volume",
            field=models.CharField(blank=True, max_length=200, verbose_name="volume"),
        ),
    ]
