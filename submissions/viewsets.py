"""Guest submissions in the admin: listed, invited, and each with a page of its own."""

from typing import Any

import django_filters
from django.db.models import F
from django.forms import RadioSelect
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet

from submissions import inviting
from submissions.forms import InvitationForm
from submissions.models import ChangeProposal, State, Submission, Turn


class SubmissionFilterSet(WagtailFilterSet):
    """Filters of the list."""

    state = django_filters.ChoiceFilter(
        label=_("State"), choices=State.choices, widget=RadioSelect
    )
    turn = django_filters.ChoiceFilter(
        label=_("Whose turn"),
        choices=Turn.choices,
        method="filter_turn",
        widget=RadioSelect,
    )
    overdue = django_filters.ChoiceFilter(
        label=_("Due"),
        choices=[("overdue", _("The day is past"))],
        method="filter_overdue",
        widget=RadioSelect,
    )
    proposals = django_filters.ChoiceFilter(
        label=_("Proposed changes"),
        choices=[("waiting", _("Some wait for a decision"))],
        method="filter_proposals",
        widget=RadioSelect,
    )

    class Meta:
        model = Submission
        fields = ["state", "turn", "overdue", "proposals"]

    def filter_turn(self, queryset, name, value):
        """Leave those in which one side is to act."""
        return queryset.waiting_for(Turn(value))

    def filter_overdue(self, queryset, name, value):
        """Leave those whose day is past."""
        return queryset.overdue(timezone.localdate())

    def filter_proposals(self, queryset, name, value):
        """Leave those of which an author proposed a change."""
        waiting = ChangeProposal.objects.waiting()
        return queryset.filter(pk__in=waiting.values("submission"))


class SubmissionIndexView(generic.IndexView):
    """All submissions, those that are due first at the top."""

    any_permission_required = ["view"]
    default_ordering = "due_on"
    add_item_label = _("Invite a guest")

    def order_queryset(self, queryset):
        """Put those without a day last, on every database."""
        if self.ordering == "due_on":
            return queryset.order_by(F("due_on").asc(nulls_last=True), "pk")
        return super().order_queryset(queryset)

    def get_base_queryset(self):
        """Load guests and editors with them."""
        return super().get_base_queryset().select_related("guest", "editor")


class InviteView(generic.CreateView):
    """The form of an invitation."""

    page_title = _("Invite")
    page_subtitle = _("A guest who writes")
    success_message = _("%(object)s: the invitation is on its way.")
    error_message = _("Not sent yet: look at what is marked.")
    submit_button_label = _("Send the invitation")

    def save_instance(self) -> Submission:
        """Invite, through the one door."""
        data = self.form.cleaned_data
        return inviting.invite(
            email=data["email"],
            name=data["name"],
            topic=data["topic"],
            brief=data["brief"],
            due_on=data["due_on"],
            language=data["language"],
            letter=self.form.letter,
            by=self.request.user,
        )

    def get_success_message(self, instance: Submission) -> str:
        """Name the topic."""
        return self.success_message % {"object": instance}

    def get_success_buttons(self) -> list[Any]:
        """Offer no edit."""
        return []


def _address(submission: Submission) -> str:
    return reverse("submissions_submission", args=[submission.pk])


def _day(submission: Submission) -> str:
    return date_format(submission.due_on, "j F Y") if submission.due_on else "–"


class SubmissionViewSet(ModelViewSet):
    """Submissions are listed and begun here; what comes then has pages of its own."""

    model = Submission
    name = "submissions"
    url_prefix = "submissions"
    icon = "mail"
    menu_label = _("Guest submissions")
    menu_order = 256
    add_to_admin_menu = True
    index_view_class = SubmissionIndexView
    add_view_class = InviteView
    filterset_class = SubmissionFilterSet
    search_fields = ["topic", "guest__name", "guest__email"]
    copy_view_enabled = False
    list_display = [
        TitleColumn("topic", label=_("Topic"), get_url=_address, sort_key="topic"),
        Column("guest", label=_("Guest"), sort_key="guest__name"),
        Column("get_state_display", label=_("State"), sort_key="state"),
        Column("turn", label=_("Whose turn"), accessor=lambda each: each.turn.label),
        Column("due_on", label=_("Due on"), accessor=_day, sort_key="due_on"),
        Column("editor", label=_("Editor")),
    ]
    list_export = [
        "topic",
        "guest",
        "get_state_display",
        "due_on",
        "editor",
        "created_at",
    ]

    def get_form_class(self, for_update=False):
        """Give the form of an invitation."""
        return InvitationForm

    def get_urlpatterns(self):
        """Leave out the addresses that would change a state past its checks."""
        kept = {"index", "index_results", "add"}
        return [each for each in super().get_urlpatterns() if each.name in kept]
