"""The options that several commands share."""

from pathlib import Path
from typing import Annotated, Literal

import typer

InputFormat = Literal["auto", "text", "markdown", "html", "ninjs", "jsonl", "json", "feed"]
ListFormat = Literal["text", "json", "jsonl"]
FailOn = Literal["error", "warning", "info", "never"]

RANKS: dict[FailOn, int] = {"error": 2, "warning": 1, "info": 0, "never": 3}
"""The least rank of severity that fails a call."""

Paths = Annotated[list[str], typer.Argument(metavar="PATHS", help="Files or folders to read, or - for standard input.")]
Against = Annotated[
    list[str] | None,
    typer.Option(metavar="PATHS...", help="Files or folders to check against: every path up to the next option."),
]
Database = Annotated[
    str | None, typer.Option(metavar="URL", help="The corpus, such as sqlite:///corpus.db; or FIGURECHECK_DATABASE.")
]
Rules = Annotated[
    list[Path] | None,
    typer.Option(metavar="DIR", help="A folder of your own tables, laid over the shipped rules; may be repeated."),
]
Source = Annotated[
    str | None, typer.Option(metavar="NAME", help="The outlet of the articles, in place of what the files say.")
]
Published = Annotated[
    str | None, typer.Option(metavar="TIME", help="When they were published, ISO 8601, in place of what the files say.")
]
Title = Annotated[str | None, typer.Option(metavar="TEXT", help="The title, in place of what the files say.")]
AsInput = Annotated[
    InputFormat, typer.Option("--input-format", help="What the files are; auto goes by their name and text.")
]
AsList = Annotated[ListFormat, typer.Option("--output-format", help="How to print what was found.")]
Select = Annotated[
    list[str] | None, typer.Option(metavar="CODES", help="Run only these rules: codes or their beginnings, FC1,FC203.")
]
Ignore = Annotated[list[str] | None, typer.Option(metavar="CODES", help="Do not run these rules: FC107,FC3.")]
