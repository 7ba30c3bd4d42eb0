"""Which figures are compared at all."""

from tests.matching.told import BOOK, figure

from figurecheck.matching import Account, account
from figurecheck.matching.opponents import Opponents
from figurecheck.model import Article

COPY = "Floods killed 12 people and damaged 40 homes. The rate rose by 2 percentage points to 9%, for 30 days."


def told() -> Account:
    article = Article(id="a", text=COPY)
    figures = (
        figure(article, "12 people", 12, head="person", concept="person", action="kill"),
        figure(article, "40 homes", 40, head="home", action="damage"),
        figure(article, "2 percentage points", 2, kind="percentage_point", unit="percentage point"),
        figure(article, "9%", 9, kind="percent", unit="percent"),
        figure(article, "30 days", 30, kind="duration", unit="day"),
    )
    return account(article, BOOK, figures)


def test_what_is_of_another_family_or_another_act_is_never_compared() -> None:
    """But for points and shares, which copy takes for one another."""
    lines = told().lines(BOOK)
    opponents = Opponents(lines, BOOK)
    found = {line.figure.quote: [other.figure.quote for other in opponents.of(line)] for line in lines}
    assert found == {
        "12 people": ["12 people"],
        "40 homes": ["40 homes"],
        "2 percentage points": ["2 percentage points", "9%"],
        "9%": ["9%", "2 percentage points"],
        "30 days": ["30 days"],
    }
