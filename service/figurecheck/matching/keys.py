"""Blocking keys: what two articles must share for their figures to be compared at all."""

from datetime import date

from figurecheck.matching.account import Account

NAMES = 12
"""Names and rare words of the lead that make keys."""


def blocking_keys(account: Account) -> tuple[str, ...]:
    """The keys an article is stored under, sorted: each telling word of its lead with the week and the next, and bare.

    A dated article shares a key with one dated up to a week off; an undated one looks by the bare words.
    """
    words = account.profile.lead[:NAMES]
    week = _week(account.profile.day)
    if week is None:
        return tuple(sorted(words))
    return tuple(sorted({*words, *(f"{word}@{w}" for word in words for w in (week, week + 1))}))


def probe_keys(account: Account) -> tuple[str, ...]:
    """The keys an article asks for: with a date, its weeks' and those that undated articles are stored under."""
    words = account.profile.lead[:NAMES]
    week = _week(account.profile.day)
    if week is None:
        return tuple(sorted(words))
    return tuple(sorted({f"{word}@{w}" for word in words for w in (week, week + 1)}))


def _week(day: str | None) -> int | None:
    return None if day is None else date.fromisoformat(day).toordinal() // 7
