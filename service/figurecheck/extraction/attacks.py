"""Attacks by noun: the nouns of a sentence that name what somebody did to somebody, and what is a figure itself."""

from functools import lru_cache

from figurecheck.extraction.clauses import Clauses
from figurecheck.extraction.deeds import EVENT
from figurecheck.extraction.draft import Draft
from figurecheck.extraction.government import group_of
from figurecheck.extraction.grammar import Group
from figurecheck.rulebook import Rulebook
from figurecheck.rulebook import words as pos


@lru_cache(maxsize=1 << 14)
def is_deed(rulebook: Rulebook, word: str) -> bool:
    """Does a noun name what somebody does to somebody in one event (an attack, a launch), and count nobody hurt?"""
    noun = rulebook.words.noun(word) or word
    act = rulebook.lexicon.action_of_noun(noun)
    return act is not None and act.action in EVENT and noun not in rulebook.lexicon.actions.events


def deed_nouns(clauses: Clauses, rulebook: Rulebook) -> list[int]:
    """The tokens of the nouns that name an attack."""
    nouns = pos.NOUN | pos.NOUNS
    tags, owner = clauses.tags, clauses.owner
    words = enumerate(clauses.lower)
    return [i for i, word in words if tags[i] & nouns and i not in owner and is_deed(rulebook, word)]


def is_figure(group: Group, draft: Draft) -> bool:
    """Do a noun group and a figure share words?"""
    own = group_of(draft)
    return group.first < own.last and own.first < group.last
