"""Contents and players."""

import pytest

from blog.contents import Section, contents
from blog.embeds import player_url


def test_contents_nest_subsections():
    rows = [("a" * 36, "h2", "One"), ("b" * 36, "h3", "Part"), ("c" * 36, "h2", "Two")]
    assert contents(rows) == [
        Section("section-aaaaaaaa", "One", [Section("section-bbbbbbbb", "Part")]),
        Section("section-cccccccc", "Two"),
    ]


@pytest.mark.parametrize(
    ("url", "player"),
    [
        (
            "https://www.youtube.com/watch?v=aB-1_2",
            "https://www.youtube-nocookie.com/embed/aB-1_2",
        ),
        ("https://youtu.be/aB1", "https://www.youtube-nocookie.com/embed/aB1"),
        ("https://vimeo.com/123", "https://player.vimeo.com/video/123?dnt=1"),
        ("https://example.org/watch?v=1", ""),
        ('https://youtu.be/"onload=', ""),
    ],
)
def test_player_url(url, player):
    assert player_url(url) == player
