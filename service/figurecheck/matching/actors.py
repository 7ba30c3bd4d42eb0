"""Who did what a figure tells of, and what was done: as the sentence says it, or leaves it to its speaker."""

import re
from collections.abc import Sequence
from dataclasses import replace

from figurecheck.matching.names import Name, name
from figurecheck.matching.said import Said, Token
from figurecheck.matching.singles import PERSON
from figurecheck.model import Action, Context, Figure, kinds
from figurecheck.rulebook import Rulebook

_CLOSE = 7
"""How near an age what somebody is stands: "the driver of the lorry, who is 57"."""
_LONGEST = 8
"""Words of a name at most: a longer one is a row of tags, or a headline run together with the text."""
_NEAR = 5
"""The tokens behind a figure that may say what people were hit by."""


def action(figure: Figure, after: Sequence[Token], book: Rulebook) -> str | None:
    """The action; people "shot" are hit, whether they died of it or not."""
    done = figure.context.action
    if done == Action.INJURE and not book.matching.either.isdisjoint(token.word.low for token in after[:_NEAR]):
        return Action.KILL_OR_INJURE.value
    return done.value if done else None


def actor(context: Context, said: Said, book: Rulebook) -> Name | None:
    """The actor. "Its air defences" are those of the nation that speaks; who "said it would cut" is the one that cuts,
    and a crowd is counted by whoever says how large it was."""
    rules = book.matching
    found, speaker = name(context.actor, book), speaks(context, book)
    if found is not None and len(found.text.split()) > _LONGEST:
        found = None
    if found is None and context.action not in rules.running:
        if said.owner is not None:
            return said.owner
        counts = context.action in rules.counted
        if speaker is not None and (speaker.proper or (counts and speaker.bodies)) and (said.owned or counts):
            return speaker
    if found is None or found.nations or speaker is None or not speaker.nations:
        return found
    theirs = re.search(rf"\b(?:{rules.possessives}) {re.escape(found.text)}\b", said.text)
    return replace(found, nations=speaker.nations, around=speaker.nations, generic=False) if theirs else found


def speaks(context: Context, book: Rulebook) -> Name | None:
    """Who says so."""
    return name(context.attribution.speaker, book) if context.attribution else None


def person(figure: Figure, book: Rulebook) -> bool:
    """Does it count people? A case of a disease is one who has it."""
    concept, head = figure.subject.concept, figure.subject.head
    if head is not None and head in book.matching.cases and figure.context.action is Action.INFECT:
        return True
    if concept is not None:
        return book.lexicon.is_a(concept, PERSON)
    return figure.subject.head is None and figure.context.action in book.matching.befalls


def roles(figure: Figure, before: Sequence[Token], after: Sequence[Token], book: Rulebook) -> frozenset[str]:
    """What somebody of an age is, by the nouns close to it, as they are compared: "the driver, 57", "the eldest, 57".

    Nouns that anybody is called by ("a man of 57") tell nobody from another.
    """
    if figure.kind != kinds.AGE:
        return frozenset()
    close = (token.word for token in (*before[-_CLOSE:], *after[:_CLOSE]) if not token.word.capital)
    eldest, is_a, concept = book.measures.age_eldest, book.lexicon.is_a, book.lexicon.concept
    nouns = (word.noun for word in close if word.low in eldest or is_a(concept(word.noun), PERSON))
    told = {figure.subject.head, *nouns} - {None} - book.matching.people - book.matching.anybody
    return frozenset(book.matching.terms.get(noun, noun) for noun in told if noun)
