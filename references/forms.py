"""The form of a record in the admin."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import WagtailAdminModelForm

from references import conversion, library
from references.models import Reference

EDITOR = "editor"
_COLUMNS = ("csl_type", *conversion.TEXTS, *conversion.DATES, *conversion.CUSTOM)


def lockable_fields() -> list[tuple[str, str]]:
    """Give the fields that a look-up may fill, by name and label."""
    labels = {field.name: field.verbose_name for field in Reference._meta.fields}
    return [(name, str(labels[name])) for name in (*_COLUMNS, "contributors")]


class ReferenceForm(WagtailAdminModelForm):
    """A record, of which each field remembers that an editor changed it."""

    locked_fields = forms.MultipleChoiceField(
        label=_("Locked against look-up"),
        choices=lockable_fields,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("A look-up or an import leaves these as they are."),
    )

    def save(self, commit=True):
        """Remember which fields the editor changed."""
        for name in self.changed_data:
            if name in dict(lockable_fields()):
                self.instance.provenance[name] = library.stamp(EDITOR)
        return super().save(commit=commit)
