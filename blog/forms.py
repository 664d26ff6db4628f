"""The form of an article in the admin."""

from django.utils.translation import gettext as _

from editorial import publishing, readiness
from editorial.models.reviewed import NOTICE
from images.forms import PicturesPageForm

# The rows of an article, by relation, and what each of them must name only once.
ROWS = {"authorships": "author", "further_reading": "reference"}


class ArticlePageForm(PicturesPageForm):
    """An article, whose rows are found again when they are sent without their keys."""

    def is_valid(self):
        """Ask, on submission and publication, for what others are owed."""
        valid = super().is_valid()
        if valid and "action-submit" in self.data:
            for obstacle in readiness.obstacles(self._as_sent()):
                self.add_error(None, obstacle)
        if valid and "action-publish" in self.data:
            page = self._as_sent()
            if refused := publishing.refusal(page):
                self.add_error(None, refused)
                if page.live:
                    self._ask_for_notice()
        return valid and not self.errors

    def _as_sent(self):
        """Give the page as it would be saved, and leave this form's page as it is."""
        page = type(self.instance).from_serializable_data(
            self.instance.serializable_data(), check_fks=False
        )
        twin = type(self)(
            self.data, self.files, instance=page, parent_page=self.parent_page
        )
        if self.is_deferred_validation:
            twin.defer_required_fields()
        super(ArticlePageForm, twin).is_valid()
        return twin.save(commit=False)

    def _ask_for_notice(self):
        for name in NOTICE:
            if not self.cleaned_data[name].strip():
                self.add_error(name, _("Readers are told about each change."))

    def save(self, commit=True):
        """Join rows that name the same before the database would refuse them.

        What is sent before an autosave has answered does not know under which keys that
        autosave stored the rows.
        """
        page = super().save(commit=False)
        for relation, target in ROWS.items():
            rows = getattr(page, relation)
            rows.set(_joined(rows.all(), f"{target}_id"))
        if commit:
            page.save()
            self.save_m2m()
        return page


def _joined(rows, target):
    """Give one row for each target: as it was sent, under the key that is stored."""
    sent = {getattr(row, target): row for row in rows if row.pk is None}
    kept = []
    for row in rows:
        same = sent.get(getattr(row, target), row)
        if same is row:
            kept.append(row)
        else:
            same.pk = row.pk
    return kept
