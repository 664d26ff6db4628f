"""All lines, in the order of the sheet."""

from editorial.standards.lines import access, instruments, nhs, openness, pif
from editorial.standards.lines.line import Line

LINES: tuple[Line, ...] = (
    *nhs.LINES,
    *pif.LINES,
    *openness.LINES,
    *access.LINES,
    *instruments.LINES,
)
