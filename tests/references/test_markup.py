"""Markup in titles."""

import time

import pytest

from references.markup import clean, plain


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("p < 0.05 and q > 3", "p < 0.05 and q > 3"),
        ("a<b and c>d", "a<b and c>d"),
        ("for <5 years", "for <5 years"),
        ("<em>E. coli</em> &amp; <STRONG>x</STRONG>", "<i>E. coli</i> & <b>x</b>"),
        ("<jats:italic>z</jats:italic>", "<i>z</i>"),
        ("H<sub>2</sub>O", "H<sub>2</sub>O"),
        ("&lt;i&gt;y&lt;/i&gt;", "<i>y</i>"),
        ("&amp;lt;", "&lt;"),
        ("x<script>alert(1)</script>y", "xy"),
        ("<<b>script>alert(1)</script>", "<<b>script>alert(1)</b>"),
        ("<style>p {}</style>y", "y"),
        ("<img src=x onerror=alert(1)>hi", "hi"),
        ('<span style="font-variant: small-caps">a</span>', "a"),
        ("<mml:math><mml:mi>x</mml:mi></mml:math> test", "x test"),
        ("one<br/>two", "one two"),
        ("<b>open", "<b>open</b>"),
        ("close</b>", "close"),
        ("<i>a<b>b</i>c</b>", "<i>a<b>b</b></i>c"),
        ("<i></i>x", "x"),
        ("a\n \u00a0b\u200b\x00", "a b"),
        ("<![CDATA[a & b]]>", "a & b"),
    ],
)
def test_clean(text, cleaned):
    assert clean(text) == cleaned
    if "&" not in cleaned:
        assert clean(cleaned) == cleaned


@pytest.mark.parametrize(
    ("text", "stripped"),
    [("CO<sub>2</sub> &amp; x", "CO2 & x"), ("p < 0.05", "p < 0.05"), ("a<p>b", "a b")],
)
def test_plain(text, stripped):
    assert plain(text) == stripped


@pytest.mark.parametrize(
    "part", ["<a ", "<i>", "<!--", "<script", "<![CDATA[", "<a b=c ", "&", "<i> "]
)
def test_long_tricks_cost_little(part):
    start = time.process_time()
    clean(part * 5_000)
    assert time.process_time() - start < 2
