"""What happens to a page at the end of its workflow.

Wagtail imports this while it loads its own models: nothing here may import any.
"""

from django.core.exceptions import PermissionDenied
from wagtail.log_actions import log


def publish_approved(workflow_state, user=None) -> None:
    """Publish what was approved, at once or at its hour.

    Whoever approves needs no permission to publish. What lacks something else, such as
    the notice of a change, stays a draft, and its history says why.
    """
    page = workflow_state.content_object
    revision = page.get_latest_revision()
    # A workflow whose steps are all switched off ends at once, with its author.
    step = workflow_state.current_task_state
    is_approved = step is not None and step.status == step.STATUS_APPROVED
    try:
        revision.publish(user=user, skip_permission_checks=is_approved)
    except PermissionDenied as refusal:
        log(
            instance=page,
            action="editorial.held_back",
            revision=revision,
            data={"reason": str(refusal)},
        )
