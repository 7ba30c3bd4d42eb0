"""A real browser for the tests that need one; where there is none they are skipped."""

import shutil
import subprocess
import tempfile

import pytest

NAMES = ("chromium", "chromium-browser", "google-chrome")


def rendered(address: str) -> str:
    """The page of this address as it stands when its scripts have run, without a network beyond this machine."""
    program = next(filter(None, map(shutil.which, NAMES)), None)
    if program is None:
        pytest.skip("no Chromium on this machine: install Debian's chromium, or any of " + ", ".join(NAMES))
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        alone = [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
        ]
        command = [program, *alone, f"--user-data-dir={profile}", "--virtual-time-budget=10000", "--dump-dom", address]
        return subprocess.run(command, capture_output=True, text=True, timeout=180, check=True).stdout
