"""Blocking keys: what two articles must share for their figures to be compared at all."""

from datetime import date

from figurecheck.matching.account import Account


def blocking_keys(account: Account) -> tuple[str, ...]:
    """The keys an article is stored under, sorted: each of its telling words bare, and with its week or as undated."""
    return _keys(account, (None, _week(account.profile.day) or "undated"))


def probe_keys(account: Account) -> tuple[str, ...]:
    """The keys an article asks for, sorted: with a date its week, those beside it and the undated; else the bare words.

    So a dated article finds those of at most a week off and all undated ones, and an undated one finds all.
    """
    week = _week(account.profile.day)
    return _keys(account, (None,) if week is None else (week - 1, week, week + 1, "undated"))


def _keys(account: Account, times: tuple[int | str | None, ...]) -> tuple[str, ...]:
    words = account.profile.lead
    return tuple(sorted({word if time is None else f"{word}@{time}" for word in words for time in times}))


def _week(day: str | None) -> int | None:
    return None if day is None else date.fromisoformat(day).toordinal() // 7
