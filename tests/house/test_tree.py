"""What may stand in the tree: no machine's paths, no registry's address, locks with hashes."""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from tests.house.tree import CHECKOUT, tracked

LOCKS = sorted((CHECKOUT / "locks").glob("*.txt"))
PROJECT = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))
# Written apart so that this file does not name them.
MACHINE = re.compile("|".join(f"/{folder}/" for folder in ("root", "work", "farm")) + "|/tmp/" + "bash")
REGISTRY = re.compile(
    "--(extra-)?index" + "-url|--find" + r"-links[ =]|pypi\." + r"org|registry\." + r"npmjs|pythonhosted\." + "org"
)


def locked(lock: Path) -> dict[str, str]:
    """The packages of a lock and the text of each one's entry."""
    entries = re.split(r"\n(?=\S)", lock.read_text(encoding="utf-8"))
    return {canonicalize_name(entry.split("==")[0]): entry for entry in entries if "==" in entry}


@pytest.mark.parametrize("pattern", [MACHINE, REGISTRY], ids=["machine path", "registry address"])
def test_no_tracked_file_names_a(pattern: re.Pattern[str]) -> None:
    found = []
    for path in tracked():
        text = path.read_text(encoding="utf-8", errors="replace")
        found += [f"{path.relative_to(CHECKOUT)}: {hit[0]}" for hit in pattern.finditer(text)]
    assert found == []


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.stem)
def test_every_locked_package_has_its_hashes(lock: Path) -> None:
    entries = locked(lock)
    assert entries
    assert [name for name, entry in entries.items() if "--hash=sha256:" not in entry] == []


@pytest.mark.parametrize("lock", ["runtime", "dev"])
def test_the_lock_holds_what_the_project_asks_for(lock: str) -> None:
    entries = locked(CHECKOUT / "locks" / f"{lock}.txt")
    for line in PROJECT["project"]["dependencies"]:
        wanted = Requirement(line)
        entry = entries[canonicalize_name(wanted.name)]
        version = re.match(r"\S+==([^\s;\\]+)", entry)
        assert version, line
        assert wanted.specifier.contains(version[1]), line


def test_the_development_lock_is_the_runtime_lock_and_more() -> None:
    runtime, dev = (locked(CHECKOUT / "locks" / f"{name}.txt") for name in ("runtime", "dev"))
    versions = re.compile(r"\S+==[^\s;\\]+")
    assert {versions.match(entry)[0] for entry in runtime.values()} <= {  # type: ignore[index]
        versions.match(entry)[0]
        for entry in dev.values()  # type: ignore[index]
    }


BUILD_TOOLS = {"lemminflect", "pint"}
"""What only the build_*.py modules import, which write the indexes that ship as data."""


def imported(folder: Path) -> dict[str, str]:
    """The outside packages that the modules of a folder import, each with one place that does."""
    found: dict[str, str] = {}
    for path in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) and not node.level else []
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else names
            for top in (name.split(".")[0] for name in names):
                if top not in sys.stdlib_module_names and top != "figurecheck":
                    found[top] = f"{path.relative_to(CHECKOUT)}:{node.lineno}"
    return found


def test_every_import_is_a_declared_dependency() -> None:
    extras = PROJECT["project"].get("optional-dependencies", {}).values()
    lines = [*PROJECT["project"]["dependencies"], *(line for extra in extras for line in extra)]
    declared = {canonicalize_name(Requirement(line).name) for line in lines}
    homes = packages_distributions()
    undeclared = {
        top: place
        for top, place in imported(CHECKOUT / "service").items()
        if not declared.intersection(map(canonicalize_name, homes.get(top, ()))) and top not in BUILD_TOOLS
    }
    assert undeclared == {}


def test_every_declared_dependency_is_imported() -> None:
    homes = packages_distributions()
    used = {canonicalize_name(name) for top in imported(CHECKOUT / "service") for name in homes.get(top, ())}
    declared = {canonicalize_name(Requirement(line).name) for line in PROJECT["project"]["dependencies"]}
    assert declared - used == set()


def test_no_set_is_joined_with_a_view_of_keys_where_code_is_compiled() -> None:
    """`frozenset | keys` is a set whatever its type says, and compiled code refuses what is not of its type."""
    found = []
    for path in sorted((CHECKOUT / "service/figurecheck/extraction").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            sides = (node.left, node.right) if isinstance(node, ast.BinOp) else ()
            views = [
                side.func.attr for side in sides if isinstance(side, ast.Call) and isinstance(side.func, ast.Attribute)
            ]
            found += [f"{path.name}:{node.lineno}" for name in views if name in {"keys", "items"}]
    assert found == []
