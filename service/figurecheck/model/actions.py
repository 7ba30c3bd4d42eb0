"""The members of `Action` by plain names, found faster than by their class (see kinds.py)."""

from typing import Final

from figurecheck.model.figure import Action

KILL: Final = Action.KILL
INJURE: Final = Action.INJURE
KILL_OR_INJURE: Final = Action.KILL_OR_INJURE
MISSING: Final = Action.MISSING
DISPLACE: Final = Action.DISPLACE
EVACUATE: Final = Action.EVACUATE
RESCUE: Final = Action.RESCUE
ARREST: Final = Action.ARREST
CHARGE: Final = Action.CHARGE
LAUNCH: Final = Action.LAUNCH
INTERCEPT: Final = Action.INTERCEPT
DESTROY: Final = Action.DESTROY
DAMAGE: Final = Action.DAMAGE
FIRE: Final = Action.FIRE
ATTACK: Final = Action.ATTACK
DEPLOY: Final = Action.DEPLOY
CAPTURE: Final = Action.CAPTURE
RELEASE: Final = Action.RELEASE
ATTEND: Final = Action.ATTEND
INFECT: Final = Action.INFECT
HOSPITALISE: Final = Action.HOSPITALISE
VOTE: Final = Action.VOTE
EMPLOY: Final = Action.EMPLOY
LAY_OFF: Final = Action.LAY_OFF
SPEND: Final = Action.SPEND
EARN: Final = Action.EARN
COST: Final = Action.COST
RISE: Final = Action.RISE
FALL: Final = Action.FALL
MEASURE: Final = Action.MEASURE
EXIST: Final = Action.EXIST
OTHER: Final = Action.OTHER
