"""What all rooms' tests share: Hypothesis without clock-dependent failures, the shared material, and databases."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from sqlalchemy import URL
from tests import postgres

# A runner started in the background ignores SIGINT, and its children inherit that: commands under test must not.
signal.signal(signal.SIGINT, signal.default_int_handler)

settings.register_profile("figurecheck", deadline=None, derandomize=True)
settings.load_profile("figurecheck")

CHECKOUT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def shared() -> Path:
    """The shared folder: $FIGURECHECK_SHARED, else the one beside the checkout; a test that needs it skips without."""
    folder = Path(os.environ.get("FIGURECHECK_SHARED") or CHECKOUT.parent / "shared")
    if not folder.is_dir():
        pytest.skip("no shared folder beside the checkout")
    return folder


@pytest.fixture(scope="session")
def server() -> Iterator[URL]:
    """A PostgreSQL server, one for each process that runs tests."""
    with postgres.server() as address:
        yield address


@pytest.fixture
def postgresql(server: URL) -> Iterator[str]:
    """The address of an empty PostgreSQL database."""
    with postgres.database(server) as address:
        yield address


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a corpus that is not there yet, on each of the databases."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'corpus.db'}"
    found: str = request.getfixturevalue("postgresql")
    return found
