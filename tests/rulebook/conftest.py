"""The shipped tables, read once."""

import pytest

from figurecheck.rulebook.sources import Sources, read
from figurecheck.rulebook.units import UnitIndex


@pytest.fixture(scope="session")
def sources() -> Sources:
    return read()


@pytest.fixture(scope="session")
def units(sources: Sources) -> UnitIndex:
    return UnitIndex.load(sources.merged("lexicon/en/units.toml"), sources.merged("lexicon/en/currencies.toml"))
