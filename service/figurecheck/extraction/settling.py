"""What the figures of an article tell each other, once all are read: the same count told twice, and the main event."""

from collections.abc import Iterable, Sequence

from figurecheck.extraction.deeds import CASUALTIES, EVENT, LIVE
from figurecheck.extraction.places import CITY, REGION, Place
from figurecheck.extraction.story import Story, Told
from figurecheck.model import Kind, When

Key = tuple[object, ...]


def settle(story: Story) -> None:
    """Fills in place, time, actor and target of figures whose sentences leave them out.

    Two figures of one action and one value tell of one thing: what one of them says holds for the other. Beyond that the
    first figure of the main event that names its day, actor or target does so for those of the same place.
    """
    live = [told for told in story.told if told.draft.action in LIVE]
    for same in _siblings(live):
        _share(same)
    main = [told for told in live if told.main]
    _fill_time(main, story)
    _fill_people(main, story)


def _siblings(live: Iterable[Told]) -> list[list[Told]]:
    groups: dict[Key, list[Told]] = {}
    for told in live:
        draft = told.draft
        if told.main and draft.stated is not None:
            groups.setdefault((draft.action, draft.stated), []).append(told)
    return [same for same in groups.values() if len(same) > 1]


def _share(same: Sequence[Told]) -> None:
    """Gives each of the same figures what another one knows."""
    places = [told.place for told in same if told.place is not None and told.place.firm]
    best = max(places, key=lambda place: place.narrow, default=None)
    for told in same:
        if best is not None and _wider(told, best):
            told.draft.place = best.name
    when = next((told.draft.when for told in same if _is_day(told.draft.when)), None)
    actor = next((told.draft.actor for told in same if told.draft.actor), None)
    target = next((told.draft.target for told in same if told.draft.target), None)
    for told in same:
        told.draft.when = told.draft.when or when
        told.draft.target = told.draft.target or target
        if told.draft.actor is None and told.open:
            told.draft.actor = actor


def _wider(told: Told, best: Place) -> bool:
    """Is a figure's own place missing, or a wider one than the best known?"""
    own = told.place
    return own is None or (own.narrow < best.narrow and own.narrow <= (CITY if told.title else REGION))


def _is_day(when: When | None) -> bool:
    return when is not None and when.start is not None and when.start == when.end


def _at(told: Told, first: Told) -> bool:
    """Are two figures of one place, as far as is known?"""
    here, there = told.draft.place, first.draft.place
    return here is None or there is None or here in there or there in here


def _fill_time(main: Sequence[Told], story: Story) -> None:
    first = next((told for told in main if told.draft.action in EVENT and _is_day(told.draft.when)), None)
    first = first or next(
        (told for told in story.told if told.draft.kind is Kind.MEASURE and _is_day(told.draft.when)), None
    )
    when = first.draft.when if first else story.event_when
    for told in main:
        if told.draft.when is None and (first is None or _at(told, first) or story.opens(told.start)):
            told.draft.when = when


def _fill_people(main: Sequence[Told], story: Story) -> None:
    first = next((told for told in main if told.draft.action in EVENT and told.draft.actor), None)
    actor = first.draft.actor if first else story.event_actor
    aimed = next((told for told in main if told.draft.action in CASUALTIES and told.draft.target), None)
    for told in main:
        draft = told.draft
        if draft.actor is None and told.open and (first is None or _at(told, first)):
            draft.actor = actor
        if draft.target is None and aimed is not None and draft.action in CASUALTIES and _at(told, aimed):
            draft.target = aimed.draft.target
