"""The articles that a call names, one by one; what cannot be read is told on stderr and passed over."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from figurecheck.cli.main import CLEAN, WRONG
from figurecheck.cli.options import InputFormat
from figurecheck.cli.output import advise
from figurecheck.cli.progress import track

if TYPE_CHECKING:
    from figurecheck.model import Article
    from figurecheck.reading.sources import Copy


class Inputs:
    """The articles of a call's paths. `count` (of what was there to read) and `code` are right once all were read.

    `given` are fields that the call gives: source, published, title. Raises ReadError for a date that is none.
    """

    def __init__(self, paths: Sequence[str], input_format: InputFormat, **given: str | None) -> None:
        from figurecheck.reading.fields import check_meta

        self.paths = list(paths)
        self.count = 0
        self.code = CLEAN
        self._format = input_format
        self._given = check_meta(given)

    def track(self, description: str) -> "Iterator[Copy]":
        """The articles as they come, with a progress bar if that takes long."""
        return track(self, description)

    def __iter__(self) -> "Iterator[Copy]":
        from figurecheck.reading.sources import LIMIT, ReadError, read_all

        for item in read_all(self.paths, self._format, LIMIT, **self._given):
            self.count += 1
            if isinstance(item, ReadError):
                advise(str(item))
                self.code = WRONG
            else:
                yield item


def articles_in(text: str, input_format: InputFormat, **given: str | None) -> "list[Article]":
    """The articles of a text that stands on the command line itself. Raises ReadError for one that is none."""
    from figurecheck.reading.sources import LIMIT, read_bytes

    return read_bytes(text.encode("utf-8", "surrogatepass"), "the text", input_format, LIMIT, **given)
