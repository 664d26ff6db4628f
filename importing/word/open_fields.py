"""Fields that are open in a paragraph: what they mean, and what they show."""

from xml.etree.ElementTree import Element

from django.utils.translation import gettext_noop as _

from importing.draft import Outcome
from importing.word import addresses, citations, fields
from importing.word.elements import is_on
from importing.word.fields import Field
from importing.word.nodes import BIBLIOGRAPHY, CONTENTS, Paragraph, Piece
from importing.word.writing import Writing

_TOC = {"TOC", "TOA", "INDEX"}


class OpenFields(Writing):
    """Follows fields from their first sign to their last; they may hold one another."""

    def unfinished(self) -> Paragraph | None:
        """Give the text that a field which never ended would have swallowed."""
        rest = "".join(self._swallowed)
        waiting = any(not field.shows for field in self._fields)
        return Paragraph([Piece(rest)]) if waiting and rest.strip() else None

    def _field_sign(self, sign: Element) -> None:
        match sign.get("w.fldCharType"):
            case "begin":
                data = [sign.findtext("w.fldData") or ""]
                if self._fields and not self._fields[-1].shows:
                    self._fields[-1].data += data
                box = sign.find("w.ffData/w.checkBox")
                if box is not None:
                    checked = is_on(box, "w.checked")
                    on = is_on(box, "w.default") if checked is None else checked
                    self._emit("☒" if on else "☐")
                self._fields.append(Field(data=data))
            case "separate" if self._fields and not self._fields[-1].shows:
                self._show(self._fields[-1])
            case "end" if self._fields:
                self._end_field()
                if not any(not field.shows for field in self._fields):
                    self._swallowed.clear()

    def _end_field(self) -> None:
        field = self._fields[-1]
        if not field.shows:
            self._show(field)
        if not field.has_shown:
            self._without_result(field)
        self._fields.pop()

    def _show(self, field: Field) -> None:
        """Settle what a field means; what follows is what it shows."""
        field.shows = True
        code = field.instruction
        field.kind = fields.kind(code)
        match field.kind:
            case "citation":
                if any(each.citation for each in self._fields) or self._base.citation:
                    return
                works = citations.of_field(code, field.data, self._source.works)
                raw = code if not any(field.data) else code + "".join(field.data)
                field.citation = self._source.collection.cite(
                    fields.tool(code), works, "", raw
                )
            case "bibliography":
                field.origin = BIBLIOGRAPHY
            case "HYPERLINK":
                field.link = self._target(fields.target(code))
            case "REF" if "\\h" in code:
                field.link = fields.target(code)
            case "SEQ":
                self._sequence = fields.sequence(code)
            case name if name in _TOC:
                field.origin = CONTENTS

    def _without_result(self, field: Field) -> None:
        """Show something for a field that shows nothing by itself."""
        if field.citation:
            self._emit("[?]")
        elif field.kind == "MACROBUTTON":
            self._emit(" ".join(field.instruction.split()[2:]))

    def _address(self, link: Element) -> str:
        relation = self._relations.get(link.get("r.id", ""))
        fragment = link.get("w.anchor", "")
        if relation is None:
            return f"#{fragment}" if fragment else ""
        target = relation.target
        if fragment and "#" not in target:
            target = f"{target}#{fragment}"
        return self._target(target)

    def _target(self, target: str) -> str:
        """Give where a link may lead; what cannot be kept is noted."""
        kept = addresses.kept(target)
        if target.strip("# ") and not kept:
            self._source.findings.add(
                "link",
                Outcome.LOST,
                _("The link leads nowhere on the web; its text was kept."),
                target,
            )
        return kept
