"""HTML as a reader sees it."""

import pytest

from figurecheck.reading.projection import project


def quote(source: str, words: str) -> str:
    """The source of some words of the projection."""
    projection = project(source, "html")
    at = projection.text.index(words)
    start, end = projection.source(at, at + len(words))
    return source[start:end]


@pytest.mark.parametrize(
    ("source", "plain"),
    [
        ("<b>1</b>,200 people", "1,200 people"),
        ("<p>One.</p>\n  <p>Two.</p>", "One.\n\nTwo."),
        ("One<br>Two<br/>Three", "One\nTwo\nThree"),
        ("<p>12\npeople\r\n\tdied", "12 people   died"),
        ("5 &lt; 6 &amp; 7&nbsp;men", "5 < 6 & 7\xa0men"),
        ("AT&T and R&D spent &pound;5m", "AT&T and R&D spent £5m"),
        ("&#8220;84&#x201d; drones", "“84” drones"),
        ("3 < 4 and 5 > 2", "3 < 4 and 5 > 2"),
        ("<a href='https://a.b/2024/10?x=5>4'>84 drones</a>", "84 drones"),
        ("<img src=7.jpg alt='12 dead'>Nine", "Nine"),
        ("nine<img src=7.jpg>ten", "nine ten"),
        ("<p title=it's>8 men", "8 men"),
        ("<script>var a = '<p>9</p>';</script>8 men", "8 men"),
        ("<STYLE>p { margin: 9px }</STYLE>8 men", "8 men"),
        ("8 men<script>var a = 9", "8 men"),
        ("8<!-- 9 --> men<!--> <!---->here", "8 men here"),
        ("<!doctype html><?xml version='1.0'?>8 men", "8 men"),
        ("<template><p>9</p></template>8 men", "8 men"),
        ("<nav><ul><li>9 Things</li></ul></nav>8 men", "8 men"),
        ("<del>7</del> 8 men", "8 men"),
        ("<div hidden><div>9</div></div>8 men", "8 men"),
        ("<div style='display: none'>9</div>8 men", "8 men"),
        ("<p title='a hidden cost'>8 men", "8 men"),
        ("<nav>8 men", "8 men"),
        ("m<sup>2</sup>, 10<sup>6</sup>, 200<sup>3</sup> and 5<sup>th</sup>", "m², 10⁶, 200³ and 5th"),
        ("CO<sub>2</sub>", "CO2"),
        ("<pre>8 men\n9 women</pre>", "8 men\n9 women"),
        ("<ul><li>8 men<li>9 women</ul>", "8 men\n\n9 women"),
        ("8 men <b", "8 men <b"),
        ("8 men <b class='x&amp;y", "8 men <b class='x&y"),
        ("</p></td></table></h1></sup>8 men", "8 men"),
        ("<h1></h1><p></p>", ""),
        ("", ""),
    ],
)
def test_the_text_of_a_page(source: str, plain: str) -> None:
    assert project(source, "html").text == plain


def test_a_number_keeps_the_markup_inside_it_and_none_around_it() -> None:
    assert quote("<p><b>1</b>,200 people", "1,200") == "1</b>,200"
    assert quote("<p>some <b>1,200</b> people", "1,200") == "1,200"
    assert quote("<p>5&nbsp;million", "5\xa0million") == "5&nbsp;million"
    assert quote("<p>&pound;5m", "£5m") == "&pound;5m"


def test_a_heading_that_gives_the_title_again_is_not_read_twice() -> None:
    page = "<head><title>Nine dead in Ardmore | Wire</title></head><h1>Nine <i>dead</i> in Ardmore</h1><p>Police said."
    assert project(page, "html", "Nine dead in Ardmore").text == "Police said."
    assert project(page, "html").text == "Nine dead in Ardmore | Wire\n\nPolice said."
    assert project(page, "html", "Another title").text == "Nine dead in Ardmore\n\nPolice said."


def test_text_ahead_of_a_heading_that_goes_stays() -> None:
    page = "<p>Breaking<h1>Nine dead</h1><p>Police said."
    projection = project(page, "html", "Nine dead")
    assert projection.text == "Breaking\n\nPolice said."
    assert projection.source(10, 16) == (page.index("Police"), page.index("Police") + 6)
