"""BibTeX's ways of writing, and how it is written."""

import pytest

from references.formats import bibtex
from references.formats.bibtex import latex


@pytest.mark.parametrize(
    ("written", "text"),
    [
        (r"{\"O}nnud{\'o}ttir", "Önnudóttir"),
        (r"{The {DNA} of} \textit{E. coli}", "The DNA of <i>E. coli</i>"),
        (r"{\em in vitro} and \textbf{not}", "<i>in vitro</i> and <b>not</b>"),
        (r"CO$_2$, 4$^{\textrm{th}}$", "CO<sub>2</sub>, 4<sup>th</sup>"),
        (r"$\alpha$ and $p<0.05$", "α and p<0.05"),
        ("50% of $5 to $10", "50% of $5 to $10"),
        (r"Oil \& Gas & more", "Oil & Gas & more"),
        ("a---b~c", "a—b c"),
    ],
)
def test_latex(written, text):
    assert latex.decode(written) == text


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ("@misc{a, title={T}, howpublished={\\url{https://example.org}}}", "webpage"),
        ("@misc{a, title={T}}", "document"),
        ("@mastersthesis{a, title={T}}", "thesis"),
        ("@article{a, title={T}, entrysubtype={newspaper}}", "article-newspaper"),
        ("@strange{a, title={T}, journal={J}}", "article-journal"),
    ],
)
def test_type(fields, kind):
    assert [each.item["type"] for each in bibtex.read(fields).records] == [kind]


def test_keys_are_unique():
    item = {"type": "book", "title": "T", "author": [{"family": "Ünal Ö"}]}
    text = bibtex.write(
        [item, item, item | {"id": "own:key"}, item | {"id": "own:key"}]
    )
    keys = [line[6:-1] for line in text.splitlines() if line.startswith("@book{")]
    assert keys == ["Unal", "Unal-2", "own:key", "own:key-2"]


def test_special_characters_are_escaped():
    item = {"id": "a", "type": "book", "title": "50% & {x} <i>y_z</i> \\input"}
    assert bibtex.write([item]) == (
        "@book{a,\n"
        r"  title = {{50\% \& \{x\} \textit{y\_z} \textbackslash{}input}},"
        "\n}\n"
    )
