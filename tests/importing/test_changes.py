from dataclasses import replace

from editorial.comparison import Change
from importing.changes import compare
from importing.draft import Block, Draft

DRAFT = Draft(
    title="Waves",
    blocks=(
        Block("heading", {"level": "h2", "text": "At night"}),
        Block("paragraph", "<p>Slow waves come first.</p><p>Then fast ones.</p>"),
        Block("sign_off", {"text": "", "author": None, "name": "Jane Roe, MD"}),
        Block("notes", {"notes": ["<p>In adults.</p>"]}),
    ),
    printed=("Wong A. Slow waves. Brain Lett. 2013;1:2-3.",),
)


def changes(old, new):
    return [
        (each.change, "".join(piece.text for piece in each.pieces))
        for each in compare(old, new).passages
        if each.change is not Change.SAME
    ]


def test_the_same_manuscript_has_no_changes():
    assert changes(DRAFT, DRAFT) == []


def test_added_and_removed_passages_are_named():
    shorter = replace(DRAFT, blocks=DRAFT.blocks[:2], printed=())
    gone = [
        (Change.REMOVED, "Jane Roe, MD"),
        (Change.REMOVED, "In adults."),
        (Change.REMOVED, "Wong A. Slow waves. Brain Lett. 2013;1:2-3."),
    ]
    assert changes(DRAFT, shorter) == gone
    assert changes(shorter, DRAFT) == [(Change.ADDED, text) for _end, text in gone]


def test_words_that_changed_are_told_in_tables_too():
    def table(cell):
        value = {
            "caption": "<p>Doses</p>",
            "table": {
                "columns": [{"type": "text", "heading": "Low"}],
                "rows": [{"values": [f"<p>{cell} mg of it</p>"]}],
                "caption": "",
            },
            "row_headers": False,
            "note": "",
        }
        return Draft(blocks=(Block("table", value),))

    (passage,) = [
        each
        for each in compare(table("5"), table("10")).passages
        if each.change is not Change.SAME
    ]
    pieces = [(piece.change, piece.text.strip()) for piece in passage.pieces]
    assert pieces[:2] == [(Change.REMOVED, "5"), (Change.ADDED, "10")]
