"""The documentation is true: what its pages show is what the program prints, and its Python runs."""

import re
from pathlib import Path
from runpy import run_path

import pytest
from tests.house.tree import CHECKOUT

DOCS = run_path(str(CHECKOUT / "docs" / "build.py"), run_name="docs")
PAGES: list[Path] = DOCS["PAGES"]
PYTHON = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!https?:|#)([^)#\s]+)")


def pages_with(pattern: re.Pattern[str]) -> list[Path]:
    return [path for path in PAGES if pattern.search(path.read_text(encoding="utf-8"))]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_shows_what_the_program_prints_today(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert DOCS["page"](text) == text, "run `make docs` and read what changed"


@pytest.mark.parametrize("path", pages_with(PYTHON), ids=lambda path: path.stem)
def test_the_python_of_a_page_prints_what_its_comments_say(
    path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(CHECKOUT)
    for block in PYTHON.findall(path.read_text(encoding="utf-8")):
        exec(compile(block, str(path), "exec"), {})
        said = [line.removeprefix("# ") for line in block.splitlines() if line.startswith("# ")]
        assert capsys.readouterr().out.splitlines() == said


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_links_between_pages_lead_somewhere(path: Path) -> None:
    links = LINK.findall(path.read_text(encoding="utf-8"))
    assert [link for link in links if not (path.parent / link).exists()] == []


def test_readme_has_two_main_commands() -> None:
    blocks = re.findall(r"^    (make \w+)", (CHECKOUT / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert blocks == ["make demo", "make test"]


def test_what_the_architecture_names_is_there() -> None:
    text = (CHECKOUT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    named = re.findall(r"`((?:rules|service|corpus|tests|docs|checking|reading|reporting)/[\w/.]*)`", text)
    assert named
    bases = (CHECKOUT, CHECKOUT / "service" / "figurecheck")
    missing = [name for name in named if "FCnnn" not in name and not any((base / name).exists() for base in bases)]
    assert missing == []


def test_every_room_stands_in_the_architecture() -> None:
    text = (CHECKOUT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    rooms = [path.parent.name for path in sorted((CHECKOUT / "service" / "figurecheck").glob("*/__init__.py"))]
    assert [room for room in rooms if f"`{room}/`" not in text] == []
