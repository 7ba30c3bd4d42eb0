"""YAML front matter: what a file says of itself ahead of its text."""

import re

from figurecheck.reading.errors import ReadError

_LONGEST = 64 * 1024  # characters; what is longer is no front matter
_SHORT = 2000  # characters; more could nest deeper than the fast parser's stack reaches
_END = re.compile(r"^(?:---|\.\.\.)[ \t]*\r?(?:\n|\Z)", re.MULTILINE)
_FIRST = re.compile(r"\ufeff?---[ \t]*\r?\n")
_KEY = re.compile(r"^[A-Za-z_][\w-]*[ \t]*:(?:\s|\Z)", re.MULTILINE)
_ALIASES = {
    "date": "published",
    "headline": "title",
    "lang": "language",
    "canonical": "url",
    "canonical_url": "url",
    "link": "url",
}
_FIELDS = ("id", "title", "source", "published", "url", "language")


def front_matter(text: str) -> tuple[str, int]:
    """The YAML between a first line `---` and the next, and where the text behind it starts; ("", 0) without any."""
    first = _FIRST.match(text)
    if first is None:
        return "", 0
    end = _END.search(text, first.end(), min(len(text), first.end() + _LONGEST))
    if end is None:
        return "", 0
    written = text[first.end() : end.start()]
    return (written, end.end()) if _KEY.search(written) else ("", 0)


def body_start(text: str) -> int:
    """Where the text behind its front matter starts."""
    return front_matter(text)[1]


def front_fields(written: str, name: str) -> dict[str, str]:
    """The article's fields in the front matter, as they are written there; what else it holds is not ours to judge.

    Raises ReadError with the line where it is no YAML, or a field holds anything but a line of text.
    """
    import yaml

    fast = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        loaded = yaml.load(written, fast if len(written) < _SHORT else yaml.BaseLoader)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or "nested too deep or not readable"
        line = f"line {mark.line + 2}" if mark else "line 1"
        raise ReadError(name, f"front matter: {problem}", line, "quote values that hold a colon") from None
    if not isinstance(loaded, dict):
        raise ReadError(name, "front matter: no fields in it", "line 1", "write it as lines of `name: value`")
    fields = {}
    for key, value in loaded.items():
        field = _ALIASES.get(key, key)
        if field not in _FIELDS or (field in fields and field != key):
            continue
        if not isinstance(value, str):
            raise ReadError(name, f"front matter: {key} is a list or a table", "line 1", "give it one line of text")
        fields[field] = value
    return {field: value for field, value in fields.items() if value and value not in ("null", "~")}
