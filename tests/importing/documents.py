"""Word files made in code: parts and relations, zipped as Word zips them."""

from dataclasses import dataclass, field
from html import escape
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from PIL import Image

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = " ".join(
    f'xmlns:{prefix}="{address}"'
    for prefix, address in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": OFFICE,
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
        "b": "http://schemas.openxmlformats.org/officeDocument/2006/bibliography",
    }.items()
)


@dataclass
class Parts:
    """What a file has beside its text: XML or bytes by name, and links by id."""

    styles: str = ""
    numbering: str = ""
    footnotes: str = ""
    endnotes: str = ""
    comments: str = ""
    header: str = ""
    sources: str = ""
    pictures: dict[str, bytes] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)
    outside: dict[str, str] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)


def docx(body: str, parts: Parts | None = None, *, root: str = NAMESPACES) -> bytes:
    """Give a .docx file with this content of `w:body`."""
    parts = parts or Parts()
    files: dict[str, bytes] = {
        "[Content_Types].xml": b"<Types/>",
        "_rels/.rels": _relations([("rId1", "officeDocument", "word/document.xml")]),
        "word/document.xml": _xml("document", f"<w:body>{body}</w:body>", root),
    }
    relations: list[tuple[str, ...]] = []
    for name in ("styles", "numbering", "footnotes", "endnotes", "comments"):
        if content := getattr(parts, name):
            files[f"word/{name}.xml"] = _xml(name, content)
            relations.append((name, name, f"{name}.xml"))
    if parts.header:
        files["word/header1.xml"] = _xml("hdr", parts.header)
        relations.append(("header", "header", "header1.xml"))
    if parts.sources:
        text = f"<b:Sources {NAMESPACES}>{parts.sources}</b:Sources>"
        files["customXml/item1.xml"] = text.encode()
        relations.append(("sources", "customXml", "../customXml/item1.xml"))
    for name, data in parts.pictures.items():
        files[f"word/media/{name}"] = data
        relations.append((name, "image", f"media/{name}"))
    for id, target in parts.links.items():
        relations.append((id, "hyperlink", target, "External"))
    for id, target in parts.outside.items():
        relations.append((id, "image", target, "External"))
    files["word/_rels/document.xml.rels"] = _relations(relations)
    return archive(files | parts.files)


def archive(files: dict[str, bytes]) -> bytes:
    """Give files as a ZIP archive."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as zipped:
        for name, data in files.items():
            zipped.writestr(name, data)
    return out.getvalue()


def p(*content: str, style: str = "", properties: str = "") -> str:
    """Give a paragraph; content that is no XML is one run of text."""
    if style:
        properties = f'<w:pStyle w:val="{style}"/>{properties}'
    inner = "".join(each if each.startswith("<") else r(each) for each in content)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def r(text: str, properties: str = "") -> str:
    """Give a run; `properties` are like "<w:b/>"."""
    words = f'<w:t xml:space="preserve">{escape(text, quote=False)}</w:t>'
    return f"<w:r><w:rPr>{properties}</w:rPr>{words}</w:r>"


def item(text: str, list_id: str = "1", level: int = 0) -> str:
    """Give an item of a list."""
    return p(
        text,
        properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/>'
        "</w:numPr>",
    )


def complex_field(code: str, *shown: str, data: str = "", pieces: int = 1) -> str:
    """Give a field whose code is split over several runs, and what it shows."""
    size = -(-len(code) // pieces)
    codes = "".join(
        f'<w:r><w:instrText xml:space="preserve">{escape(code[at : at + size])}'
        "</w:instrText></w:r>"
        for at in range(0, len(code), size)
    )
    packed = f"<w:fldData>{data}</w:fldData>" if data else ""
    inner = "".join(each if each.startswith("<") else r(each) for each in shown)
    return (
        f'<w:r><w:fldChar w:fldCharType="begin">{packed}</w:fldChar></w:r>{codes}'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{inner}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def note_mark(id: int, kind: str = "footnote") -> str:
    """Give the mark of a note."""
    return f'<w:r><w:{kind}Reference w:id="{id}"/></w:r>'


def note(id: int, *content: str, kind: str = "footnote") -> str:
    """Give a note, for `Parts.footnotes` or `Parts.endnotes`."""
    return f'<w:{kind} w:id="{id}">{"".join(content)}</w:{kind}>'


def table(*rows: str, properties: str = "") -> str:
    """Give a table of rows."""
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr>{''.join(rows)}</w:tbl>"


def row(*cells: str, properties: str = "") -> str:
    """Give a row of cells; what is no XML becomes a cell."""
    inner = "".join(
        each if each.startswith("<w:tc>") else cell(p(each)) for each in cells
    )
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inner}</w:tr>"


def cell(*content: str, properties: str = "") -> str:
    """Give a cell."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(content)}</w:tc>"


def drawing(id: str, alt: str = "", attribute: str = "r:embed") -> str:
    """Give a run with a picture."""
    return (
        f'<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="{escape(alt)}"/>'
        "<a:graphic><a:graphicData><pic:pic><pic:blipFill>"
        f'<a:blip {attribute}="{id}"/></pic:blipFill></pic:pic></a:graphicData>'
        "</a:graphic></wp:inline></w:drawing></w:r>"
    )


def text_box(*content: str, fallback: str = "") -> str:
    """Give a run with a box of text, and what older programs show instead."""
    return (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:anchor>"
        f"<wps:wsp><wps:txbx><w:txbxContent>{''.join(content)}</w:txbxContent>"
        "</wps:txbx></wps:wsp></wp:anchor></w:drawing></mc:Choice><mc:Fallback>"
        f"<w:pict><v:textbox><w:txbxContent>{fallback or ''.join(content)}"
        "</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"
        "</w:r>"
    )


def style(id: str, name: str, properties: str = "", kind: str = "paragraph") -> str:
    """Give a style, for `Parts.styles`."""
    return (
        f'<w:style w:type="{kind}" w:styleId="{id}"><w:name w:val="{name}"/>'
        f"{properties}</w:style>"
    )


def numbered(list_id: str = "1", start: int = 1, format: str = "decimal") -> str:
    """Give the definition of a list, for `Parts.numbering`."""
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="{start if level == 0 else 1}"/>'
        f'<w:numFmt w:val="{format}"/><w:lvlText w:val="%1."/></w:lvl>'
        for level in range(4)
    )
    return (
        f'<w:abstractNum w:abstractNumId="{list_id}">{levels}</w:abstractNum>'
        f'<w:num w:numId="{list_id}"><w:abstractNumId w:val="{list_id}"/></w:num>'
    )


def png(colour: str = "red", size: int = 2) -> bytes:
    """Give a small picture."""
    out = BytesIO()
    Image.new("RGB", (size, size), colour).save(out, "PNG")
    return out.getvalue()


def _xml(name: str, content: str, root: str = NAMESPACES) -> bytes:
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f"<w:{name} {root}>{content}</w:{name}>"
    ).encode()


def _relations(rows: list[tuple[str, ...]]) -> bytes:
    relations = "".join(
        f'<Relationship Id="{id}" Type="{OFFICE}/{type}" Target="{escape(target)}"'
        + "".join(f' TargetMode="{each}"' for each in mode)
        + "/>"
        for id, type, target, *mode in rows
    )
    address = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{address}">{relations}</Relationships>'.encode()
