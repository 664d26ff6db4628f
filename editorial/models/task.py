"""The steps of the review, as Wagtail's workflow runs them."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext_lazy as _
from wagtail.models import AbstractGroupApprovalTask

from editorial import readiness, review, reviewers
from editorial.models.reviewed import Reviewed
from editorial.review_form import SignOffForm


class EditorialCheckTask(AbstractGroupApprovalTask):
    """An editor looks whether a page is ready for a reviewer."""

    class Meta:
        verbose_name = _("editorial check")
        verbose_name_plural = _("editorial checks")

    def start(self, workflow_state, user=None):
        """Refuse what lacks a disclosure: `PermissionDenied` names whose."""
        readiness.check(workflow_state.content_object.get_latest_revision_as_object())
        return super().start(workflow_state, user=user)

    @classmethod
    def get_description(cls):
        """Say who acts here."""
        return _("An editor of the chosen groups checks the page.")


class MedicalReviewTask(AbstractGroupApprovalTask):
    """A named clinician, who is neither author nor in conflict, signs the page off."""

    class Meta:
        verbose_name = _("medical review")
        verbose_name_plural = _("medical reviews")

    def start(self, workflow_state, user=None):
        """Refuse what lacks a disclosure, also where no step came before."""
        readiness.check(workflow_state.content_object.get_latest_revision_as_object())
        return super().start(workflow_state, user=user)

    def get_actions(self, obj, user):
        """Offer the signature to those who may give it, and to them alone."""
        page = obj.specific
        if not isinstance(page, Reviewed):
            return super().get_actions(page, user)
        if not self._user_in_groups(user):
            return []
        changes = [("reject", _("Request changes"), True)]
        if reviewers.why_not(page.get_latest_revision_as_object(), user):
            return changes
        return [*changes, ("approve", _("Sign off"), True)]

    def get_form_for_action(self, action):
        """Ask what was checked before a signature."""
        if action == "approve":
            return SignOffForm
        return super().get_form_for_action(action)

    @transaction.atomic
    def on_action(self, task_state, user, action_name, **kwargs):
        """Sign, or send back.

        What the browser sent is validated here again: Wagtail's edit view hands it on
        unread. Raises `PermissionDenied` for whoever may not sign, and for a form that
        is not filled in.
        """
        page = task_state.workflow_state.content_object
        # Read anew, a workflow knows no more than that it is about some page.
        page = getattr(page, "specific", page)
        if action_name != "approve" or not isinstance(page, Reviewed):
            comment = str(kwargs.get("comment") or "")
            return super().on_action(task_state, user, action_name, comment=comment)
        form = SignOffForm(kwargs)
        if not form.is_valid():
            raise PermissionDenied(form.errors.as_text())
        if not self._user_in_groups(user):
            raise PermissionDenied
        review.sign_off(page, by=user, answers=form.cleaned_data)
        return super().on_action(
            task_state, user, action_name, comment=form.cleaned_data["comment"]
        )

    @classmethod
    def get_description(cls):
        """Say who acts here."""
        return _("A clinician of the chosen groups signs the page off.")
