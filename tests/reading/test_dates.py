"""When an article was published, as files write it."""

import pytest

from figurecheck.reading.dates import published_time


@pytest.mark.parametrize(
    ("written", "time"),
    [
        ("2025-10-16", "2025-10-16T00:00:00+00:00"),
        (" 2025-10-16T08:00:00Z ", "2025-10-16T08:00:00+00:00"),
        ("2025-10-16T08:00:00+02:00", "2025-10-16T08:00:00+02:00"),
        ("2025-10-16 08:00", "2025-10-16T08:00:00+00:00"),
        ("2025-10-16 08:00:00 +0200", "2025-10-16T08:00:00+02:00"),
        ("2025-10-16 08:00:00 -05", "2025-10-16T08:00:00-05:00"),
        ("Thu, 16 Oct 2025 08:00:00 GMT", "2025-10-16T08:00:00+00:00"),
        ("Thu, 16 Oct 2025 08:00:00 -0400", "2025-10-16T08:00:00-04:00"),
    ],
)
def test_a_time_as_files_write_it(written: str, time: str) -> None:
    assert published_time(written).isoformat() == time


@pytest.mark.parametrize("written", ["", "soon", "16/10/25", "2025-13-01", "1760601600", "9" * 5000, "-1", "\ud800"])
def test_what_is_no_time(written: str) -> None:
    with pytest.raises(ValueError, match="is no date"):
        published_time(written)
