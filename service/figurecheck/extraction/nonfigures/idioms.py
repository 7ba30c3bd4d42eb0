"""Number words that count nothing: set phrases, ordinals, the pronoun one, a bare half."""

from typing import Final

from figurecheck.extraction import forms
from figurecheck.extraction.deeds import HURT
from figurecheck.extraction.nonfigures.candidate import Candidate
from figurecheck.extraction.sentence import DASHES
from figurecheck.extraction.twofold import counted_deed
from figurecheck.model import actions
from figurecheck.rulebook import tags as pos

TOLLED: Final = HURT | {actions.CAPTURE, actions.ARREST}
"""What befalls those whom a running tally counts."""
_NOT_ONLY_ADJECTIVE: Final = pos.NOUN | pos.CONJ | pos.PREP | pos.ADV | pos.NUM | pos.VERB


def is_idiom(c: Candidate) -> bool:
    """A fixed phrase with a number word in it ("one another", "a thousand apologies"), or a title ("France 24")."""
    s, idioms, known = c.s, c.rules.designators.idioms, c.rules.designators.idiom_words
    if known.isdisjoint(s.lower[c.i : c.j]):
        return False
    for k in range(c.i, c.j):
        word = s.lower[k]
        if word not in known:
            continue
        behind = idioms.get((word, s.lower[k + 1]), ()) if k + 1 < c.n else ()
        before = idioms.get((s.lower[k - 1], word), ()) if k else ()
        for words, at in (*behind, *before):
            first, last = k - at, k - at + len(words)
            if first < 0:
                continue
            titled = not (s.headline or c.verbal_next) and tuple(s.words[first:last]) == words
            if titled or tuple(s.lower[first:last]) == words:
                return True
    return False


def is_ordinal(c: Candidate) -> bool:
    """Every ordinal but a running tally: "the 83rd homicide of the year"."""
    return not _tally(c)


def _tally(c: Candidate) -> bool:
    """Does "of the year", "this year", "since" follow the noun that the ordinal counts?"""
    s = c.s
    if not isinstance(c.numeral.value, int) or c.numeral.value < 3 or c.month(c.j):
        return False
    if not c.noun_next and not c.counted_at(c.j):
        return False
    if c.after in c.rules.numerals.article_units:
        return False  # "in the fourth year of the war"
    tally, tally_firsts = c.rules.designators.tally, c.rules.designators.tally_firsts
    for j in range(c.j + 1, min(c.j + 14, c.n)):
        if s.tags[j] & pos.PUNCT:
            return False
        if s.lower[j] in tally_firsts and any(tuple(s.lower[j : j + len(phrase)]) == phrase for phrase in tally):
            return True
        if (
            s.lower[j] in {"of", "in"}
            and j + 1 < c.n
            and s.words[j + 1].isdecimal()
            and 1900 < int(s.words[j + 1]) < 2100
        ):
            return s.lower[j] == "of" or any(_befell(c, i) for i in range(c.j, j))
    return False


def _befell(c: Candidate, i: int) -> bool:
    """Does the word at i tell what befell one: "the 45th officer murdered in 2025", "the 83rd homicide in 2025"?"""
    s, lexicon, words = c.s, c.rules.lexicon, c.rules.words
    verb = words.verb(s.lower[i]) if s.tags[i] & pos.PARTICIPLE else None
    act = lexicon.action_of_verb(verb) if verb else None
    event = lexicon.event_noun(words.noun(s.lower[i]) or s.lower[i])
    told = act or (event.act if event else None)
    return told is not None and told.action in TOLLED


def is_pronoun(c: Candidate) -> bool:
    """ "one" that stands for a noun or for people at large, and "one day" that means some day."""
    s, i, j = c.s, c.i, c.j
    if j != i + 1 or s.lower[i] != "one":
        return False
    if j >= c.n:
        return True
    if c.after == "-" and s.glued(j):
        return False
    tags, words = s.tags[j], c.rules.designators
    noun = bool(tags & (pos.NOUN | pos.ADJ | pos.NAME)) and not tags & (pos.PREP | pos.CONJ | pos.AUX | pos.REL)
    if c.after in words.one_days:
        return c.before not in words.before_one_day
    if c.before in words.before_pronoun:
        return True
    if c.before in words.definite:
        return not noun
    if i and s.tags[i - 1] & pos.ADJ and not s.tags[i - 1] & _NOT_ONLY_ADJECTIVE:
        return not c.unit_next  # "the richest one percent"
    if noun:
        return False
    if tags & pos.AUX:  # "one was killed": what follows is done to the one counted
        return not (j + 1 < c.n and s.tags[j + 1] & pos.PARTICIPLE)
    if c.before == "," and tags & pos.ADV and (j + 1 >= c.n or s.tags[j + 1] & pos.PUNCT):
        return False  # "hurting five, one seriously"
    return c.after not in words.behind_counted_one and not tags & (pos.PARTICIPLE | pos.PAST)


def is_bare_half(c: Candidate) -> bool:
    """ "half" where it is no share of something."""
    s, j, words = c.s, c.j, c.rules.designators
    if c.numeral.value is None or s.lower[c.i] != "half" or j - c.i != 1:
        return False
    if c.after == "-" and s.glued(j):
        return not c.unit_next and c.ahead(1) not in c.rules.measures.points
    if c.after in words.behind_half or c.unit_next:
        return False
    return c.before not in words.before_half and not c.counted_next


def is_loose_order(c: Candidate) -> bool:
    """ "tens", "scores", "a couple", "a handful", "several" that say not of what."""
    word, words = c.s.lower[c.j - 1], c.rules.designators
    if word in words.of_orders:
        if word == "couple":
            return c.before == "the" or (c.after not in {"of", "more"} and not c.counted_next)
        return c.after != "of" and not (word == "scores" and _befallen(c))
    if word == "several":
        return not (c.after in words.behind_several or c.counted_next or c.verbal_next or c.unit_next)
    return False


def _befallen(c: Candidate) -> bool:
    """ "scores hurt", "scores more were killed": what follows befalls people."""
    s, j = c.s, c.j
    while j < c.n and (s.tags[j] & pos.AUX or s.lower[j] in c.rules.measures.fillers):
        j += 1
    if j >= c.n or (c.i and s.tags[c.i - 1] & (pos.PRON | pos.NAME | pos.NOUN | pos.DET)):
        return False
    if c.rules.lexicon.action_of_adjective(s.lower[j]) is not None:
        return True
    verb = c.rules.words.verb(s.lower[j]) if s.tags[j] & pos.PARTICIPLE else None
    return verb is not None and c.rules.lexicon.action_of_verb(verb) is not None


def is_worded_decade(c: Candidate) -> bool:
    """ "the nineteen sixties"."""
    return c.after in c.rules.designators.decades


def is_ratio_word(c: Candidate) -> bool:
    """ "double" and "twin" that multiply nothing: "a twin-engined plane", "a double espresso"."""
    s, i, j = c.s, c.i, c.j
    tags = s.tags[j] if j < c.n else pos.PUNCT
    if i and s.words[i][0].isupper() and s.words[i - 1].islower() and not (s.headline or s.caseless):
        return True  # "at the Doubles Bar"
    modifies = bool(tags & (pos.NOUN | pos.NOUNS)) and not tags & (pos.PREP | pos.CONJ)
    if s.lower[i] not in c.rules.numerals.pairs or counted_deed(s, c.numeral, c.rules) is not None:
        return False
    if c.numeral.form is forms.PAIR:
        return not modifies
    before = s.tags[i - 1] if i else 0
    plain = before & (pos.DET | pos.POSSPRON | pos.POSS | pos.ADJ) and not before & (pos.CONJ | pos.ADV)
    hyphened = j < c.n and s.words[j] in DASHES and s.glued(j)
    return bool(hyphened or (plain and modifies))
