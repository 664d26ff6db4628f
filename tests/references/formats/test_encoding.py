"""Bytes of reference files to text."""

import pytest

from references.formats import encoding

XML = '<?xml version="1.0" encoding="{}"?><x>é</x>'


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_text_is_decoded(codec):
    assert encoding.decode("TY  - é".encode(codec)) == "TY  - é"


@pytest.mark.parametrize("name", ["ISO-8859-2", "windows-1251", "UTF-8"])
def test_declared_encoding(name):
    text = XML.format(name).replace("é", "ő" if name == "ISO-8859-2" else "ж")
    assert encoding.decode(text.encode(name)) == text


@pytest.mark.parametrize("name", ["zip", "rot13", "unicode_escape", "no-such"])
def test_declared_encodings_of_other_kinds_are_ignored(name):
    assert encoding.decode(XML.format(name).encode()) == XML.format(name)


def test_bytes_of_no_encoding_become_replacement_characters():
    assert encoding.decode(b"a\x81\xff") == "a\ufffdÿ"


def test_a_file_that_is_too_large_is_refused(monkeypatch):
    monkeypatch.setattr(encoding, "MAX_BYTES", 2 * 1024 * 1024)
    with pytest.raises(encoding.TooLarge) as refusal:
        encoding.decode(bytes(5 * 1024 * 1024))
    assert str(refusal.value) == (
        "The file has 5 MB. At most 2 MB can be read at once; please split it."
    )
