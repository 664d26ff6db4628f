"""Gives a new site its home page and the lists of articles, authors and topics."""

from django.db import migrations

CHILDREN = [
    ("blog", "BlogIndexPage", "articles", "Articles"),
    ("authors", "AuthorIndexPage", "authors", "Authors"),
    ("blog", "TopicIndexPage", "topics", "Topics"),
]


def plant(apps, schema_editor):
    ContentType = apps.get_model("contenttypes.ContentType")
    Page = apps.get_model("wagtailcore.Page")
    Site = apps.get_model("wagtailcore.Site")
    Locale = apps.get_model("wagtailcore.Locale")
    locale = Locale.objects.order_by("pk").first()

    def content_type(app_label, model):
        return ContentType.objects.get_or_create(
            app_label=app_label, model=model.lower()
        )[0]

    root = Page.objects.get(depth=1)
    if Page.objects.filter(depth__gt=2).exists():
        return
    Site.objects.all().delete()
    Page.objects.filter(depth=2).delete()
    home = apps.get_model("home.HomePage").objects.create(
        title="Citewell",
        draft_title="Citewell",
        slug="home",
        content_type=content_type("home", "HomePage"),
        path=f"{root.path}0001",
        depth=2,
        numchild=len(CHILDREN),
        url_path="/home/",
        locale=locale,
    )
    Page.objects.filter(pk=root.pk).update(numchild=1)
    for number, (app, model, slug, title) in enumerate(CHILDREN, start=1):
        apps.get_model(app, model).objects.create(
            title=title,
            draft_title=title,
            slug=slug,
            content_type=content_type(app, model),
            path=f"{home.path}{number:04d}",
            depth=3,
            numchild=0,
            url_path=f"/home/{slug}/",
            show_in_menus=True,
            locale=locale,
        )
    Site.objects.create(
        hostname="localhost", port=80, root_page_id=home.pk, is_default_site=True
    )


class Migration(migrations.Migration):
    dependencies = [
        ("home", "0001_initial"),
        ("blog", "0002_byline_sources_and_topics"),
        ("authors", "0001_initial"),
        ("wagtailcore", "0098_apitoken"),
    ]
    operations = [migrations.RunPython(plant, migrations.RunPython.noop)]
