"""Compound units by quantulum3's parser, and how seldom it is asked."""

import logging
import subprocess
import sys

from figurecheck.rulebook.compound import first_piece, parse_compound
from figurecheck.rulebook.units import UnitIndex

ORDINARY = """
import sys
from figurecheck.rulebook.sources import read
from figurecheck.rulebook.units import UnitIndex
s = read()
units = UnitIndex.load(s.merged("lexicon/en/units.toml"), s.merged("lexicon/en/currencies.toml"))
words = "120 km/h and/or 24/7 AC/DC kg/m3 mg/L $5 a barrel tonnes of CO2/yr in 2024/25 he/she W/m2".split()
for i in range(len(words)):
    units.match(words, i)
    units.match_rate(words[i])
print("quantulum3" in sys.modules, "pint" in sys.modules)
"""


def test_ordinary_copy_never_loads_quantulum3() -> None:
    run = subprocess.run([sys.executable, "-c", ORDINARY], capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["False", "False"]


def test_only_formulas_are_asked_about() -> None:
    for word in ("and/or", "he/she", "km/h", "mg/L", "24/7", "CO2", "A/B", "x" * 60 + "/m2"):
        assert first_piece(word) is None
    assert first_piece("W/m2/K") == "W"


def test_a_compound_has_quantulum3s_name_and_the_factor_of_its_parts(units: UnitIndex) -> None:
    unit, per = units.match_rate("kW/m2/h") or (None, None)
    assert unit is not None
    assert (unit.name, per) == ("kilowatt per square metre per hour", None)
    assert unit.factor is not None
    assert float(unit.factor) == 1000 / 3600


def test_quantulum3_leaves_the_process_logging_alone() -> None:
    before = list(logging.getLogger().handlers)
    parse_compound("km/s2")
    assert logging.getLogger().handlers == before


def test_what_quantulum3_cannot_read_is_no_unit() -> None:
    assert parse_compound("qq/zz2") is None
