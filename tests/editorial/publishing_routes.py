"""All that Wagtail, Django and this project offer by which a page could go public."""

import inspect
import pkgutil
from collections.abc import Iterator

import wagtail.actions
from django.core.management import get_commands
from django.urls import URLPattern, get_resolver
from wagtail.admin.api.views import PagesAdminAPIViewSet
from wagtail.admin.views.bulk_action.registry import bulk_action_registry
from wagtail.models import Page, Revision, Task, TaskState, Workflow, WorkflowState
from wagtail.query import PageQuerySet

CLASSES = (Page, PageQuerySet, Revision, Task, TaskState, Workflow, WorkflowState)
# Whose methods count: those that an upgrade may bring.
LIBRARIES = ("wagtail", "treebeard", "modelcluster")


def found() -> dict[str, set[str]]:
    """Give what there is, by kind."""
    bulk = bulk_action_registry.get_bulk_actions_for_model("wagtailcore", "page")
    return {
        "actions": {
            each.name for each in pkgutil.iter_modules(wagtail.actions.__path__)
        },
        "addresses": set(_addresses(get_resolver())),
        "api": set(PagesAdminAPIViewSet.actions),
        "bulk": {action.action_type for action in bulk},
        "commands": set(get_commands()),
        "methods": {name for each in CLASSES for name in _methods(each)},
    }


def _addresses(resolver, spaces=()) -> Iterator[str]:
    """Name the addresses that Wagtail's own views answer."""
    for each in resolver.url_patterns:
        if not isinstance(each, URLPattern):
            inner = (*spaces, each.namespace) if each.namespace else spaces
            yield from _addresses(each, inner)
            continue
        view = getattr(each.callback, "view_class", each.callback)
        if view.__module__.startswith("wagtail"):
            yield ":".join([*spaces, each.name or str(each.pattern)])


def _methods(kind: type) -> Iterator[str]:
    for each in kind.__mro__:
        if each.__module__.partition(".")[0] not in LIBRARIES:
            continue
        for name, value in vars(each).items():
            is_method = inspect.isfunction(value) or isinstance(
                value, classmethod | staticmethod
            )
            if is_method and not name.startswith("_"):
                yield f"{kind.__name__}.{name}"
