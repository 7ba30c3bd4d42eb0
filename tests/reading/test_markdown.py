"""Markdown as a reader sees it."""

import pytest

from figurecheck.reading.markdown import first_heading
from figurecheck.reading.projection import project


def quote(source: str, words: str) -> str:
    """The source of some words of the projection."""
    projection = project(source, "markdown")
    at = projection.text.index(words)
    start, end = projection.source(at, at + len(words))
    return source[start:end]


@pytest.mark.parametrize(
    ("source", "plain"),
    [
        ("**1**,200 people", "1,200 people"),
        ("*about* __300__ drones", "about 300 drones"),
        ("5 * 3 and snake_case", "5 * 3 and snake_case"),
        ("[84 drones](https://a.b/2024/10 'at 5')", "84 drones"),
        ("[84 drones][1]\n\n[1]: https://a.b/2024", "84 drones"),
        ("![12 dead](https://a.b/90x90.jpg) Nine", "Nine"),
        ("[![12](a5.jpg)](b6) Nine", "Nine"),
        ("see <https://a.b/2024/10> for 8", "see for 8"),
        ("# Nine dead #\n\nPolice said.", "Nine dead\n\nPolice said."),
        ("Nine dead\n=========\nPolice said.", "Nine dead\n\nPolice said."),
        ("1. Nine men\n2. Ten women\n", "Nine men\n\nTen women"),
        ("- Nine men\n* Ten women\n", "Nine men\n\nTen women"),
        ("- [x] 9 men", "9 men"),
        ("> Nine\n> men", "Nine men"),
        ("Nine\n\n---\n\nTen", "Nine\n\nTen"),
        ("run `make -j4` now", "run now"),
        ("Nine\n\n```\n12 = x\n```\n\nTen", "Nine\n\nTen"),
        ("Nine\n\n    12 = x\n\nTen", "Nine\n\nTen"),
        ("~~7~~ 8 men", "8 men"),
        ("8 men[^1]\n\n[^1]: Of 12.", "8 men\n\nOf 12."),
        ("5 &lt; 6 &amp; 7&nbsp;men", "5 < 6 & 7\xa0men"),
        ("1\\. 5\\*3", "1. 5*3"),
        ("1\\.5 million", "1.5 million"),
        ("wrapped at\neighty columns", "wrapped at eighty columns"),
        ("a line  \nbroken", "a line\nbroken"),
        ("wrapped\r\nhere", "wrapped here"),
        ("<b>1</b>,200 people", "1,200 people"),
        ("<div>\n\nNine **men**\n\n</div>", "Nine men"),
        ("<script>\nvar a = 9\n</script>\n\nEight", "Eight"),
        ("$5 to $10 million", "$5 to $10 million"),
        ("---\ntitle: Nine\n---\nEight men", "Eight men"),
        ("", ""),
    ],
)
def test_the_text_of_markdown(source: str, plain: str) -> None:
    assert project(source, "markdown").text == plain


@pytest.mark.parametrize("lead", ["", "é — “quoted” 😀 ", "---\ntitle: é\n---\n", "\ud800 "])
def test_a_number_keeps_the_markup_inside_it_and_none_around_it(lead: str) -> None:
    assert quote(lead + "some **1**,200 people", "1,200") == "1**,200"
    assert quote(lead + "some **1,200** people", "1,200") == "1,200"
    assert quote(lead + "1\\.5 million", "1.5 million") == "1\\.5 million"
    assert quote(lead + "[84 drones](u5) and 7&nbsp;men", "7\xa0men") == "7&nbsp;men"


def test_the_first_heading_is_left_out_where_it_gives_the_title() -> None:
    assert project("# Nine **dead**\n\nPolice said.", "markdown", "Nine dead").text == "Police said."
    assert project("# Nine dead\n\nPolice said.", "markdown", "Ten dead").text == "Nine dead\n\nPolice said."


@pytest.mark.parametrize(
    ("source", "heading"),
    [
        ("# Nine *dead* & `x`\n\nPolice", "Nine dead & x"),
        ("Nine dead\n===\n", "Nine dead"),
        ("Police\n\n# Nine dead", ""),
        ("## Nine dead", ""),
        ("", ""),
    ],
)
def test_the_heading_a_text_begins_with(source: str, heading: str) -> None:
    assert first_heading(source) == heading
