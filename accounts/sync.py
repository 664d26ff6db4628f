"""Brings groups, permissions and the review workflow in line with the roles."""

from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.models import (
    Collection,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    Task,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)

from accounts import roles


@transaction.atomic
def sync_roles() -> list[Group]:
    """Make every role's group hold exactly what the table says, and no more.

    Removes Wagtail's stock groups (where they have no members) and its stock
    workflow. Safe to run at every start; returns the groups in the table's order.

    Raises `Permission.DoesNotExist` when the table names an unknown permission.
    """
    groups = [_sync_group(role) for role in roles.ROLES]
    _sync_workflow()
    _remove_stock()
    return groups


def _permission(name: str) -> Permission:
    app_label, codename = name.split(".")
    return Permission.objects.get(content_type__app_label=app_label, codename=codename)


def _pages(target: str) -> list[Page]:
    if target == roles.ROOT:
        return [Page.get_first_root_node()]
    return list(apps.get_model(target).objects.all())


def _sync_group(role: roles.Role) -> Group:
    group, _ = Group.objects.get_or_create(name=role.name)
    group.permissions.set([_permission(name) for name in role.permissions])

    wanted = {
        (page.pk, _permission(f"wagtailcore.{codename}").pk)
        for target, codenames in role.pages.items()
        for page in _pages(target)
        for codename in codenames
    }
    held = GroupPagePermission.objects.filter(group=group)
    for grant in held:
        if (grant.page_id, grant.permission_id) not in wanted:
            grant.delete()
    for page_id, permission_id in wanted:
        GroupPagePermission.objects.get_or_create(
            group=group, page_id=page_id, permission_id=permission_id
        )

    everything = Collection.get_first_root_node()
    permissions = [_permission(name) for name in role.collections]
    GroupCollectionPermission.objects.filter(group=group).exclude(
        collection=everything, permission__in=permissions
    ).delete()
    for permission in permissions:
        GroupCollectionPermission.objects.get_or_create(
            group=group, collection=everything, permission=permission
        )
    return group


def _sync_workflow() -> None:
    workflow, _ = Workflow.objects.get_or_create(name=roles.REVIEW_WORKFLOW)
    kept = []
    for order, (name, kind, role) in enumerate(roles.REVIEW_STEPS):
        task, _ = apps.get_model(kind).objects.get_or_create(name=name)
        task.groups.set([Group.objects.get(name=role.name)])
        WorkflowTask.objects.update_or_create(
            workflow=workflow, task=task.task_ptr, defaults={"sort_order": order}
        )
        kept.append(task.pk)
    for step in workflow.workflow_tasks.exclude(task__in=kept):
        step.task.deactivate()
        step.delete()
    WorkflowPage.objects.update_or_create(
        page=Page.get_first_root_node(), defaults={"workflow": workflow}
    )


def _remove_stock() -> None:
    Group.objects.filter(name__in=roles.STOCK_GROUPS, user__isnull=True).delete()
    for workflow in Workflow.objects.filter(name=roles.STOCK_WORKFLOW, active=True):
        workflow.deactivate()
    for task in Task.objects.filter(name=roles.STOCK_WORKFLOW, active=True):
        task.deactivate()
    # Kept, switched off, where pages went through them: their history names them.
    Workflow.objects.filter(
        name=roles.STOCK_WORKFLOW, workflow_states__isnull=True
    ).delete()
    Task.objects.filter(name=roles.STOCK_WORKFLOW, task_states__isnull=True).delete()
