"""Consistent articles raise nothing; with one number changed, the rule that watches it speaks.

Each article gives, a rule, the numbers that the rule watches: (rule, number as written, wrong numbers).
"""

from dataclasses import dataclass

import pytest

from figurecheck.checking import Accounts, check_account
from figurecheck.checking.registry import RULES
from figurecheck.matching import account
from figurecheck.model import Article, Flag
from figurecheck.rulebook import load_rulebook

BOOK = load_rulebook()
CODES = [code for code in RULES if code.startswith("FC2")]
RECALL = 0.9


@dataclass(frozen=True)
class Sample:
    """A consistent article and its mutations: the rule, what is replaced, and by what."""

    title: str
    text: str
    mutations: tuple[tuple[str, str, str], ...]
    published: str = "2031-06-14T08:00:00Z"


SAMPLES = (
    Sample(
        "Storm cuts power to 54,000 homes",
        "A winter storm cut power to 54,000 homes in Velmar on Friday, the utility said: 31,000 in the city and "
        "23,000 in the valley. Gusts touched 130 km/h (81 mph) at Cape Dorn. The storm crossed 500 miles (800 km)"
        " of sea in 20 hours.",
        (
            ("FC203", "31,000", "13,000"),
            ("FC203", "23,000", "32,000"),
            ("FC203", "54,000 homes in", "58,000 homes in"),
            ("FC206", "81 mph", "18 mph"),
            ("FC206", "130 km/h", "310 km/h"),
            ("FC206", "800 km", "8,000 km"),
            ("FC206", "500 miles", "600 miles"),
        ),
    ),
    Sample(
        "Arrests climb in Lorran county",
        "Police in Lorran made 1,600 arrests in the year to June, up 28 per cent from 1,250 in the previous 12 "
        "months. Of those arrested, 960, or 60 per cent, had been held before. The share that ended in a charge "
        "rose by three percentage points, from 18 per cent to 21 per cent.",
        (
            ("FC204", "28 per cent", "82 per cent"),
            ("FC204", "1,250", "1,520"),
            ("FC204", "three percentage", "seven percentage"),
            ("FC204", "21 per cent", "12 per cent"),
            ("FC213", "960", "690"),
            ("FC213", "60 per cent", "16 per cent"),
        ),
    ),
    Sample(
        "Rail trips jump",
        "Passengers made 25.2 million journeys on the trams in the year to August, up 16.7 per cent from 21.6 "
        "million. Fares brought in £47.9 million, an average of £1.90 a journey. Complaints halved, from 640 to "
        "322. The number of night trams has doubled to 48 from 24.",
        (
            ("FC204", "16.7", "61.7"),
            ("FC204", "21.6", "26.1"),
            ("FC211", "£1.90", "£9.10"),
            ("FC211", "£47.9", "£74.9"),
            ("FC208", "322", "422"),
            ("FC208", "640", "460"),
            ("FC208", "24.", "42."),
            ("FC208", "48 from", "84 from"),
        ),
    ),
    Sample(
        "Ames wins again in Milbrook",
        "Ames won a second term on Tuesday with 9,870 votes. Bell had 6,745 and Cole 2,318. In all, 18,933 "
        "ballots were cast, for a turnout of 58.2% of the town's 32,531 voters. The margin of 3,125 votes was the"
        " widest since 1998.",
        (
            ("FC212", "18,933", "13,893"),
            ("FC212", "3,125", "5,213"),
            ("FC212", "9,870", "19,870"),
            ("FC213", "58.2%", "85.2%"),
            ("FC213", "32,531", "23,531"),
        ),
    ),
    Sample(
        "Town remembers fire",
        "Bells rang on Saturday, June 14, 2031, to mark 25 years since the hall fire of June 14, 2006. It killed "
        "34 people. Sixteen of them were women and 18 were men. Some 700 people, half of the 1,400 villagers, "
        "stood in the square. The mayor, born in 1970, died on Monday aged 60.",
        (
            ("FC210", "25 years", "24 years"),
            ("FC210", "14, 2006", "14, 2005"),
            ("FC210", "aged 60", "aged 66"),
            ("FC210", "in 1970", "in 1907"),
            ("FC203", "18 were", "81 were"),
            ("FC203", "34 people", "43 people"),
            ("FC208", "1,400", "4,100"),
        ),
    ),
    Sample(
        "County to spend £17.6 million on its schools",
        "The county will spend £17.6 million on its schools. Of that, £7.9 million will go on roofs, £4.2 million"
        " on heating, £3.8 million on windows and the remaining £1.7 million on playgrounds. It will insulate 500"
        " huts for £3.5 million, or £7,000 a hut. The bond raises $84 million over 20 years, or an average of "
        "$4.2 million a year.",
        (
            ("FC201", "£17.6", "£16.7"),
            ("FC203", "£17.6", "£16.7"),
            ("FC203", "£7.9", "£9.7"),
            ("FC203", "£1.7", "£7.1"),
            ("FC203", "£4.2 million on heating", "£2.4 million on heating"),
            ("FC211", "£7,000", "£9,000"),
            ("FC211", "500 huts", "800 huts"),
            ("FC207", "$84", "$48"),
            ("FC207", "20 years", "30 years"),
            ("FC207", "$4.2 million a", "$2.4 million a"),
        ),
    ),
    Sample(
        "Ferry sinks off Port Ellan",
        "A ferry with 60 passengers, including 14 children, sank off Port Ellan on Tuesday. Divers found 12 of "
        "the 60 passengers. Asked who was to blame, 46% of islanders named the owner, 31% the weather and the "
        "remaining 23% the crew.",
        (
            ("FC209", "14 children", "84 children"),
            ("FC209", "12 of the", "72 of the"),
            ("FC205", "31% the", "13% the"),
            ("FC205", "23% the", "32% the"),
            ("FC205", "46% of", "64% of"),
        ),
    ),
    Sample(
        "Ostria launches drones",
        "Ostria launched 84 drones at Velmar overnight. The governor said the 84 drones came in three waves. The "
        "pump there moved 900 litres a second, or 3.24 million litres an hour.",
        (
            ("FC202", "the 84 drones", "the 48 drones"),
            ("FC207", "3.24", "4.23"),
            ("FC207", "900", "600"),
        ),
    ),
)
MUTATIONS = [(sample, *mutation) for sample in SAMPLES for mutation in sample.mutations]


def flags(sample: Sample, text: str) -> tuple[Flag, ...]:
    article = Article.model_validate({"id": "0", "title": sample.title, "text": text, "published": sample.published})
    return check_account(account(article, BOOK), Accounts(), BOOK, CODES).flags


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.title)
def test_a_consistent_article_raises_nothing(sample: Sample) -> None:
    assert [(flag.code, flag.message) for flag in flags(sample, sample.text)] == []


def test_every_arithmetic_rule_is_watched() -> None:
    assert {code for _, code, _, _ in MUTATIONS} == set(CODES)


@pytest.mark.parametrize("code", CODES)
def test_a_rule_finds_nine_of_ten_changed_numbers(code: str) -> None:
    mine = [(sample, old, new) for sample, watched, old, new in MUTATIONS if watched == code]
    missed = []
    for sample, old, new in mine:
        assert sample.text.count(old) == 1, f"{old!r} must stand once in {sample.title!r}"
        if code not in {flag.code for flag in flags(sample, sample.text.replace(old, new))}:
            missed.append(f"{sample.title}: {old} -> {new}")
    assert len(missed) <= (1 - RECALL) * len(mine), missed


def test_a_changed_number_raises_no_flag_on_figures_that_still_agree() -> None:
    loose = []
    for sample, code, old, new in MUTATIONS:
        raised = {flag.code for flag in flags(sample, sample.text.replace(old, new))}
        if len(raised - {code}) > 1:
            loose.append((sample.title, old, new, sorted(raised)))
    assert loose == []
