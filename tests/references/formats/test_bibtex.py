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
        (r"\^{I}le, {\~n}, \=a, {\'{\i}}", "Île, ñ, ā, í"),
        ("``{A}'' --- ?`b?", "“A” — ¿b?"),
        (r"p {\textless} 0.05 \textgreater{} 0", "p < 0.05 > 0"),
        (r"\mbox{HIV} \enquote{cure} \textbeta", "HIV “cure” β"),
        (r"\href{https://example.org}{Site} \url{https://a.b}", "Site https://a.b"),
        (r"CD4$^+$ at 37$^{\circ}$C", "CD4<sup>+</sup> at 37°C"),
    ],
)
def test_latex(written, text):
    assert latex.decode(written) == text


def test_written_text_is_read_back():
    text = "Dashes -- and ``quotes'' and ?` and \\ and ~ and p < 0.05"
    assert latex.decode(latex.encode(text)) == text


@pytest.mark.parametrize(
    ("author", "people"),
    [
        (r'M{\\"u}ller, Anna', [{"family": "Müller", "given": "Anna"}]),
        (
            "van Dam, Jr, Group and {Acme and Co}",
            [
                {
                    "family": "Dam",
                    "given": "Group",
                    "suffix": "Jr",
                    "non-dropping-particle": "van",
                },
                {"literal": "Acme and Co"},
            ],
        ),
        ("Dam, {And}", [{"family": "Dam", "given": "And"}]),
    ],
)
def test_people(author, people):
    entry = f"@book{{a, title={{T}}, author={{{author}}}}}"
    assert [each.item["author"] for each in bibtex.read(entry).records] == [people]


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
