"""What two values say of each other, inside one event that words have established (DESIGN 6); never between events."""

from math import log, log10

from figurecheck.matching import intervals as iv
from figurecheck.matching.intervals import Interval
from figurecheck.matching.line import Line
from figurecheck.matching.measure import SHARES
from figurecheck.matching.places import distinctive, significant
from figurecheck.matching.step import Step, step
from figurecheck.model import Figure, kinds
from figurecheck.rulebook import Rulebook

SMALL, SMALLER = 0.01, 2.0
"""Shares below this lie nearer to each other than their ratio says, by so much."""
NEAR, FULLY = 1.5, 2.25
"""Values so many times apart are near each other; from so many on they are off."""
AWAY = 12
"""... and from so many times on they are away from each other, and no slip of one digit."""
FEW = 10
"""Counts below this are met side by side in most copy: two that differ are seldom of one thing."""
LARGE = 10
"""Whole numbers from here on are seldom met in two units by chance."""
SLIPS = frozenset((1, 2, 3, 6, 9))
"""Powers of ten that a slip makes: a zero or two, a thousand for a million, a million for a billion."""
MANY = 3
"""Digits of which two seldom change places by chance."""


def likeness(left: Line, right: Line, exact: Interval, book: Rulebook) -> Step | None:
    """The step that two values add: one value or one string of digits seldom met twice, or digits that changed places.

    `exact` is the right figure's value without tolerance, in the left's unit.
    """
    level = _alike(left, right, exact, book)
    return step(book, "words", level, "{} / {}", left.figure.quote, right.figure.quote) if level else None


def _alike(left: Line, right: Line, exact: Interval, book: Rulebook) -> str | None:
    mine, figure = left.measure.exact, left.figure
    if left.measure.bound == right.measure.bound and iv.alike(mine, exact):
        return "equal_value" if distinctive(figure.quantity.stated, book.tolerance) else "equal_small"
    if _stated_alike(left, right, exact, book):
        return "same_stated"
    power = power_of_ten(mine, exact)
    if power and abs(power) in SLIPS and _slip(figure, power, book) and _one_unit(left, right):
        named = significant(figure.quantity.stated or 0) >= MANY or not _two_nouns(left, right, book)
        return "same_digits" if named else None  # 11 sheds are no slip for 1,100 factories
    if iv.meet(mine, exact):
        return None
    if swapped(left.measure.digits, right.measure.digits) and not _two_nouns(left, right, book):
        return "swapped_many" if significant(figure.quantity.stated or 0) >= MANY else "swapped_digits"
    counts = left.measure.family == "count"  # most copy has several small ones, and says what each of them counts
    slip = not counts and _one_unit(left, right) and one_digit(figure.quantity.stated, right.figure.quantity.stated)
    return "one_digit" if slip and _times(mine, exact) < AWAY else None  # two and 25 are no slip


def _stated_alike(left: Line, right: Line, exact: Interval, book: Rulebook) -> bool:
    """Is one number seldom met twice written in both, with a bound in one: "more than 137" and 137?"""
    a, b = left.figure.quantity, right.figure.quantity
    return (
        a.stated == b.stated and a.bound != b.bound and _one_unit(left, right) and distinctive(a.stated, book.tolerance)
    )


def _one_unit(left: Line, right: Line) -> bool:
    """Are both written in one unit, and in no words ("twice")? 24 hours are no slip for 10 days.

    Money that is compared is, but for a coin of no nation here: "pesos", "Chilean pesos".
    """
    one = left.measure.unit == right.measure.unit or left.measure.sort == right.measure.sort == "money"
    return one and kinds.RATIO not in (left.figure.kind, right.figure.kind)


def _two_nouns(left: Line, right: Line, book: Rulebook) -> bool:
    """Are two things counted by nouns that copy does not use for one another?"""
    if left.measure.family != "count" or left.head is None or right.head is None or (left.person and right.person):
        return False
    return left.kin.isdisjoint(right.kin) and not book.matching.one_word(left.head, right.head)


def same_number(left: Figure, right: Figure, book: Rulebook) -> Step | None:
    """The step that one number in two units or on two bases adds, where it is no small whole one."""
    stated = left.quantity.stated or 0
    if stated != right.quantity.stated or (abs(stated) < LARGE and stated == int(stated)):
        return None
    return step(book, "words", "same_number", "{} / {}", left.quote, right.quote)


def _slip(figure: Figure, power: int, book: Rulebook) -> bool:
    """May a power of ten be a slip: of a distinctive number, or of money or two digits by a thousand or a million?"""
    stated = figure.quantity.stated or 0
    if significant(stated) > 1 or (abs(power) % 3 == 0 and figure.kind == kinds.MONEY):
        return True
    return distinctive(stated, book.tolerance)


def apart(left: Line, right: Line, exact: Interval, clash: bool, book: Rulebook) -> Step | None:
    """The step that two values far from each other add: the further apart, the likelier they are of two things.

    Tolls grow, so that they may be of one thing and yet be far apart. None where the two are near and meet.
    """
    high = max(left.measure.exact.near, exact.near)
    times = _times(left.measure.exact, exact)
    if left.measure.family == "share" and high * SHARES[left.measure.unit] < SMALL:
        times /= SMALLER  # 0.3% and 0.1% are but 0.2 points apart
    how = "near" if times <= NEAR else "off" if times < 4 else "far" if times < AWAY else "away"
    if not clash:
        mine = left.measure.exact
        if how == "near" or (exact.bounded and mine.bounded):
            return None
        alike = not exact.bounded and not mine.bounded
        if how == "off" and not alike:
            return None
        level = "bounds_off" if how == "off" else f"bound_{how}"
    else:
        counts = left.measure.family == "count"
        toll = counts and left.action == right.action and left.action in book.matching.running
        few = counts and times > 1 and high < FEW
        level = f"{'tolls' if toll else 'few' if few else 'values'}_{how}"
        if level == "values_off" and times < FULLY and not counts:
            return _between(left, right, log(times / NEAR, FULLY / NEAR), book)
    return step(book, "words", level, "{} / {}", left.figure.quote, right.figure.quote)


def _times(mine: Interval, other: Interval) -> float:
    """How many times one value is the other, by the ends that the copy gives."""
    low, high = sorted((mine.near, other.near))
    return high / low if low > 0 else 1.0


def _between(left: Line, right: Line, part: float, book: Rulebook) -> Step:
    """The step of values that are `part` of the way from near to off, by the logarithm of how many times apart."""
    near, off = (book.matching.levels["words"][f"values_{how}"] for how in ("near", "off"))
    return Step(
        "words", "values_off", round(near + part * (off - near), 2), "{} / {}", (left.figure.quote, right.figure.quote)
    )


def power_of_ten(mine: Interval, other: Interval) -> int | None:
    """The power of ten that two values are apart, or None."""
    if not mine.point or not other.point or mine.low <= 0 or other.low <= 0:
        return None
    power = log10(other.low / mine.low)
    whole = round(power)
    return whole if whole and abs(power - whole) < 1e-6 else None


def swapped(left: tuple[str, int] | None, right: tuple[str, int] | None) -> bool:
    """Are two numbers one but for two neighbouring digits that changed places, as a slip of the hand makes them?

    Each is given as its digits, and how many of them are decimals.
    """
    if left is None or right is None or left == right or left[1] != right[1]:
        return False
    (a, _), (b, _) = left, right
    if len(a) != len(b):
        return False
    i = next(i for i, digit in enumerate(a) if digit != b[i])
    return a[i : i + 2] == b[i : i + 2][::-1] and a[i + 2 :] == b[i + 2 :]


def one_digit(left: float | None, right: float | None) -> bool:
    """Are two numbers one but for a digit dropped, added or mistaken: 8 and 18, 27 and 17, $4.9bn and $4.1bn?

    Zeros at their ends that both have say nothing, and one digit for another by itself is no slip.
    """
    if left is None or right is None:
        return False
    a, b = (f"{abs(value):.6f}".replace(".", "").lstrip("0") for value in (left, right))
    while a and b and a[-1] == b[-1] == "0":
        a, b = a[:-1], b[:-1]
    if len(a) == len(b):
        return len(a) > 1 and sum(one != other for one, other in zip(a, b, strict=True)) == 1
    short, long = sorted((a, b), key=len)
    return len(long) - len(short) == 1 and any(long[:i] + long[i + 1 :] == short for i in range(len(long)))
