"""Sets of actions and kinds that the reading of context tells apart."""

from typing import Final

from figurecheck.model import Action, Kind

MEASURED: Final = frozenset({Kind.AGE, Kind.DURATION, Kind.MEASURE})
"""Kinds that measure: nobody does anything to them."""
TALLIED: Final = frozenset({Kind.COUNT, Kind.RANK})
"""Kinds that count people and things."""
UNPLACED: Final = frozenset({Kind.AGE, Kind.DURATION})
"""Kinds that stand in no place and at no time."""
SHARES: Final = frozenset({Kind.PERCENT, Kind.PERCENTAGE_POINT, Kind.BASIS_POINT})
"""Kinds that are a share of something."""
CASUALTIES: Final = frozenset({Action.KILL, Action.INJURE, Action.KILL_OR_INJURE})
EVENT: Final = CASUALTIES | {Action.ATTACK, Action.FIRE, Action.LAUNCH, Action.DESTROY, Action.CAPTURE}
"""Actions that somebody does to somebody or something in one event."""
STRUCK: Final = EVENT - CASUALTIES
"""Actions that casualties come of."""
HURT: Final = CASUALTIES | {Action.MISSING, Action.HOSPITALISE}
ARMED: Final = frozenset({Action.LAUNCH, Action.FIRE, Action.INTERCEPT})
"""Actions that only arms, and those who bear them, do or undergo."""
LIVE: Final = EVENT | {
    Action.INTERCEPT, Action.EVACUATE, Action.HOSPITALISE, Action.RESCUE, Action.DAMAGE, Action.MISSING,
    Action.ARREST, Action.DISPLACE,
}  # fmt: skip
"""Actions that tell of an event, which has a place and a day."""
ATTENDANT: Final = frozenset({Action.OTHER, Action.EXIST, Action.DEPLOY, Action.ATTEND})
"""Actions that tell of no event by themselves: beside one, they took place where it did."""
CHARGED: Final = frozenset({Action.CHARGE, Action.ARREST})
UNDONE: Final = frozenset({Action.EXIST, Action.MEASURE, Action.CHARGE, Action.RISE, Action.FALL})
"""Actions that nobody does to what is counted."""
FAR_AWAY: Final = frozenset({Action.INTERCEPT, Action.LAUNCH})
"""Actions that take place all over: where the rest of the event was says nothing of them."""
LINGERING: Final = CHARGED | {Action.COST, Action.DAMAGE, Action.HOSPITALISE}
"""Actions that follow an event: where it was is where they belong."""
PAID: Final = frozenset({Action.SPEND, Action.EARN})
"""Actions of money that changes hands: they have no place."""
CHOOSY: Final = PAID | {Action.COST, Action.MEASURE, Action.INTERCEPT, Action.VOTE, Action.DISPLACE}
"""Actions that only some things counted can undergo."""
VAGUE: Final = frozenset({Action.OTHER, Action.EXIST})
"""Actions that say nothing of what was done."""
