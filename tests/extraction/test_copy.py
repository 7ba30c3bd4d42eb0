"""Copy as it comes: dashes, quotes, hidden characters, entities, markup, tables, wire style. Offsets always hold."""

import pytest
from tests.extraction.written import figures

from figurecheck.model import Figure, Format


def read(text: str, markup: Format = "text") -> list[Figure]:
    found = figures(text, markup)
    assert [figure.quote for figure in found] == [text[figure.start : figure.end] for figure in found]
    return found


def values(text: str, markup: Format = "text") -> list[tuple[float | None, str | None]]:
    return [(figure.quantity.stated, figure.subject.head) for figure in read(text, markup)]


@pytest.mark.parametrize("dash", ["-", "‐", "‑", "–", "—", "−"])
def test_a_range_is_written_with_any_dash(dash: str) -> None:
    (figure,) = read(f"Some 5{dash}7 people were hurt.")
    assert (figure.quantity.low, figure.quantity.high) == (5, 7)


@pytest.mark.parametrize("dash", ["-", "‐", "‑", "–"])
def test_an_age_is_written_with_any_dash(dash: str) -> None:
    (figure,) = read(f"A 14{dash}year{dash}old boy was hurt.")
    assert (figure.kind, figure.quantity.stated, figure.quantity.unit) == ("age", 14, "year")


@pytest.mark.parametrize("sign", ["-", "−", "–"])
def test_a_minus_is_any_of_its_signs(sign: str) -> None:
    (figure,) = read(f"It was {sign}30°C in Oslo.")
    assert figure.quantity.stated == -30


@pytest.mark.parametrize("text", ["“At least 10 people died,” he said.", "‘At least 10 people died’, he said."])
def test_curly_quotes_leave_a_figure_whole(text: str) -> None:
    assert [figure.quote for figure in read(text)] == ["At least 10 people"]


@pytest.mark.parametrize(
    "text",
    [
        "Some 1,2\u00ad00 peo\u00adple fled.",
        "Some 1,200\u200b people fled.",
        "\ufeffSome 1,200 people fled.",
        "Some \u202a1,200\u202c people fled.",
        "Some 1,200\u00a0people fled.",
        "Some\u2009 1,200 people fled.",
    ],
)
def test_what_is_not_seen_does_not_part_a_figure(text: str) -> None:
    assert values(text) == [(1200, "person")]


def test_ligatures_are_letters() -> None:
    assert values("Some 12 o\ufb03cers died.") == [(12, "officer")]


@pytest.mark.parametrize(
    ("text", "markup"),
    [
        ("<p>Some 1,<b>200</b> people fled.</p>", "html"),
        ("<p>Some <a href='/x'>1,200</a> people fled.</p>", "html"),
        ("<p>Some&nbsp;1,200&nbsp;people fled.</p>", "html"),
        ("<p>Some 1&#44;200 people fled.</p>", "html"),
        ("<p>Some 1,200<!-- 5 dead --> people fled.</p>", "html"),
        ("<script>var x = 12;</script><p>Some 1,200 people fled.</p>", "html"),
        ("Some **1,200** people fled.", "markdown"),
        ("Some 1,**200** people fled.", "markdown"),
        ("Some [1,200 people](http://example.com/7) fled.", "markdown"),
        ("1. Some 1,200 people fled.", "markdown"),
        ("- Some 1,200 people fled.", "markdown"),
        ("> Some 1,200 people fled.", "markdown"),
        ("# Some 1,200 people fled", "markdown"),
        ("Some 1,200 people fled. `x = 5`", "markdown"),
    ],
)
def test_markup_is_no_part_of_the_number(text: str, markup: Format) -> None:
    assert values(text, markup)[0] == (1200, "person")


def test_tokenised_wire_copy_reads_as_plain_copy() -> None:
    tokenised = read("The people 's bank lost $ 75 million , or 3.5 % , of its 1,200 clients ' money .")
    assert [figure.quantity.stated for figure in tokenised] == [75_000_000, 3.5, 1200]


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("KYIV, Oct 16 (Reuters) - Russia launched 84 drones.", ["84 drones"]),
        ("LONDON (AP) — Some 12 people died.", ["Some 12 people"]),
        ("By Ann Smith\nPublished 3:45 PM, 12 May 2020\n\nTwo men died.", ["Two men"]),
        ("Image 2 of 5: Rescue teams carry 12 bodies.", ["12 bodies"]),
        ("RT @desk24: 12 dead in blast https://t.co/a1b2c3", ["12 dead"]),
        ("(CNN) -- 12 people died.", ["12 people"]),
    ],
)
def test_datelines_bylines_captions_and_tweets_give_only_their_figures(text: str, quotes: list[str]) -> None:
    assert [figure.quote for figure in read(text)] == quotes
