"""Whatever the text is, reading it never fails, gives wire-clean figures, and gives the same ones every time."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.extraction.wire import check_figures

from figurecheck import Article, extract
from figurecheck.model import Figure

_ODD = st.sampled_from(
    [
        "\ud800", "\udfff", "\0", "\u202e", "\u202c", "\u2066", "\ufeff", "\u00ad", "\u200b", "²", "³", "½",
        "⁄", "٣", "５", "１，０００", "Ⅻ", "𝟏𝟐", "㊿", "1", "1", "9,999,999", "0", "00", "0.000001", "1e9", "-", "−",
        "–", "—", "%", "‰", "$", "€", "US$", "£", "(", ")", "[", "]", "“", "”", "'", "’s", ",", ".", "...",
        "…", ":", ";", "/", "\n", "\r\n", "\t", "\u2028", "a", "an", "one", "half", "of", "the", "and", "to",
        "from", "between", "per", "a day", "ten", "million", "trillion", "dozens of", "at least", "up to",
        "more than", "or more", "times", "fold", "km", "people", "killed", "J. 5", "No. 7", "x 10 ^ 99",
        "3:45", "2020", "1990s", "3-1", "percent", "points", "year-old", "at", ".50", "left",
    ]
)  # fmt: skip
HOSTILE = st.lists(_ODD, max_size=25).flatmap(lambda parts: st.sampled_from(["", " "]).map(lambda gap: gap.join(parts)))


@given(HOSTILE)
def test_hostile_copy_is_read(text: str) -> None:
    check_figures(text, extract(text))


@given(st.text(st.characters(exclude_categories=()), max_size=80), st.integers(0, 10**27))
def test_any_characters_around_any_number_are_read(noise: str, number: int) -> None:
    half = len(noise) // 2
    text = f"{noise[:half]} {number} people {noise[half:]}"
    check_figures(text, extract(text))


@given(HOSTILE, st.sampled_from(["markdown", "html"]))
def test_hostile_markup_is_read(text: str, markup: str) -> None:
    source = f"<p>{text}\n\n|a|\n|-|\n|{text}|"
    check_figures(source, extract(Article.model_validate({"text": source, "format": markup})))


@pytest.mark.parametrize(
    "text",
    [
        "1" * 50_000,
        "," * 50_000,
        "(" * 50_000,
        "[1" * 10_000,
        "ten " * 10_000,
        "1." * 20_000,
        "1\0" * 10_000,
        "$" * 50_000,
    ],
    ids=lambda text: repr(text[:4]),
)
def test_long_runs_of_one_thing_are_read(text: str) -> None:
    check_figures(text, extract(text))


def test_minutes_without_an_hour_are_read() -> None:
    text = "The 12.5 left at .50 on Monday"
    check_figures(text, extract(text))


@pytest.mark.soak
@pytest.mark.parametrize("piece", ["1", ",", "(", "ten ", "word ", "At least 84 drones and 1,200 homes were hit, "])
def test_a_line_of_ten_megabytes_is_read(piece: str) -> None:
    text = (piece * (10_000_000 // len(piece) + 1))[:10_000_000]
    check_figures(text, extract(text))


@pytest.mark.parametrize(
    "text",
    [
        f"Some {10**24 + 1} people came.",
        "Some 2,000,000,000,000,000,000,000,000 people.",
        "Some " + "9" * 400 + " people.",
    ],
)
def test_beyond_ten_to_the_24th_is_no_figure(text: str) -> None:
    assert extract(text) == []


def test_ten_to_the_24th_is_a_figure() -> None:
    (figure,) = extract(f"Some scientists count {10**24} stars.")
    assert figure.quantity.stated == 10**24


_COPY = [
    "Russia launched 84 drones overnight. Of the 84, 36 were shot down, the air force said.",
    "Two boys, 5 and 7, were hurt; 12 others fled.",
    "The bank cut rates by a quarter point to 4.5%, down from 4.75%.",
    "Some 40 of the 90 passengers survived, among them four children.",
    "The toll rose to 53 from 34.",
]


def _reading(figure: Figure, shift: int) -> tuple[object, ...]:
    return figure.start - shift, figure.quote, figure.kind, figure.quantity, figure.subject


@pytest.mark.parametrize("paragraph", _COPY)
def test_a_paragraph_reads_the_same_among_others(paragraph: str) -> None:
    alone = [_reading(figure, 0) for figure in extract(paragraph)]
    for other in _COPY:
        text = f"{other}\n\n{paragraph}\n\n{other}"
        start = len(other) + 2
        inside = [f for f in extract(text) if start <= f.start < start + len(paragraph)]
        assert [_reading(figure, start) for figure in inside] == alone


_PROGRAM = """
import sys
from figurecheck import Article, extract
for figure in extract(Article(text=sys.argv[1], title="At least six dead", id="one")):
    print(figure.model_dump_json())
"""


def test_three_hash_seeds_give_the_same_bytes() -> None:
    source = Path(__file__).resolve().parents[2] / "service"
    text = "\n\n".join(
        [*_COPY, "It cost A$5m, or 3.5 pct, at 40 km/h and 12 psi.", "Five Iskander and three Kinzhal missiles."]
    )
    printed = {
        subprocess.run(
            [sys.executable, "-c", _PROGRAM, text],
            env={**os.environ, "PYTHONPATH": str(source), "PYTHONHASHSEED": seed},
            capture_output=True, check=True,
        ).stdout
        for seed in ("0", "1", "4242")
    }  # fmt: skip
    assert len(printed) == 1
    assert printed.pop().count(b"\n") > 15


@pytest.mark.parametrize(
    "text", ["\ud8005 people\udfff died.", "At least 5 \ud800 people", "Killed on \ud800Monday: 5 people"]
)
def test_lone_surrogates_are_read_and_written(text: str) -> None:
    article = Article(text=text, title="\ud800 5 dead")
    for figure in extract(article):
        figure.model_dump_json().encode()
    assert json.loads(article.model_dump_json())["text"] == text.replace("\ud800", "\ufffd").replace("\udfff", "\ufffd")


@pytest.mark.parametrize("last", ["Nine were hurt.", "14 were injured.", "Six died."])
@pytest.mark.parametrize("thing", ["24 ambulances", "24 buses", "212 assaults, up from 180", "24 cells"])
def test_a_short_sentence_is_read_behind_a_long_one(thing: str, last: str) -> None:
    text = f"All over the long valley of the river the people of the town counted as many as {thing}. {last}"
    check_figures(text, extract(text))
