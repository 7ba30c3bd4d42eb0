"""Where the articles to check against come from."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Protocol

from figurecheck.matching import Account, blocking_keys, probe_keys


class EvidenceSource(Protocol):
    """Anything that can tell which accounts may speak of an article's events: a corpus, or a list."""

    def candidates(self, account: Account) -> Iterable[Account]:
        """The accounts that share a blocking key with this one, each once; the one itself may be among them."""
        ...


class Accounts:
    """Evidence in memory. A key that more than `cap` accounts share is passed over, and counted in `capped`."""

    def __init__(self, accounts: Iterable[Account] = (), cap: int = 5000) -> None:
        self._accounts: list[Account] = []
        self._by_key: dict[str, list[int]] = defaultdict(list)
        self._cap = cap
        self.capped = 0
        for account in accounts:
            self.add(account)

    def add(self, account: Account) -> None:
        """Puts one more account under its keys."""
        for key in blocking_keys(account):
            self._by_key[key].append(len(self._accounts))
        self._accounts.append(account)

    def candidates(self, account: Account) -> list[Account]:
        """The accounts that share a key with this one, in the order they were given."""
        found: set[int] = set()
        for key in probe_keys(account):
            block = self._by_key.get(key, [])
            if len(block) > self._cap:
                self.capped += 1
                continue
            found.update(block)
        return [self._accounts[i] for i in sorted(found)]
