"""Records that, once written, stay as they are."""

from typing import NoReturn

from django.db import models


class RecordChanged(TypeError):
    """An attempt to change or delete what must stay on record."""


class RecordQuerySet(models.QuerySet):
    """Rows that are added and read."""

    def delete(self) -> NoReturn:
        """Refuse: records go only with the page that they are about."""
        raise RecordChanged

    def update(self, **kwargs) -> NoReturn:
        """Refuse."""
        raise RecordChanged


class Record(models.Model):
    """A row that is written once; `RecordChanged` when it is saved again or deleted."""

    objects = RecordQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args, **kwargs) -> None:
        """Write the row once."""
        if not self._state.adding:
            raise RecordChanged
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs) -> NoReturn:
        """Refuse."""
        raise RecordChanged
