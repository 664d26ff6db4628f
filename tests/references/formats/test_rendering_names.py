"""Names: initials, particles, suffixes."""

import pytest

from references.formats.rendering.names import (
    Name,
    in_order,
    inverted,
    surname_first,
)


@pytest.mark.parametrize(
    ("value", "first", "turned", "ordered"),
    [
        (
            {"family": "Quill", "given": "Ada B."},
            "Quill AB",
            "Quill, A. B.",
            "A. B. Quill",
        ),
        ({"family": "Oake", "given": "TR"}, "Oake TR", "Oake, T. R.", "T. R. Oake"),
        ({"family": "OAKE", "given": "THOMAS"}, "OAKE T", "OAKE, T.", "T. OAKE"),
        ({"family": "Mire", "given": "J.-P."}, "Mire JP", "Mire, J.-P.", "J.-P. Mire"),
        ({"family": "Kim", "given": "Ji-hoon"}, "Kim JH", "Kim, J.-h.", "J.-h. Kim"),
        (
            {"family": "Orlov", "given": "Yu. M"},
            "Orlov YuM",
            "Orlov, Yu. M.",
            "Yu. M. Orlov",
        ),
        (
            {"family": "Sund", "given": "John, Jr."},
            "Sund J Jr",
            "Sund, J., Jr.",
            "J. Sund Jr.",
        ),
        (
            {"family": "Sund", "given": "J", "suffix": "III"},
            "Sund J III",
            "Sund, J., III",
            "J. Sund III",
        ),
        (
            {"family": "Voss", "given": "K", "non-dropping-particle": "van der"},
            "van der Voss K",
            "van der Voss, K.",
            "K. van der Voss",
        ),
        (
            {"family": "Voss", "given": "K", "dropping-particle": "von"},
            "Voss K von",
            "Voss, K. von",
            "K. von Voss",
        ),
        (
            {"family": "Voss", "given": "Karl von"},
            "Voss K von",
            "Voss, K. von",
            "K. von Voss",
        ),
        ({"family": "Arc", "non-dropping-particle": "d'"}, "d’Arc", "d’Arc", "d’Arc"),
        ({"family": "毛", "given": "泽东"}, "毛泽东", "毛泽东", "毛泽东"),
        ({"family": "Иванов", "given": "Иван"}, "Иванов И", "Иванов, И.", "И. Иванов"),
        ({"literal": "Example Clinic, Inc."}, *["Example Clinic, Inc."] * 3),
        ({"given": "Cher"}, "Cher", "Cher", "Cher"),
    ],
)
def test_names(value, first, turned, ordered):
    name = Name.read(value)
    assert surname_first(name) == first
    assert inverted(name) == turned
    assert in_order(name) == ordered


@pytest.mark.parametrize("value", [{}, {"family": ""}, {"family": 3}, "Quill", None])
def test_nobody(value):
    assert Name.read(value) is None
