"""YAML front matter: what a file says of itself ahead of its text."""

import re

_FENCED = re.compile(
    r"\ufeff?---[ \t]*\r?\n((?:(?!(?:---|\.\.\.)[ \t]*$)[^\n]*\n){0,200}?)(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)",
    re.MULTILINE,
)
_KEY = re.compile(r"^[A-Za-z_][\w-]*[ \t]*:(?:\s|\Z)", re.MULTILINE)


def front_matter(text: str) -> tuple[str, int]:
    """The YAML between a first line `---` and the next, and where the text behind it starts; ("", 0) without any."""
    if not text.startswith(("---", "\ufeff---")):
        return "", 0
    found = _FENCED.match(text)
    if found is None or not _KEY.search(found[1]):
        return "", 0
    return found[1], found.end()


def body_start(text: str) -> int:
    """Where the text behind its front matter starts."""
    return front_matter(text)[1]
