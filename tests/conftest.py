"""What all rooms' tests share: Hypothesis without clock-dependent failures, and the shared material where it stands."""

import os
import signal
from pathlib import Path

import pytest
from hypothesis import settings

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
