"""Bringing many references into the library at once, with a report of each.

Nothing is merged silently and nothing is lost: a record that is certainly there already
is brought up to date, one that only looks alike is added and named, and what could not
be read or stored stands in the report with its text.
"""

from references.importing.files import read_file, read_text
from references.importing.report import Outcome, Report, Row
from references.importing.writing import Run, write

__all__ = ["Outcome", "Report", "Row", "Run", "read_file", "read_text", "write"]
