"""The laws of comparing: what no value, no order and no unrelated article may change."""

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.matching.told import BOOK, told

from figurecheck.checking import Accounts, check_account
from figurecheck.matching import Account, account, compare_accounts
from figurecheck.model import Article, Flag, Relation

AGREE = {Relation.EQUAL, Relation.CONSISTENT}
VALUES = st.integers(2, 900)
PEOPLE = {"head": "person", "concept": "person", "action": "kill", "place": "Karsk"}


def read(key: str, text: str, hour: int = 8) -> Account:
    article = Article(id=key, text=text, source=f"Outlet {key}", published=f"2031-03-04T{hour:02}:00:00Z")
    return account(article, BOOK)


def killed(key: str, low: float, high: float) -> Account:
    text = "An avalanche at Karsk killed some people on Tuesday, the governor said."
    values = {"value": low} if low == high else {"low": low, "high": high, "bound": "between"}
    return told(text, {"quote": "some people", **values, **PEOPLE}, id=key)


def relations(left: Account, right: Account) -> set[Relation]:
    return {found.relation for found in compare_accounts(left, right, BOOK)}


@given(VALUES)
def test_a_figure_is_equal_to_itself(value: int) -> None:
    assert relations(killed("a", value, value), killed("b", value, value)) == {Relation.EQUAL}


@given(VALUES, VALUES, st.integers(0, 50), st.integers(0, 50))
def test_a_wider_bound_makes_no_conflict_of_an_agreement(one: int, other: int, below: int, above: int) -> None:
    narrow = relations(killed("a", one, one), killed("b", other, other))
    wide = relations(killed("a", one - below, one + above), killed("b", other, other))
    assert not (narrow & AGREE) or Relation.CONFLICT not in wide


@given(VALUES, VALUES, st.integers(1, 50))
def test_a_bound_that_holds_the_other_value_agrees(low: int, span: int, inside: int) -> None:
    value = low + inside % (span + 1)
    assert relations(killed("a", low, low + span), killed("b", value, value)) <= AGREE


PARAGRAPHS = (
    "An avalanche at Karsk killed {0} people on Tuesday, the governor of Karsk said.",
    "The Karsk railway lost {1} wagons on Tuesday, the railway company said.",
    "The council of Karsk will spend ${2} million on the Orla bridge, the mayor said.",
)
DRAFT = "\n\n".join(PARAGRAPHS)


@settings(max_examples=25, deadline=None)
@given(st.permutations(range(3)), st.tuples(VALUES, VALUES, VALUES))
def test_the_order_of_paragraphs_changes_no_comparison(order: list[int], values: tuple[int, int, int]) -> None:
    def found(text: str) -> set[tuple[str, str, Relation]]:
        left, right = read("a", text), read("b", DRAFT.format(31, 40, 12), 9)
        quotes = {figure.id: figure.quote for figure in (*left.figures, *right.figures)}
        return {(quotes[c.left], quotes[c.right], c.relation) for c in compare_accounts(left, right, BOOK)}

    shuffled = "\n\n".join(PARAGRAPHS[i] for i in order)
    assert found(shuffled.format(*values)) == found(DRAFT.format(*values))


def flags(draft: Account, others: list[Account]) -> tuple[Flag, ...]:
    return check_account(draft, Accounts(others), BOOK).flags


OTHERS = [
    read(key, DRAFT.format(toll, 40, 12), hour) for key, toll, hour in (("a", 29, 9), ("b", 31, 10), ("c", 33, 7))
]


@settings(max_examples=20, deadline=None)
@given(st.permutations(OTHERS), VALUES)
def test_the_order_of_articles_changes_no_flag(order: list[Account], toll: int) -> None:
    draft = read("draft", DRAFT.format(toll, 41, 13), 12)
    assert flags(draft, order) == flags(draft, OTHERS)


@settings(max_examples=20, deadline=None)
@given(VALUES, VALUES)
def test_an_unrelated_article_changes_no_flag(toll: int, tonnes: int) -> None:
    draft = read("draft", DRAFT.format(toll, 41, 13), 12)
    unrelated = read(
        "z", f"Sugar growers in Vellaria sold {tonnes} tonnes of cane to Dalemont; {toll} growers met.", 11
    )
    assert flags(draft, [*OTHERS, unrelated]) == flags(draft, OTHERS)


def test_the_laws_are_put_to_figures_that_meet() -> None:
    assert flags(read("draft", DRAFT.format(50, 41, 13), 12), OTHERS)
    assert relations(killed("a", 5, 5), killed("b", 9, 9)) == {Relation.CONFLICT}
