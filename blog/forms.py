"""The form of an article in the admin."""

from images.forms import PicturesPageForm

# The rows of an article, by relation, and what each of them must name only once.
ROWS = {"authorships": "author", "further_reading": "reference"}


class ArticlePageForm(PicturesPageForm):
    """An article, whose rows are found again when they are sent without their keys."""

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
