"""Where the articles to check against come from."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Protocol

from figurecheck.matching import Account, blocking_keys, probe_keys


class Candidates(list[Account]):
    """Accounts to compare an article with, and what the caps kept from being looked at.

    `capped` counts the keys that too many accounts share to be followed, `left_out` the accounts that share keys, and
    fewer than those that are given.
    """

    def __init__(self, accounts: Iterable[Account] = (), *, capped: int = 0, left_out: int = 0) -> None:
        super().__init__(accounts)
        self.capped = capped
        self.left_out = left_out


class EvidenceSource(Protocol):
    """Anything that can tell which accounts may speak of an article's events: a corpus, or a list."""

    def candidates(self, account: Account) -> Candidates:
        """The accounts that share a blocking key with this one, each once; the one itself may be among them."""
        ...


class Accounts:
    """Evidence in memory. A key that more than `cap` accounts share is passed over, and counted."""

    def __init__(self, accounts: Iterable[Account] = (), cap: int = 5000) -> None:
        self._accounts: list[Account] = []
        self._by_key: dict[str, list[int]] = defaultdict(list)
        self._cap = cap
        for account in accounts:
            self.add(account)

    def add(self, account: Account) -> None:
        """Puts one more account under its keys."""
        for key in blocking_keys(account):
            self._by_key[key].append(len(self._accounts))
        self._accounts.append(account)

    def candidates(self, account: Account) -> Candidates:
        """The accounts that share a key with this one, in the order they were given."""
        blocks = [self._by_key.get(key, []) for key in probe_keys(account)]
        small = [block for block in blocks if len(block) <= self._cap]
        found = sorted({i for block in small for i in block})
        return Candidates((self._accounts[i] for i in found), capped=len(blocks) - len(small))
