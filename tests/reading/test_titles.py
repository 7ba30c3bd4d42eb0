"""Whether a heading is the title over again."""

import pytest

from figurecheck.reading.titles import one_line, says_title


@pytest.mark.parametrize(
    ("heading", "title", "same"),
    [
        ("Nine dead", "Nine dead", True),
        ("Nine dead", "Nine dead - The Wire", True),
        ("Nine dead | The Wire", "Nine dead", True),
        ("Nine dead", "Nine dead in Ardmore", False),
        ("", "", False),
    ],
)
def test_when_a_heading_says_the_title(heading: str, title: str, same: bool) -> None:
    assert says_title(heading, title) is same


def test_a_line_has_single_blanks_and_a_length_that_can_be_read() -> None:
    assert one_line(" Nine\n\tdead ") == "Nine dead"
    assert one_line("dead " * 1000) == ""
