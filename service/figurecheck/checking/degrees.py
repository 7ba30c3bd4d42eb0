"""Degrees: percentages, points and words of ratio, the words around them, and which way they say it went."""

from dataclasses import replace

from figurecheck.checking.finding import View
from figurecheck.checking.passage import Passage, Words, named
from figurecheck.checking.phrases import among, ends, opens, phrases, singles
from figurecheck.model import Figure, Kind, LinkType
from figurecheck.rulebook import tags
from figurecheck.rulebook.flags import FlagRule

CHANGES, SHARES, RATIOS, DIFFERENCES = "FC204", "FC213", "FC208", "FC214"
"""The rules whose files list the words of changes, of shares, of ratios and of differences."""
STEPS = frozenset((Kind.PERCENTAGE_POINT, Kind.BASIS_POINT))
DEGREES = STEPS | {Kind.PERCENT, Kind.RATIO}
"""What can say how two values stand."""


def is_points(figure: Figure) -> bool:
    """ "six points": percentage points, beside percentages."""
    return figure.kind == Kind.COUNT and figure.subject.head == "point"


def is_difference(passage: Passage, d: int, view: View) -> bool:
    """Does the copy say that figure d is by how much one value is above another: "1,350 more than", "a rise of 40"?"""
    figure, rule = passage.figures[d], view.book.flags[DIFFERENCES]
    if figure.kind in DEGREES or is_points(figure) or any(link.type == LinkType.PART_OF for link in figure.links):
        return False
    if passage.after(d) in (("to",), ("votes", "to")) and not figure.quantity.change:
        return False  # "by 220 to 208"
    led = figure.quantity.change or ends(passage.before(d), phrases(rule, "differs_before"))
    return bool(led) or is_compared(passage, d, view)


def is_compared(passage: Passage, d: int, view: View) -> bool:
    """Do the words behind figure d compare: "1,350 more than", "six pounds dearer than"; ", 35 more."?

    "54 aftershocks stronger than five" compares nothing that is counted.
    """
    behind, rule = (*passage.quote(d)[1:], *passage.after(d)), view.book.flags[DIFFERENCES]
    told = [k for k in range(4) if _differs(behind[k:], rule)]
    if told and among(behind[: told[0]], frozenset(passage.quote(d)) | singles(rule, "between")):
        counted = passage.figures[d].kind == Kind.COUNT and named(passage.figures[d])
        return not counted or behind[told[0]] in singles(rule, "of_counts")
    last = [k for k in range(3) if opens(behind[k:], phrases(rule, "differs_last")) and behind[k + 1 : k + 2] in _ENDS]
    return bool(last) and passage.before(d)[-1:] in ((",",), ("-",), ("(",))


def _differs(behind: Words, rule: FlagRule) -> bool:
    """ "fewer than", "quicker than"."""
    return opens(behind, phrases(rule, "differs")) or (
        behind[1:2] == ("than",) and behind[0].endswith("er") and behind[0] not in singles(rule, "chooses")
    )


_ENDS = frozenset(((), (".",), (",",), (";",), (":",), (")",)))


def of_rule(view: View, code: str) -> View:
    return view if view.rule.code == code else replace(view, rule=view.book.flags[code])


def words_around(passage: Passage, d: int) -> Words:
    return (*passage.before(d)[-5:], *passage.quote(d), *passage.after(d)[:6])


def way_told(passage: Passage, d: int, view: View) -> bool | None:
    """The way as the degree says it, else as the sentence before it says it: "declined from 40 to 30, or by 25%"."""
    up = _way(passage, d, view)
    if up is not None or passage.before(d)[-1:] != ("by",):
        return up
    text = [word for k in range(d + 1) for word in passage.before(k)]
    rise, fall = (any(word in singles(view.rule, name) for word in text) for name in ("rises", "falls"))
    return rise if rise != fall else None


def _tells(text: Words, k: int, name: str, view: View) -> bool:
    """Is word k one that tells this way? The "down" of "shot down" tells none."""
    if text[k] not in singles(view.rule, name):
        return False
    verb = k and text[k] in ("up", "down") and view.book.words.tags(text[k - 1]) & (tags.PAST | tags.PARTICIPLE)
    return not verb or bool(view.book.words.tags(text[k - 1]) & tags.AUX) or text[k - 1] in singles(view.rule, "went")


def _way(passage: Passage, d: int, view: View) -> bool | None:
    """Which way the degree says it went: by the figure itself, by the words behind it, by those before it."""
    change = passage.figures[d].quantity.change
    if change:
        return change == "up"
    behind = (*passage.quote(d), *passage.after(d)[:4])
    for around, first in ((behind, 1), (passage.before(d), max(len(passage.before(d)) - 5, 0))):
        told = range(first, len(around))
        rise, fall = (any(_tells(around, k, name, view) for k in told) for name in ("rises", "falls"))
        if rise != fall:
            return rise
    return None
