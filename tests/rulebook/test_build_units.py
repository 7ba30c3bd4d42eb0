"""The data file is what the installed quantulum3 and pint say."""

import json
import warnings
from functools import cache

import pytest

pytest.importorskip("pint")
with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # quantulum3 warns of its missing extra as it loads
    import quantulum3
    from quantulum3 import load

from figurecheck.rulebook.build_units import build_table, render, rows
from figurecheck.rulebook.sources import Sources
from figurecheck.rulebook.unit_tables import DATA
from figurecheck.rulebook.units import GLUED, UnitIndex

UNITS = "lexicon/en/units.toml"


def test_the_file_is_built_from_the_installed_version() -> None:
    assert json.loads(DATA.read_text("utf-8"))["quantulum3"] == quantulum3.__version__
    assert DATA.read_text("utf-8") == render(build_table())


def test_every_unit_has_quantulum3s_name_and_dimension(sources: Sources, units: UnitIndex) -> None:
    own = {entry["name"] for entry in sources.merged(UNITS)["unit"]}
    for name, unit in load.units().names.items():
        found = units.unit(name)
        assert found is None or name in own or found.dimension == unit.entity.name


def test_every_surface_resolves_to_a_unit_that_has_it(sources: Sources, units: UnitIndex) -> None:
    """But for the forms that units.toml drops, forbids or gives to a unit of its own."""
    rules = sources.merged(UNITS)
    own = {entry["name"] for entry in rules["unit"]} | set(rules["prefer"].values())
    for row in rows():
        for form in row["words"] if row["name"] not in rules["drop"]["units"] else ():
            found = units.match(form.split(), 0, GLUED)
            if form not in rules["never"]["forms"]:
                assert found is not None, form
                assert found[0].name in own or form in by_name(found[0].name), form


@cache
def by_name(name: str) -> frozenset[str]:
    return next(frozenset(row["words"]) for row in rows() if row["name"] == name)
