"""One count told twice in an article, once with what is counted and once without: "Six die", "Six dock workers"."""

from collections.abc import Sequence
from dataclasses import replace

from figurecheck.matching import intervals as iv
from figurecheck.matching.line import Line


def retold(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The figures; a bare count of people is of the group that another with its value and action names."""
    groups = [line for line in lines if line.groups and line.measure.exact.point]
    return tuple(_of_group(line, groups) for line in lines)


def _of_group(line: Line, groups: Sequence[Line]) -> Line:
    if line.groups or not line.person or not line.measure.exact.point:
        return line
    same = [one for one in groups if one.action == line.action and iv.alike(one.measure.exact, line.measure.exact)]
    return replace(line, groups=same[0].groups) if same else line
