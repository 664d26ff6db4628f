"""The one table of roles: what each may do, and who reviews what.

Permissions are named `app.codename`, page types and collections by name, so that
this lowest layer needs no import from the apps above it.
"""

from dataclasses import dataclass, field

from django.utils.translation import gettext_noop as _

ADMIN_ACCESS = "wagtailadmin.access_admin"
ROOT = "root"


def _all(model: str, *actions: str) -> tuple[str, ...]:
    app, name = model.split(".")
    return tuple(f"{app}.{action}_{name}" for action in actions)


MODERATION = (
    *_all("comments.comment", "view", "moderate"),
    *_all("comments.cannedreply", "add", "change", "delete", "view"),
)


@dataclass(frozen=True)
class Role:
    """A group of the admin: its permissions, and what it may do to pages and files.

    `pages` maps a page type (or `root`) to Wagtail's page permission codenames,
    `collections` lists codenames granted on the root collection.
    """

    name: str
    permissions: tuple[str, ...] = (ADMIN_ACCESS,)
    pages: dict[str, tuple[str, ...]] = field(default_factory=dict)
    collections: tuple[str, ...] = ()


EDITOR = Role(
    name=_("Editor"),
    permissions=(
        ADMIN_ACCESS,
        *_all("references.reference", "add", "change", "delete", "view", "publish"),
        *_all("references.citationsettings", "change", "view"),
        *MODERATION,
        *_all("authors.disclosure", "add", "view"),
        *_all("authors.credential", "add", "change", "check", "delete", "view"),
        *_all("editorial.changenotice", "view"),
        *_all("editorial.sourcerequest", "view", "decide"),
        *_all("editorial.signoff", "view"),
        *_all("editorial.unsignedpublication", "view"),
        *_all("submissions.submission", "add", "change", "view"),
        *_all("wagtailredirects.redirect", "add", "change", "delete", "view"),
    ),
    pages={
        ROOT: (
            "add_page",
            "bulk_delete_page",
            "change_page",
            "lock_page",
            "publish_page",
            "unlock_page",
        )
    },
    collections=(
        "wagtailimages.add_image",
        "wagtailimages.change_image",
        "wagtailimages.choose_image",
        "wagtaildocs.add_document",
        "wagtaildocs.change_document",
        "wagtaildocs.choose_document",
    ),
)
MEDICAL_REVIEWER = Role(
    name=_("Medical reviewer"),
    permissions=(
        ADMIN_ACCESS,
        *_all("references.reference", "view"),
        *_all("authors.disclosure", "add_own"),
        *_all("editorial.signoff", "view"),
    ),
)
CONTRIBUTOR = Role(
    name=_("Contributor"),
    permissions=(
        ADMIN_ACCESS,
        *_all("references.reference", "add", "view"),
        *_all("authors.disclosure", "add_own"),
    ),
    pages={"blog.BlogIndexPage": ("add_page",)},
    collections=("wagtailimages.add_image", "wagtailimages.choose_image"),
)
MODERATOR = Role(
    name=_("Moderator"),
    permissions=(ADMIN_ACCESS, *MODERATION),
)
ADMINISTRATOR = Role(
    name=_("Administrator"),
    permissions=(
        *EDITOR.permissions,
        *_all("accounts.user", "add", "change", "delete", "view"),
        *_all("auth.group", "view"),
        *_all("comments.commentsettings", "change", "view"),
        "editorial.delete_published_page",
        "editorial.publish_unsigned",
        *_all("editorial.reviewsettings", "change", "view"),
        *_all("editorial.checklistsettings", "change", "view"),
        *_all("home.sitesettings", "change", "view"),
        *_all("wagtailcore.site", "change", "view"),
    ),
    pages=EDITOR.pages,
    collections=(
        *EDITOR.collections,
        "wagtailimages.delete_image",
        "wagtaildocs.delete_document",
    ),
)

ROLES = (EDITOR, MEDICAL_REVIEWER, CONTRIBUTOR, MODERATOR, ADMINISTRATOR)

# Steps of the review in their order, each with its kind of task and the role that may
# approve it.
REVIEW_WORKFLOW = _("Review before publication")
REVIEW_STEPS = (
    (_("Editorial check"), "editorial.EditorialCheckTask", EDITOR),
    (_("Medical review"), "editorial.MedicalReviewTask", MEDICAL_REVIEWER),
)

# What Wagtail's own migrations leave behind and these roles replace.
STOCK_GROUPS = ("Editors", "Moderators")
STOCK_WORKFLOW = "Moderators approval"
