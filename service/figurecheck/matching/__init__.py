"""Which figures of two articles speak of one thing, and how they stand to each other."""

from figurecheck.matching.account import Account, Profile, account, profile
from figurecheck.matching.keys import blocking_keys, probe_keys
from figurecheck.matching.pairs import Pair, pairs
from figurecheck.model import Comparison
from figurecheck.rulebook import Rulebook

__all__ = [
    "Account",
    "Pair",
    "Profile",
    "account",
    "blocking_keys",
    "compare_accounts",
    "pairs",
    "probe_keys",
    "profile",
]


def compare_accounts(left: Account, right: Account, rulebook: Rulebook) -> list[Comparison]:
    """The comparisons of two articles' figures that likely speak of one thing; none for one article with itself."""
    if left.article.id == right.article.id:
        return []
    return [pair.comparison(left, right) for pair in pairs(left, right, rulebook)]
