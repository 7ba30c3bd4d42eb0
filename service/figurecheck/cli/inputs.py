"""The articles that a call names, one by one; what cannot be read is told on stderr and passed over."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from figurecheck.cli.main import CLEAN, WRONG
from figurecheck.cli.options import InputFormat
from figurecheck.cli.output import advise
from figurecheck.cli.progress import track

if TYPE_CHECKING:
    from figurecheck.model import Article, Figure


@dataclass(frozen=True, slots=True)
class Copy:
    """An article and the file it came from; `first_line` is the line of the file on which its text starts."""

    article: "Article"
    path: str | None
    first_line: int = 1

    def place(self, figure: "Figure") -> str:
        """path:line:column of a figure, counted from 1; path alone for one in the title."""
        name = self.path or self.article.id
        if figure.where == "title":
            return f"{name}:title"
        before = self.article.text[: figure.start]
        return f"{name}:{before.count(chr(10)) + self.first_line}:{figure.start - before.rfind(chr(10))}"


class Inputs:
    """The articles of a call's paths. `code` and `count` are right once all of them were read."""

    def __init__(
        self,
        paths: Sequence[str],
        input_format: InputFormat,
        *,
        source: str | None = None,
        published: str | None = None,
        title: str | None = None,
    ) -> None:
        self.paths = list(paths)
        self.format = input_format
        self.given = {"source": source, "published": published, "title": title}
        self.count = 0
        self.code = CLEAN

    def track(self, description: str) -> Iterator[Copy]:
        """The articles as they come, with a progress bar if that takes long."""
        return track(self, description)

    def __iter__(self) -> Iterator[Copy]:
        from figurecheck.model import Article

        for path in self.paths:
            self.count += 1
            try:
                text = Path(path).read_text()
            except OSError as e:
                advise(f"{path}: {e.strerror}")
                self.code = WRONG
                continue
            yield Copy(Article.model_validate({"text": text, **{k: v for k, v in self.given.items() if v}}), path)


def article_of(text: str, input_format: InputFormat, **given: str | None) -> "Article":
    """A text given on the command line as an article."""
    from figurecheck.model import Article

    return Article.model_validate({"text": text, **{name: value for name, value in given.items() if value}})
