"""Roles as groups, permissions and a workflow."""

from django.contrib.auth.models import Group
from wagtail.models import GroupPagePermission, Workflow

from accounts import roles
from accounts.sync import sync_roles


def test_sync_makes_the_roles_and_removes_the_stock_groups(db):
    sync_roles()
    assert set(Group.objects.values_list("name", flat=True)) == {
        role.name for role in roles.ROLES
    }


def test_sync_replaces_the_stock_workflow(db):
    sync_roles()
    workflow = Workflow.objects.get()
    assert workflow.name == roles.REVIEW_WORKFLOW
    assert [task.name for task in workflow.tasks] == [
        name for name, _kind, _role in roles.REVIEW_STEPS
    ]


def test_sync_twice_changes_nothing_and_takes_back_what_was_added(db):
    sync_roles()
    before = set(GroupPagePermission.objects.values_list("group", "permission"))
    editors = Group.objects.get(name=roles.EDITOR.name)
    held = GroupPagePermission.objects.filter(group=editors).first()
    moderators = Group.objects.get(name=roles.MODERATOR.name)
    GroupPagePermission.objects.create(
        group=moderators, page=held.page, permission=held.permission
    )
    sync_roles()
    after = set(GroupPagePermission.objects.values_list("group", "permission"))
    assert after == before


def test_moderator_reaches_the_queue_and_no_snippet(client, moderator):
    client.force_login(moderator)
    assert client.get("/admin/reader-comments/").status_code == 200
    listing = client.get("/admin/snippets/references/reference/")
    assert listing.status_code == 302
