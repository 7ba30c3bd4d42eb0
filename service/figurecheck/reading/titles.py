"""Whether a heading of a text is its title over again."""

import re

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
