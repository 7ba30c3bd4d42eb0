"""Sets of actions and kinds that the reading of context tells apart."""

from typing import Final

from figurecheck.model import actions, kinds

MEASURED: Final = frozenset({kinds.AGE, kinds.DURATION, kinds.MEASURE})
"""Kinds that measure: nobody does anything to them."""
TALLIED: Final = frozenset({kinds.COUNT, kinds.RANK})
"""Kinds that count people and things."""
UNPLACED: Final = frozenset({kinds.AGE, kinds.DURATION})
"""Kinds that stand in no place and at no time."""
SHARES: Final = frozenset({kinds.PERCENT, kinds.PERCENTAGE_POINT, kinds.BASIS_POINT})
"""Kinds that are a share of something."""
CASUALTIES: Final = frozenset({actions.KILL, actions.INJURE, actions.KILL_OR_INJURE})
EVENT: Final = CASUALTIES | {actions.ATTACK, actions.FIRE, actions.LAUNCH, actions.DESTROY, actions.CAPTURE}
"""Actions that somebody does to somebody or something in one event."""
STRUCK: Final = EVENT - CASUALTIES
"""Actions that casualties come of."""
HURT: Final = CASUALTIES | {actions.MISSING, actions.HOSPITALISE}
FATED: Final = frozenset({actions.MISSING, actions.HOSPITALISE, actions.INFECT, actions.RESCUE})
"""What befalls those who may die of it."""
SUFFERED: Final = CASUALTIES | {actions.CAPTURE, actions.DISPLACE, actions.INFECT, actions.OTHER}
"""What people are victims of."""
ARMED: Final = frozenset({actions.LAUNCH, actions.FIRE, actions.INTERCEPT})
"""Actions that only arms, and those who bear them, do or undergo."""
LIVE: Final = EVENT | {
    actions.INTERCEPT, actions.EVACUATE, actions.HOSPITALISE, actions.RESCUE, actions.DAMAGE, actions.MISSING,
    actions.ARREST, actions.DISPLACE, actions.RELEASE, actions.ATTEND, actions.INFECT,
}  # fmt: skip
"""Actions that tell of an event, which has a place and a day."""
ATTENDANT: Final = frozenset({actions.OTHER, actions.EXIST, actions.DEPLOY})
"""Actions that tell of no event by themselves: beside one, they took place where it did."""
CHARGED: Final = frozenset({actions.CHARGE, actions.ARREST})
UNDONE: Final = frozenset({actions.EXIST, actions.MEASURE, actions.CHARGE, actions.RISE, actions.FALL})
"""Actions that nobody does to what is counted."""
FAR_AWAY: Final = frozenset({actions.INTERCEPT, actions.LAUNCH})
"""Actions that take place all over: where the rest of the event was says nothing of them."""
LINGERING: Final = CHARGED | {actions.COST, actions.DAMAGE, actions.HOSPITALISE}
"""Actions that follow an event: where it was is where they belong."""
PAID: Final = frozenset({actions.SPEND, actions.EARN})
"""Actions of money that changes hands: they have no place."""
CHOOSY: Final = PAID | {actions.COST, actions.MEASURE, actions.INTERCEPT, actions.VOTE, actions.DISPLACE}
"""Actions that only some things counted can undergo."""
VAGUE: Final = frozenset({actions.OTHER, actions.EXIST})
"""Actions that say nothing of what was done."""
