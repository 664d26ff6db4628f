"""Places in stored content that point at records of the library.

Content is what a revision holds, or what the columns of a row hold: names of fields,
each with its value as JSON has it. A place knows the keys of the records that it points
at and puts others in their stead.
"""

from references.places.in_models import (
    in_columns,
    in_revision,
    may_point,
    text_columns,
)
from references.places.place import Path, Place

__all__ = [
    "Path",
    "Place",
    "in_columns",
    "in_revision",
    "may_point",
    "text_columns",
]
