"""Files, folders, standard input and bodies -> articles. What cannot be read is told, and the rest is read on."""

import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from figurecheck.model import Article
from figurecheck.reading.decoding import decode
from figurecheck.reading.errors import ReadError
from figurecheck.reading.fields import Meta, check_meta
from figurecheck.reading.formats import SUFFIXES, InputFormat, by_content, by_name, reader
from figurecheck.reading.frontmatter import body_start

__all__ = ["LIMIT", "STDIN", "Copy", "InputFormat", "ReadError", "find_files", "read_all", "read_bytes", "read_path"]

LIMIT = 50_000_000
"""Bytes of a file, or of a line of JSON lines, that are read unless a caller says otherwise."""

STDIN = "-"
"""The path that stands for standard input."""


@dataclass(frozen=True, slots=True)
class Copy:
    """An article and where it was read: `name` is the file and `line` the line of it, from 1, on which the text starts.

    Of JSON lines it is the line of the record, of other files that hold the text in another form it is 1.
    """

    article: Article
    name: str
    line: int


def read_bytes(
    data: bytes, name: str, input_format: InputFormat = "auto", limit: int = LIMIT, /, **meta: str | None
) -> list[Article]:
    """The articles in the bytes of a file or a body, `name` being what errors call it.

    `meta` gives fields of an article (id, title, source, published, url, language) and wins over what the bytes say.
    Raises ReadError on the first thing that is wrong.
    """
    return _whole(_stream(BytesIO(data), name, input_format, limit, check_meta(meta)))


def read_path(
    path: str | Path, input_format: InputFormat = "auto", limit: int = LIMIT, /, **meta: str | None
) -> list[Article]:
    """The articles of one file, or of standard input where the path is `-`. Arguments and errors as `read_bytes`."""
    return _whole(_file(str(path), input_format, limit, check_meta(meta)))


def read_all(
    paths: Iterable[str | Path], input_format: InputFormat = "auto", limit: int = LIMIT, /, **meta: str | None
) -> Iterator[Copy | ReadError]:
    """The articles of files and folders, one by one in the order of the paths, and what could not be read in its place.

    A folder stands for the files in and under it whose ending is known, in the order of their names; hidden files
    and READMEs are passed over. Raises ReadError at once where `meta` gives a date that is none.
    """
    return _read_all(paths, input_format, limit, check_meta(meta))


def _read_all(
    paths: Iterable[str | Path], input_format: InputFormat, limit: int, meta: Meta
) -> Iterator[Copy | ReadError]:
    for path in find_files(paths):
        if isinstance(path, ReadError):
            yield path
        else:
            yield from _file(path, input_format, limit, meta)


def find_files(paths: Iterable[str | Path]) -> Iterator[str | ReadError]:
    """The files that the paths stand for, folders gone through; a ReadError for a folder that holds none."""
    for path in map(str, paths):
        if path == STDIN or not os.path.isdir(path):
            yield path
            continue
        found = False
        for file in _walk(path):
            found = True
            yield file
        if not found:
            yield ReadError(path, "holds no articles", mend=f"files are looked for that end in {' '.join(SUFFIXES)}")


def _walk(folder: str) -> Iterator[str]:
    """The readable files in and under a folder; a folder's own files come before its folders'."""
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for file in sorted(files):
            if by_name(file) and not file.startswith(".") and not file.upper().startswith("README"):
                yield os.path.join(place, file)


def _whole(copies: Iterable[Copy | ReadError]) -> list[Article]:
    articles = []
    for copy in copies:
        if isinstance(copy, ReadError):
            raise copy
        articles.append(copy.article)
    return articles


def _file(path: str, input_format: InputFormat, limit: int, meta: Meta) -> Iterator[Copy | ReadError]:
    """The articles of one file."""
    try:
        if path == STDIN:
            yield from _stream(sys.stdin.buffer, "standard input", input_format, limit, meta)
        elif "\0" in path:
            yield ReadError(path, "is no path: it holds a NUL", mend="check the path")
        else:
            with open(path, "rb") as file:
                yield from _stream(file, path, input_format, limit, meta)
    except OSError as error:
        problem = (error.strerror or str(error) or type(error).__name__).lower()
        yield ReadError(path, problem, mend="check the path and whether it may be read")


def _stream(file: BinaryIO, name: str, input_format: InputFormat, limit: int, meta: Meta) -> Iterator[Copy | ReadError]:
    """The articles of an open file: JSON lines as they come, anything else read whole, up to the limit."""
    wanted = input_format if input_format != "auto" else by_name(name)
    if wanted == "jsonl":
        yield from _lines(file, name, limit, meta)
        return
    data = file.read(limit + 1)
    if len(data) > limit:
        yield ReadError(name, f"is larger than {limit:,} bytes", mend="split it or raise the limit")
        return
    try:
        text = decode(data, name)
        wanted = wanted or by_content(text)
        if wanted == "jsonl":
            yield from _lines(BytesIO(data), name, limit, meta)
            return
        for article in reader(wanted)(text, name, meta):
            yield article if isinstance(article, ReadError) else Copy(article, name, _first_line(text, article))
    except ReadError as error:
        yield error


def _lines(file: BinaryIO, name: str, limit: int, meta: Meta) -> Iterator[Copy | ReadError]:
    from figurecheck.reading.records import read_lines

    for number, article in read_lines(_bounded(file, limit), name, meta, limit):
        yield article if isinstance(article, ReadError) else Copy(article, name, number)


def _bounded(file: BinaryIO, limit: int) -> Iterator[bytes]:
    """The lines of a file; of one over the limit, a little more than the limit, the rest of it skipped."""
    while line := file.readline(limit + 1):
        rest = line
        while len(rest) > limit and not rest.endswith(b"\n"):
            rest = file.readline(limit + 1)
        yield line


def _first_line(text: str, article: Article) -> int:
    """The line on which the article's text starts: behind the front matter, where that is what sets it off."""
    start = len(text) - len(article.text)
    return text.count("\n", 0, start) + 1 if start and start == body_start(text) else 1
