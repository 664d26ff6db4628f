"""The views of the chooser."""

from django.http import JsonResponse
from django.urls import path
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import View
from wagtail.admin.ui.tables import Column, LiveStatusTagColumn
from wagtail.snippets.views.chooser import (
    ChooseResultsView,
    ChooseView,
    SnippetChooserViewSet,
    SnippetChosenMultipleView,
    SnippetChosenView,
    SnippetCreateView,
)

from references import marking, rewriting
from references.admin.chooser import recent
from references.admin.chooser.filtering import FilterForm
from references.admin.chooser.pasting import PasteOneForm
from references.citing.author_year import labels, short_name
from references.models import Reference

_MOST_DESCRIBED = 500


class _PasteFormMixin:
    def get_creation_form_kwargs(self):
        """Tell the form for whom it works."""
        return {**super().get_creation_form_kwargs(), "user": self.request.user}


class _ChosenMixin:
    """Answers with the short name by which a text shows it, and remembers it."""

    def get_chosen_response_data(self, item):
        """Add the short name."""
        recent.remember(self.request, [item.pk])
        data = super().get_chosen_response_data(item)
        return {**data, "name": short_name(item.item)}


class ReferenceChosenView(_ChosenMixin, SnippetChosenView):
    """What answers a click on one record."""


class ReferenceChosenMultipleView(_ChosenMixin, SnippetChosenMultipleView):
    """What answers the choice of several records."""


class _ListMixin:
    filter_form_class = FilterForm

    @cached_property
    def used(self):
        """The keys of the records that were used last."""
        return recent.used(self.request)

    @property
    def columns(self):
        """Say, before one is chosen, which are in trouble and which were used."""
        # Wagtail's own column of states asks the database for every row.
        kept = [
            each
            for each in super().columns
            if not isinstance(each, LiveStatusTagColumn)
        ]
        return [
            *kept,
            Column("status", label=_("Status"), accessor=self._status),
            Column("standing", label=_("Standing"), accessor=marking.words),
            Column("used", label=_("Used"), accessor=self._use),
        ]

    def apply_object_list_ordering(self, objects):
        """Put what was used last first; a search brings its own order."""
        return recent.first(objects, self.used)

    def _status(self, reference):
        return _("Live") if reference.live else _("Draft")

    def _use(self, reference):
        return _("Recently") if reference.pk in self.used else ""


class ReferenceChooseView(_ListMixin, _PasteFormMixin, ChooseView):
    """The dialog, with its tabs."""


class ReferenceChooseResultsView(_ListMixin, _PasteFormMixin, ChooseResultsView):
    """The list in the dialog."""


class ReferenceCreateView(_ChosenMixin, _PasteFormMixin, SnippetCreateView):
    """What takes the pasted text."""


class DescribedView(View):
    """Says in a line what each of the sources is that a text cites."""

    def get(self, request):
        """Give the lines by the keys that the address asks for."""
        asked = map(rewriting.key_of, request.GET.getlist("id")[:_MOST_DESCRIBED])
        records = Reference.objects.in_bulk([key for key in asked if key is not None])
        names = {key: labels({key: row.item})[key] for key, row in records.items()}
        lines = {
            key: " · ".join(
                filter(None, (names[key], row.plain_title, marking.words(row)))
            )
            for key, row in records.items()
        }
        return JsonResponse(lines)


class ReferenceChooserViewSet(SnippetChooserViewSet):
    """The chooser that fields, blocks and citations open."""

    choose_view_class = ReferenceChooseView
    choose_results_view_class = ReferenceChooseResultsView
    chosen_view_class = ReferenceChosenView
    chosen_multiple_view_class = ReferenceChosenMultipleView
    create_view_class = ReferenceCreateView
    creation_form_class = PasteOneForm
    creation_tab_label = gettext_lazy("Paste anything")
    create_action_label = gettext_lazy("Add")
    create_action_clicked_label = gettext_lazy("Looking it up…")
    preserve_url_parameters = ["multiple", "cited"]

    def get_urlpatterns(self):
        """Add what the marks in the text editor ask."""
        described = path("described/", DescribedView.as_view(), name="described")
        return [*super().get_urlpatterns(), described]
