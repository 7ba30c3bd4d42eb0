"""Which rules a call runs."""

from collections.abc import Iterable, Mapping

from figurecheck.rulebook.flags import FlagRule


class SelectionError(ValueError):
    """A code that no rule has."""


def selection(flags: Mapping[str, FlagRule], select: Iterable[str] = (), ignore: Iterable[str] = ()) -> frozenset[str]:
    """The codes to run: those of `select`, or all that are enabled, without those of `ignore`.

    Each is a code, the beginning of some ("FC2"), or a rule's name. Raises SelectionError for one that is no rule's.
    """
    wanted = _named(flags, select) or frozenset(code for code, rule in flags.items() if rule.enabled)
    return wanted - _named(flags, ignore)


def _named(flags: Mapping[str, FlagRule], words: Iterable[str]) -> frozenset[str]:
    found: set[str] = set()
    for word in words:
        codes = [code for code, rule in flags.items() if code.startswith(word.upper()) or rule.name == word]
        if not codes:
            raise SelectionError(f"{word}: no such rule; figurecheck rule lists them")
        found.update(codes)
    return frozenset(found)
