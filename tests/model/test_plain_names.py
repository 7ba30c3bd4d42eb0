"""The plain names of kinds, actions and bounds are those of their members, in whatever order a class has them."""

from enum import Enum
from types import ModuleType

import pytest

from figurecheck.model import Action, Bound, Kind, actions, bounds, kinds


@pytest.mark.parametrize(("module", "members"), [(kinds, Kind), (actions, Action), (bounds, Bound)])
def test_each_member_goes_by_its_own_name(module: ModuleType, members: type[Enum]) -> None:
    assert {member.name: getattr(module, member.name) for member in members} == dict(members.__members__)
