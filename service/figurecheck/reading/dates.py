"""When an article was published, as files write it."""

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

_COMPACT_ZONE = re.compile(r"\s*([+-]\d\d):?(\d\d)?$")


def published_time(written: str) -> datetime:
    """The time that `written` stands for, in UTC unless it names a zone: ISO 8601, or a mail date as feeds have it.

    Raises ValueError where it is neither.
    """
    text = written.strip()
    try:
        return _aware(datetime.fromisoformat(_COMPACT_ZONE.sub(_zone, text) if " " in text else text))
    except ValueError:
        pass
    try:
        return _aware(parsedate_to_datetime(text))
    except (ValueError, TypeError, IndexError, OverflowError):
        raise ValueError(f"{text[:60]!r} is no date") from None


def _zone(found: re.Match[str]) -> str:
    """ "2025-10-16 08:00:00 +0200", as Git and Jekyll write it, with the zone joined on; a date alone stays."""
    if found.string.count(":") == 0:
        return found[0]
    return f"{found[1]}:{found[2] or '00'}"


def _aware(time: datetime) -> datetime:
    return time if time.tzinfo else time.replace(tzinfo=UTC)
