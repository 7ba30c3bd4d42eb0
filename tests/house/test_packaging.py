"""What is shipped: a wheel with its rules, and an editable install that reads the checkout's."""

import shutil
import sys
import venv
from pathlib import Path
from zipfile import ZipFile

import pytest
from tests.house.tree import CHECKOUT, run, tracked

RULES = sorted(path.relative_to(CHECKOUT / "rules") for path in (CHECKOUT / "rules").rglob("*") if path.is_file())
PROBE = "from figurecheck.rulebook import load_rulebook; print(load_rulebook().hash)"


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A clean copy of the tree, so that no build folder is written into this one."""
    copy = tmp_path_factory.mktemp("checkout")
    for path in tracked():
        target = copy / path.relative_to(CHECKOUT)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, target)
    return copy


@pytest.fixture(scope="module")
def wheel(checkout: Path) -> Path:
    """The wheel, built with the build tools of the lock."""
    run(
        sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation",
        "--wheel-dir", "dist", ".", cwd=checkout,
    )  # fmt: skip
    [built] = (checkout / "dist").glob("*.whl")
    return built


@pytest.fixture
def neighbour(tmp_path: Path) -> Path:
    """A fresh virtual environment without figurecheck that borrows this one's dependencies; its python.

    Stands in for an install of the lock, which the image's test does in full.
    """
    environment = tmp_path / "venv"
    venv.create(environment, with_pip=True)
    [site] = environment.glob("lib/python*/site-packages")
    [ours] = [Path(entry) for entry in sys.path if entry.startswith(sys.prefix) and entry.endswith("site-packages")]
    borrowed = site / "borrowed"
    borrowed.mkdir()
    for package in ours.iterdir():
        if "figurecheck" not in package.name and package.suffix != ".pth":
            (borrowed / package.name).symlink_to(package)
    (site / "borrowed.pth").write_text(str(borrowed))
    return environment / "bin" / "python"


def rules_hash(python: Path, folder: Path) -> str:
    """The hash of the rules that the figurecheck installed beside this python has in force."""
    return run(python, "-c", PROBE, cwd=folder).strip()


def test_the_wheel_carries_every_rules_file(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        inside = set(archive.namelist())
    assert RULES
    assert [str(path) for path in RULES if f"figurecheck/_rules/{path}" not in inside] == []


def test_the_wheel_carries_no_test_and_no_corpus(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        tops = {name.split("/")[0] for name in archive.namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"figurecheck"}


def test_wheel_and_editable_install_have_the_same_rules_in_force(
    wheel: Path, checkout: Path, neighbour: Path, tmp_path: Path
) -> None:
    pip = (neighbour, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--no-build-isolation")
    run(*pip, wheel, cwd=tmp_path)
    from_wheel = rules_hash(neighbour, tmp_path)
    assert "check" in run(neighbour.parent / "figurecheck", "--help", cwd=tmp_path)
    migrated = run(neighbour.parent / "figurecheck", "corpus", "upgrade", "--database", "sqlite:///c.db", cwd=tmp_path)
    assert migrated == "c.db: up to date\n"
    run(neighbour, "-m", "pip", "uninstall", "--quiet", "--yes", "figurecheck", cwd=tmp_path)
    run(*pip, "--editable", checkout, cwd=tmp_path)
    assert rules_hash(neighbour, tmp_path) == from_wheel
    assert "check" in run(neighbour.parent / "figurecheck", "--help", cwd=tmp_path)


def test_an_editable_install_reads_the_checkouts_rules(checkout: Path, neighbour: Path, tmp_path: Path) -> None:
    run(
        neighbour, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--no-build-isolation",
        "--editable", checkout, cwd=tmp_path,
    )  # fmt: skip
    before = rules_hash(neighbour, tmp_path)
    tolerance = checkout / "rules" / "tolerance.toml"
    kept = tolerance.read_bytes()
    try:
        tolerance.write_bytes(kept + b"\n# a desk was here\n")
        assert rules_hash(neighbour, tmp_path) != before
    finally:
        tolerance.write_bytes(kept)
