"""What editors may use in the text fields of blocks."""

INLINE = ["bold", "italic", "link", "superscript", "subscript", "citation"]
TEXT = [*INLINE, "ol", "ul", "document-link"]
