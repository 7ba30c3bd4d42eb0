"""What a measure is the size of: "a bridge 86 metres long", "the bridge is 86 metres long", "the 86-metre bridge"."""

from dataclasses import dataclass

from figurecheck.checking.antecedents import nouns_of
from figurecheck.checking.finding import View
from figurecheck.checking.passage import Passage, Words
from figurecheck.checking.phrases import ends, holds, phrases, singles


@dataclass(frozen=True, slots=True)
class Sized:
    """The noun that is so large, the way it is told ("long", "worth"; "" where it is left out), and whether it is one
    that the text has named before: "the bridge"."""

    noun: str
    way: str
    definite: bool


def sized(passage: Passage, i: int, lead: Words, view: View) -> Sized | None:
    """Of what figure i, with `lead` before it, is the size; None where it is of nothing that is named."""
    behind = passage.after(i)
    if "-" in passage.figures[i].quote:
        return _hyphened(passage, i, lead, view)
    if not behind[:1] or not lead or behind[0] not in singles(view.rule, "sizes"):
        return None
    told = max((p for p in phrases(view.rule, "is_so") if ends(lead, frozenset({p}))), key=len, default=())
    thing = lead[: len(lead) - len(told)]
    noun = _apposed(thing[:-1], view) if thing[-1:] == (",",) else view.book.words.noun(thing[-1]) if thing else None
    bare = len(thing) == 2 and thing[0] == "the" and not holds(behind[:6], phrases(view.rule, "changed"))
    return Sized(noun, behind[0], bare) if noun else None


def _hyphened(passage: Passage, i: int, lead: Words, view: View) -> Sized | None:
    """ "The 81-metre-deep lake"; a "40-kilometre road race" is no road."""
    behind, definite = passage.after(i), lead[-1:] == ("the",)
    if behind[:1] == ("-",) and set(behind[1:2]) & singles(view.rule, "sizes"):
        noun = view.book.words.noun(behind[2]) if len(behind) > 2 else None
        return Sized(noun, behind[1], definite) if noun else None
    noun = view.book.words.noun(behind[0]) if behind else None
    return Sized(noun, "", definite) if noun and noun == passage.figures[i].subject.head else None


def _apposed(thing: Words, view: View) -> str | None:
    """The noun with a comma before its size: "the bridge over the Ister, 34 metres long", "boring of the tunnel,"."""
    articles = singles(view.rule, "articles")
    if thing[:1] and thing[0] in articles:
        return next(iter(nouns_of(thing[1:], view)), None)
    return view.book.words.noun(thing[-1]) if thing[-2:-1] and thing[-2] in articles else None
