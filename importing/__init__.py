"""Word, HTML and WordPress in: bytes to drafts, with a report."""
