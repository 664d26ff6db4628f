"""People as dots."""

import re

import pytest
from defusedxml import ElementTree
from hypothesis import example, given
from hypothesis import strategies as st

from blog.icon_array import MOST, has_part, icon_array, people_per_dot

groups = st.integers(1, MOST).flatmap(
    lambda total: st.tuples(st.integers(0, total), st.just(total))
)


def dots(svg, name, size="8"):
    """Give the centres of the dots of one class and size."""
    found = []
    for path in ElementTree.fromstring(svg):
        if (path.get("class"), path.get("stroke-width")) == (name, size):
            for x, y, length in re.findall(r"M(\d+) (\d+)h(\d+)", path.get("d")):
                places = range(int(x), int(x) + int(length), 10)
                found += [(place, int(y)) for place in places]
    return found


@given(groups)
@example((0, 1))
@example((1, MOST))
@example((MOST, MOST))
@example((1001, 1001))
def test_every_person_is_drawn_once(group):
    count, total = group
    svg = icon_array(count, total, "")
    scale = people_per_dot(total)
    hits, misses = dots(svg, "icons__hit"), dots(svg, "icons__miss")
    assert len(hits) == (-(-count // scale))
    assert len(hits) + len(misses) == -(-total // scale)
    assert len({*hits, *misses}) == len(hits) + len(misses)
    assert dots(svg, "icons__hole", "4") == (
        hits[-1:] if has_part(count, total) else []
    )
    assert dots(svg, "icons__hole", "6") == misses


@given(groups)
def test_dots_lie_within_the_picture(group):
    svg = icon_array(*group, "")
    _, _, width, height = map(int, ElementTree.fromstring(svg).get("viewBox").split())
    for x, y in dots(svg, "icons__hit") + dots(svg, "icons__miss"):
        assert 0 < x < width
        assert 0 < y < height


@given(groups)
@example((500, 1000))
@example((4999, MOST))
def test_a_picture_is_small_and_brings_no_style(group):
    svg = icon_array(*group, "label")
    assert len(svg) <= 12_000
    assert "style" not in svg


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"], max_codepoint=0xFFFD)))
@example("\"><script>alert('1')</script>&")
def test_the_label_is_escaped(label):
    svg = icon_array(1, 2, label)
    assert ElementTree.fromstring(svg).get("aria-label") == label
    assert "<script" not in svg


@pytest.mark.parametrize(
    ("total", "scale"), [(1, 1), (1000, 1), (1001, 2), (2001, 5), (MOST, 10)]
)
def test_large_groups_are_scaled(total, scale):
    assert people_per_dot(total) == scale


def test_a_few_of_very_many_are_still_seen():
    svg = icon_array(4, MOST, "")
    assert has_part(4, MOST)
    assert len(dots(svg, "icons__hit")) == 1


@pytest.mark.parametrize("group", [(-1, 10), (11, 10), (0, 0), (1, MOST + 1)])
def test_what_cannot_be_is_not_drawn(group):
    with pytest.raises(ValueError, match="cannot be drawn"):
        icon_array(*group, "")
