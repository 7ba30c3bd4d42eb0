"""What the figures of an article tell each other, once all are read: the same count told twice, and the main event."""

from collections.abc import Iterable, Sequence

from figurecheck.extraction.deeds import CASUALTIES, EVENT, LIVE, VAGUE
from figurecheck.extraction.places import CITY, NATION, REGION, TOWN, Place
from figurecheck.extraction.story import Story, Told
from figurecheck.model import When, actions, kinds

Key = tuple[object, ...]


def settle(story: Story) -> None:
    """Fills in place, time, actor and target of figures whose sentences leave them out.

    Two figures of one action and one value tell of one thing: what one of them says holds for the other. Beyond that,
    the first figure of the main event that names its day, actor or target does so for those of the same place; the
    target only for those of title and lead.
    """
    _settle_coins(story)
    live = [told for told in story.told if told.draft.action in LIVE]
    for same in _siblings(live):
        _share(same, story)
    main = [told for told in live if told.main]
    _fill_time(main, story)
    _fill_people(main, story)


def _settle_coins(story: Story) -> None:
    """A coin that several countries share is that of the nation which the article is set in: rupees, kroner, pesos."""
    units = story.rulebook.units
    for draft in (told.draft for told in story.told if told.draft.kind is kinds.MONEY):
        unit = units.unit(draft.unit) if draft.unit else None
        if unit is not None and unit.currency is None:
            national = units.national(unit.name, story.nation) if story.nation else None
            draft.unit = national.name if national else draft.unit


def _siblings(live: Iterable[Told]) -> list[list[Told]]:
    groups: dict[Key, list[Told]] = {}
    for told in live:
        draft = told.draft
        if told.main:
            groups.setdefault(
                (draft.action, draft.stated, draft.stated is None and (draft.low, draft.high)), []
            ).append(told)
    return [same for same in groups.values() if len(same) > 1]


def _share(same: Sequence[Told], story: Story) -> None:
    """Gives each of the same figures what another one knows."""
    places = [told.place for told in same if told.place is not None and told.place.firm]
    best = max(places, key=lambda place: (not place.landmark, place.narrow), default=None)
    for told in same:
        if best is not None and best.narrow > NATION and _wider(told, best) and not _narrower(story, told, best):
            told.draft.place = best.name
    when = next((told.draft.when for told in same if _is_day(told.draft.when)), None)
    actor = next((told.draft.actor for told in same if _is_known(told, story)), None)
    target = next((told.draft.target for told in same if told.draft.target), None)
    for told in same:
        told.draft.when = told.draft.when or when
        told.draft.target = told.draft.target or target
        if told.draft.actor is None and told.open:
            told.draft.actor = actor


def _wider(told: Told, best: Place) -> bool:
    """Is a figure's own place missing, or a wider one than the best known?"""
    own = told.place
    if own is not None and own.landmark and not best.landmark and best.narrow >= TOWN:
        return True
    if own is None:
        return told.title or told.draft.place is None
    return own.narrow < best.narrow and own.narrow <= (CITY if told.title else REGION)


def _narrower(story: Story, told: Told, best: Place) -> bool:
    """Did the story give a figure a narrower place than the best known?"""
    event = story.event_place
    return event is not None and event.narrow > best.narrow and told.draft.place == event.name


def _is_known(told: Told, story: Story) -> bool:
    """Does a figure name who acted, and not only call him a suspect?"""
    actor = told.draft.actor
    return actor is not None and actor.lower() not in story.rulebook.roles.accused


def _is_day(when: When | None) -> bool:
    return when is not None and when.start is not None and when.start == when.end


def _at(told: Told, first: Told) -> bool:
    """Are two figures of one place, as far as is known?"""
    here, there = told.draft.place, first.draft.place
    return here is None or there is None or here in there or there in here


def _fill_time(main: Sequence[Told], story: Story) -> None:
    """Gives the day told of the same place, else the main event's."""
    days: dict[str | None, When] = {}
    for told in main:
        if told.draft.when is not None and _is_day(told.draft.when):
            days.setdefault(told.draft.place, told.draft.when)
    dated = [told for told in main if told.draft.action in EVENT and _is_day(told.draft.when)]
    first = next((told.draft.when for told in dated if told.opens), None)
    opens = any(told.opens for told in main)
    if first is None and opens:
        first = story.event_when
    if first is None and dated:
        first = dated[0].draft.when
    if first is None and opens:
        first = _other_day(story) or story.lead_when
    last: Told | None = None
    for told in main:
        here = last.draft.when if last and (told.then or told.paragraph == last.paragraph >= 0) else None
        told.draft.when = told.draft.when or told.before or here or days.get(told.draft.place) or first
        last = told if told.draft.when is not None else last


def _other_day(story: Story) -> When | None:
    """The first day that a figure of no event has in its sentence: a quake's magnitude, the counts of a charge."""
    days = (told for told in story.told if told.recent and _is_day(told.draft.when))
    return next((told.draft.when for told in days if told.draft.action not in VAGUE), None)


def _fill_people(main: Sequence[Told], story: Story) -> None:
    first = next((told for told in main if told.opens and told.draft.action in EVENT and _is_known(told, story)), None)
    aimed = next((told for told in main if told.opens and told.draft.action in CASUALTIES and told.draft.target), None)
    for told in main:
        draft = told.draft
        if (
            draft.action is not actions.INTERCEPT
            and draft.actor is None
            and told.open
            and (first is None or _at(told, first))
        ):
            claimant = story.claimant if told.draft.place == main[0].draft.place else None
            draft.actor = first.draft.actor if first else story.event_actor or claimant
        hurt = told.opens and draft.target is None and draft.action in CASUALTIES
        if hurt and aimed is not None and _at(told, aimed):
            draft.target = aimed.draft.target
