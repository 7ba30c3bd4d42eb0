"""The Dockerfile: clean to its linter, and its own install steps work in an empty environment."""

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from sqlalchemy import make_url
from tests.house.tree import CHECKOUT, clean_environment

DOCKERFILE = CHECKOUT / "Dockerfile"
COMPILING = "HATCH_BUILD_HOOK_ENABLE_MYPYC"
"""What makes the build compile the reading of figures."""


def instructions(text: str) -> list[tuple[str, str]]:
    """The Dockerfile's instructions in order, continuation lines joined: (keyword, rest)."""
    joined = re.sub(r"\\\n\s*", "", text)
    lines = [line for line in joined.splitlines() if line.strip() and not line.startswith("#")]
    return [(keyword, rest) for keyword, _, rest in (line.strip().partition(" ") for line in lines)]


def build_stage(text: str) -> list[tuple[str, str]]:
    """The instructions of the first stage, up to the second FROM."""
    steps = instructions(text)
    ends = [place for place, (keyword, _) in enumerate(steps) if keyword == "FROM"]
    return steps[ends[0] + 1 : ends[1]]


def test_hadolint_finds_nothing() -> None:
    linter = Path(sys.prefix, "bin", "hadolint")
    done = subprocess.run([linter, DOCKERFILE], capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (0, ""), done.stdout + done.stderr


def test_the_image_runs_as_nobody_special_and_is_watched() -> None:
    steps = dict(instructions(DOCKERFILE.read_text(encoding="utf-8")))
    assert steps["USER"].split(":")[0] not in ("root", "0")
    assert "health" in steps["HEALTHCHECK"]


def test_the_base_is_pinned_to_a_patch_release() -> None:
    bases = [rest for keyword, rest in instructions(DOCKERFILE.read_text(encoding="utf-8")) if keyword == "FROM"]
    assert all(re.match(r"python:3\.\d+\.\d+-", base) for base in bases)


@pytest.mark.parametrize("compiled", [False, pytest.param(True, marks=pytest.mark.soak)])
def test_its_install_steps_make_a_working_command_in_an_empty_environment(tmp_path: Path, compiled: bool) -> None:
    source, prefix = tmp_path / "src", tmp_path / "figurecheck"
    source.mkdir()
    environment = clean_environment()
    environment["PATH"] = f"{Path(sys.prefix, 'bin')}:{environment['PATH']}"
    ours = {"VENV": str(prefix)} | ({} if compiled else {COMPILING: "0"})  # its compiler takes minutes
    for keyword, rest in build_stage(DOCKERFILE.read_text(encoding="utf-8")):
        if keyword == "ENV":
            environment |= dict(pair.split("=", 1) for pair in shlex.split(rest)) | ours
        elif keyword == "COPY":
            *names, target = shlex.split(rest)
            for name in names:
                copy(CHECKOUT / name, source / target, into=target.endswith("/"))
        elif keyword == "RUN":
            done = subprocess.run(["sh", "-c", rest], cwd=source, env=environment, capture_output=True, text=True)
            assert done.returncode == 0, f"{rest}\n{done.stdout}\n{done.stderr}"
    shutil.rmtree(source)
    done = subprocess.run(
        [prefix / "bin" / "figurecheck", "extract", "-"],
        input="Police said six people were killed.", capture_output=True, text=True, cwd=tmp_path, env=environment,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "six people" in done.stdout
    assert [*prefix.glob("lib/python*/site-packages/figurecheck/extraction/verbs.*.so")] != [] or not compiled


def copy(origin: Path, target: Path, *, into: bool) -> None:
    """COPY of one name: a folder's content, or a file, into a folder where the target ends in a slash."""
    if origin.is_dir():
        shutil.copytree(origin, target, ignore=shutil.ignore_patterns("__pycache__", ".mypy_cache"))
        return
    place = target / origin.name if into else target
    place.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(origin, place)


@pytest.fixture(scope="module")
def services() -> dict[str, dict[str, Any]]:
    """The services of the compose file."""
    found: dict[str, dict[str, Any]] = yaml.safe_load((CHECKOUT / "compose.yaml").read_text(encoding="utf-8"))
    return found["services"]


def test_compose_fits_the_schema_of_its_specification() -> None:
    validator = Path(sys.prefix, "bin", "check-jsonschema")
    command = [validator, "--builtin-schema", "vendor.compose-spec", "compose.yaml"]
    done = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_compose_publishes_on_loopback_only(services: dict[str, dict[str, Any]]) -> None:
    ports = [port for service in services.values() for port in service.get("ports", [])]
    assert ports
    assert all(port.startswith("127.0.0.1:") for port in ports)


def test_compose_keeps_its_corpus_in_a_pinned_postgresql(services: dict[str, dict[str, Any]]) -> None:
    assert re.fullmatch(r"postgres:\d+\.\d+-\w+", services["postgres"]["image"])
    ours = {name: service for name, service in services.items() if service["image"] == "figurecheck"}
    assert {"upgrade", "corpus", "figurecheck"} <= ours.keys()
    for service in ours.values():
        address = make_url(service["environment"]["FIGURECHECK_DATABASE"])
        assert (address.get_backend_name(), address.host) == ("postgresql", "postgres")
        assert address.username == services["postgres"]["environment"]["POSTGRES_USER"]
