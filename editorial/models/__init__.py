"""The records of editorial work; each has a file of its own here."""
