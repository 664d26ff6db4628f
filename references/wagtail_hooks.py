"""Registers the library with the admin."""

from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from references.deletion import refusals
from references.models import Reference
from references.viewsets import ReferenceViewSet

register_snippet(ReferenceViewSet)


def _refuse(request, instances):
    used = refusals(item for item in instances if isinstance(item, Reference))
    if not used:
        return None
    for reference, names in used.items():
        messages.error(
            request,
            _("“%(reference)s” is in use and was not deleted. Used by: %(uses)s.")
            % {"reference": reference, "uses": "; ".join(names)},
        )
    return redirect("wagtailsnippets_references_reference:list")


@hooks.register("before_delete_snippet")
def refuse_deletion(request, instances):
    """Refuse to delete a reference that is in use, and say where."""
    return _refuse(request, instances)


@hooks.register("before_bulk_action")
def refuse_bulk_deletion(request, action_type, objects, action):
    """Refuse the same in the listing's bulk action."""
    return _refuse(request, objects) if action_type == "delete" else None
