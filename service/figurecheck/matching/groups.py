"""Things gathered into groups, two at a time."""

from collections.abc import Hashable
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)


class Groups(Generic[K]):
    """Disjoint sets of keys, joined in nearly constant time (Tarjan 1975)."""

    def __init__(self) -> None:
        self._parents: dict[K, K] = {}

    def of(self, key: K) -> K:
        """The key that stands for this key's set."""
        parents = self._parents
        while (parent := parents.get(key, key)) != key:
            parents[key] = key = parents.get(parent, parent)
        return key

    def join(self, one: K, other: K) -> None:
        """Make one set of the two keys' sets; the one that stands for `other`'s stands for both."""
        self._parents[self.of(one)] = self.of(other)
