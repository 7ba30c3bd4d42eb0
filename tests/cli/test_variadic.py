"""--against takes several paths."""

import pytest
import typer
from typer.testing import CliRunner

from figurecheck.cli import options
from figurecheck.cli.variadic import AgainstCommand

app = typer.Typer()


@app.command(cls=AgainstCommand)
def show(paths: options.Paths, against: options.Against = None, source: options.Source = None) -> None:
    print(paths, against, source)  # noqa: T201


@pytest.mark.parametrize(
    ("call", "paths", "against"),
    [
        ("a b --against c d", ["a", "b"], ["c", "d"]),
        ("a --against c d --source x b", ["a", "b"], ["c", "d"]),
        ("a --against c --against d", ["a"], ["c", "d"]),
        ("a --against c --against d e", ["a"], ["c", "d", "e"]),
        ("--against c d -- a b", ["a", "b"], ["c", "d"]),
        ("--against c a", ["a"], ["c"]),
        ("--against c --source x a b", ["a", "b"], ["c"]),
        ("--against=c a b", ["a", "b"], ["c"]),
        ("--against=c a --against d e", ["a"], ["c", "d", "e"]),
        ("a --against -", ["a"], ["-"]),
        ("- --against c", ["-"], ["c"]),
        ("a b", ["a", "b"], None),
    ],
)
def test_paths_after_against_are_what_to_check_against(call: str, paths: list[str], against: list[str] | None) -> None:
    done = CliRunner().invoke(app, call.split())
    assert done.exit_code == 0, done.output
    assert done.output.startswith(f"{paths} {against} ")


@pytest.mark.parametrize("call", ["a --against", "--against", "--against c"])
def test_nothing_to_check_or_nothing_to_check_against_is_an_error(call: str) -> None:
    assert CliRunner().invoke(app, call.split()).exit_code == 2
