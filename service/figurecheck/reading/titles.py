"""Headings that are the title over again: the title is read by itself, so that they are not read twice."""

import re

from figurecheck.reading.canvas import Canvas

_LONGEST = 1000  # characters; what is longer is no title
_SITE = re.compile(r" [|–—-] ")


def one_line(text: str) -> str:
    """The words of a title or heading with one blank between them; "" for what is too long to be either."""
    return " ".join(text.split()) if len(text) <= _LONGEST else ""


def says_title(heading: str, title: str) -> bool:
    """Whether one of the two lines is the other, or the other with a site's name behind it."""
    if not heading or not title:
        return False
    short, long = (heading, title) if len(heading) < len(title) else (title, heading)
    return long.startswith(short) and (len(long) == len(short) or _SITE.match(long, len(short)) is not None)


class TitleReader:
    """Takes headings that give the title again off the canvas. Without a title the first heading is taken for one."""

    __slots__ = ("_canvas", "_mark", "_name", "_title")

    def __init__(self, canvas: Canvas, title: str | None) -> None:
        self._canvas = canvas
        self._title = one_line(title or "")
        self._name = ""  # the open heading's kind
        self._mark = (0, 0, 0)

    def open(self, name: str) -> None:
        """A heading of some kind begins, behind a break."""
        self._name = name
        self._mark = self._canvas.mark()

    def forget(self) -> None:
        """What is open is no mere heading: others point into it."""
        self._name = ""

    def close(self, name: str, always: bool = False) -> None:
        """A heading ends; it goes where it gives the title again, or `always`."""
        if name != self._name:
            return
        self._name = ""
        heading = one_line(self._canvas.since(self._mark))
        if not self._title:
            self._title = heading
        elif always or says_title(heading, self._title):
            self._canvas.retract(self._mark)
