"""A claim is wrong only where no way of reading it is right."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from figurecheck.checking.finding import Finding, View
from figurecheck.checking.passage import Passage


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read what a figure claims of others. `claim` names the figure; `holds`: do any values bear it out?

    `finding` makes the flag where the copy itself ties these figures; None where they merely stand near, and may bear
    the claim out but never refute it.
    """

    claim: str
    holds: bool
    finding: Callable[[], Finding] | None = None


def refuted(readings: Iterable[Reading]) -> Iterator[Finding]:
    """One finding a claim that has a sure reading and none that holds; the first sure one makes it."""
    told: dict[str, list[Reading]] = {}
    for reading in readings:
        told.setdefault(reading.claim, []).append(reading)
    for ways in told.values():
        sure = next((way.finding for way in ways if way.finding), None)
        if sure and not any(way.holds for way in ways):
            yield sure()


def beside(view: View) -> Iterator[tuple[Passage, tuple[Passage, ...]]]:
    """Every passage with those before and behind it in its part: where a claim's figures may stand."""
    every = view.page.passages
    for at, passage in enumerate(every):
        near = every[max(at - 2, 0) : at + 3]
        yield passage, tuple(other for other in near if other is not passage and other.where == passage.where)
