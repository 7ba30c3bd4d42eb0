"""Names with a number in them: "Flight 370", "page 12", "World War Two"."""

from typing import Final

from figurecheck.extraction import forms
from figurecheck.extraction.nonfigures.candidate import PAIRING, Candidate
from figurecheck.extraction.sentence import DASHES
from figurecheck.rulebook import tags as pos


def is_name(c: Candidate) -> bool:
    """ "Flight 370", "page 12", "iPhone 11", "Route 66", "Image 1 of 5", "the 5000 block"."""
    s, i = c.s, c.i
    designators = c.rules.designators
    if c.money_before or c.numeral.form in {forms.FRACTION, forms.RATIO} or _voted(c):
        return False
    if (c.after in designators.behind and c.numeral.form is forms.DIGITS) or _helps(c):
        return True
    if i == 0:
        return False
    before = s.lower[i - 1]
    if before == "." and i >= 2 and s.glued(i - 1) and s.lower[i - 2] in designators.stopped:
        return True
    if c.numeral.form is forms.WORDS and _titled(c, i):
        return True
    if before in {"of", "/"} and i >= 3:
        k = i - 3 if s.words[i - 2].isdecimal() else i - 4
        page = k >= 0 and s.lower[k] in designators.before and s.words[k + 1].isdecimal()
        return page and (k == i - 3 or not c.counted_next)  # "build 12 blocks of 24 flats"
    if before in designators.school_years and _school_year(c):
        return True
    if before in designators.always or _paired_name(c, i) or _lettered(c) or _dialled(c):
        return True
    if before not in designators.before and not s.tags[i - 1] & (pos.NAME | pos.ADJ | pos.NUM):
        return False  # no word that a number could name
    if c.unit_next or c.numeral.magnitude != 1 or "," in s.words[i]:
        return False
    if before in designators.before:
        return _designated(c)
    if c.plain and _modelled(c):
        return True
    if _released(c):
        return True
    if not s.tags[i - 1] & pos.NAME or s.headline or not c.plain or not before[0].isalpha():
        return False
    if not (s.words[i - 1][0].isupper() or s.caseless):
        return False  # "prices rose 3 percent": a verb that could be a name
    named = i > 1 and s.words[i - 2].istitle() and not s.tags[i - 2] & pos.DET
    if named and before in c.rules.roles.places and c.verbal_next:
        return True  # "Fire Station 18 told"
    if named and c.whole(10, 110) and c.verbal_next:
        return False  # "Nick Hague 44 has": an age without its commas
    return not (c.counted_next or before in c.rules.calendar.terms or _place_before(c, i) or _gapped(c, i))


def _designated(c: Candidate) -> bool:
    """A number behind a word that numbers name things by: "page 12", but not "this week 9 have died"."""
    s, i, counted = c.s, c.i, c.counted_next
    if i > 1 and s.lower[i - 2] in c.rules.calendar.directions and (counted or c.verbal_next):
        return False  # "this week 9 have died"
    if i > 1 and s.tags[i - 2] & pos.DET and c.verbal_next and s.words[i - 1].islower():
        return False  # "inside the theatre 40 were trapped"
    capital = s.words[i - 1][0].isupper() and not s.headline
    verb = s.tags[i - 1] & pos.VERB and (c.numeral.form is not forms.DIGITS or _does(c))
    worded = counted and c.numeral.form is forms.WORDS  # "Local News Four people wounded"
    return (capital and i > 1 and not worded) or not (counted or verb or s.tags[i - 1] & pos.PREP)


def _lettered(c: Candidate) -> bool:
    """ "seat 14C", "case 26-11304": a capital or a second number glued to that of something that is numbered."""
    s, i, j = c.s, c.i, c.j
    if c.numeral.magnitude != 1 and j == i + 2 and s.glued(i + 1) and s.words[i + 1] in _MAGNITUDES:
        return s.words[i - 1].istitle() and s.lower[i - 1] in c.rules.designators.before  # "Class 9B won"
    if c.plain and j < c.n and s.glued(j) and len(s.words[j]) == 1 and s.words[j].isupper():
        return s.lower[i - 1] in c.rules.designators.before
    second = i > 2 and c.numeral.form is forms.DIGITS and s.words[i - 1] in DASHES and s.glued(i - 1) and s.glued(i)
    return second and s.lower[i - 3] in c.rules.designators.before and s.words[i - 2].isdecimal() and not c.counted_next


def _dialled(c: Candidate) -> bool:
    """ "call 111", "text 85258", "dial 112, 911 or 999"."""
    if not c.plain or len(c.s.words[c.i]) <= _SHORT:
        return False
    s, i = c.s, c.i
    while i > 2 and s.words[i - 1] in PAIRING and s.words[i - 2].isdecimal() and len(s.words[i - 2]) > _SHORT:
        i -= 2
    return s.lower[i - 1] in c.rules.designators.dialled and not (c.counted_next or c.unit_next or c.noun_next)


def _helps(c: Candidate) -> bool:
    """ "the city's 911 system", "its 999 calls", "calls to 911"; "the 73 bus"."""
    s, i, words = c.s, c.i, c.rules.designators
    if c.plain and c.after in words.lines and s.words[i] != "1":
        return not c.counted_next
    if not c.plain or s.words[i] not in words.emergency:
        return False
    return c.after in words.behind_emergency or (c.before == "to" and i > 1 and s.lower[i - 2] in words.dialled)


def _school_year(c: Candidate) -> bool:
    """ "pupils in Year 12", "year 9 pupils", but not "in a year 12 people died"."""
    s, k = c.s, c.i - 1
    if not c.whole(1, _LAST_YEAR) or c.verbal_next or (k and s.lower[k - 1] in c.rules.calendar.directions):
        return False
    named = k == 0 or (s.words[k][0].isupper() and not s.headline)
    return named or not s.tags[k - 1] & (pos.DET | pos.ADJ | pos.NOUN | pos.NUM | pos.POSS)


def _does(c: Candidate) -> bool:
    """ "officials log 40 a day", "to house 12", "the injured number 54": the word is a verb, by those who do it."""
    s, k = c.s, c.i - 2
    if k < 0:
        return False
    k -= k > 0 and bool(s.tags[k] & pos.ADV) and not s.tags[k] & (pos.ADJ | pos.NOUN)
    befallen = k > 0 and s.tags[k - 1] & pos.DET and s.lower[k] in c.rules.roles.befallen
    return bool(befallen or s.tags[k] & (pos.NOUNS | pos.PRON | pos.AUX) or s.lower[k] == "to")


def _gapped(c: Candidate, i: int) -> bool:
    """ "Labour won 22 seats, the Greens 15 and New Zealand First 9": names and numbers that leave out the verb."""
    s, k = c.s, i - 1
    while k > 0 and s.tags[k] & pos.NAME and s.words[k][0].isupper():
        k -= 1
    if k > 0 and s.lower[k] == "the":
        k -= 1
    stops = i + 1 >= c.n or s.words[i + 1] in _STOPS or bool(s.tags[i + 1] & (pos.PREP | pos.CONJ))
    if not stops or s.lower[k] not in _GAPS or s.words[i - 1].isupper():
        return False
    earlier = next((m for m in range(k - 1, 0, -1) if s.tags[m] & pos.NUM or s.words[m].isdecimal()), None)
    if earlier is None or c.month_before(earlier):
        return False
    return not s.tags[earlier - 1] & pos.NAME or _gapped(c, earlier)


_MAGNITUDES: Final = frozenset({"B", "K", "M", "T"})
_SHORT: Final = 2
"""A number that is dialled has more digits."""
_LAST_YEAR: Final = 13
"""The last year of a school."""
_GAPS: Final = frozenset({",", ";", "and", "while", "but"})
_STOPS: Final = frozenset({",", ";", "."})


def _paired_name(c: Candidate, i: int) -> bool:
    """The other number of "pages 12-14", "Sections 3 and 4"."""
    s, designators = c.s, c.rules.designators
    if i < 3 or s.words[i - 1] not in PAIRING or not s.words[i - 2].isdecimal() or c.numeral.form is not forms.DIGITS:
        return False
    if s.glued(i) and not s.glued(i - 1):
        return False  # a minus: "Stoxx 50 -1.3%"
    stopped = s.words[i - 3] == "." and i > 3 and s.lower[i - 4] in designators.stopped
    told = s.tags[i - 3] & pos.NOUNS or (s.words[i - 3][0].isupper() and not s.headline)  # "desks 40 to 46"
    named = bool(told) and s.lower[i - 3] in designators.before and not c.counted_next
    return stopped or named or s.lower[i - 3] in designators.always


def _titled(c: Candidate, i: int) -> bool:
    """A capitalised number word that ends a name or opens one: "World War Two", "News at Ten", "in Three Rivers"."""
    s = c.s
    if i == 0 or s.headline or not s.words[i][0].isupper():
        return False
    if s.tags[i - 1] & pos.POSS and i > 1 and s.words[i - 2][0].isupper() and not c.counted_next:
        return True  # "Ocean's Eleven"
    if s.words[i - 1].islower() and s.words[i - 1].isalpha() and c.j < c.n and s.words[c.j].istitle():
        return True
    if i + 1 < c.n and s.tags[i + 1] & pos.NOUNS:
        return False
    if s.words[i - 1].isalpha() and s.words[i - 1].islower():
        return i > 1
    named = s.words[i - 1][0].isupper() and s.tags[i - 1] & pos.NAME
    return bool(named) and not s.tags[i - 1] & (pos.VERBZ | pos.PAST | pos.PARTICIPLE)


def _voted(c: Candidate) -> bool:
    """ "passed the Senate 52-49": the votes, no name's number."""
    s, i, j = c.s, c.i, c.j
    if not c.plain or (c.before not in DASHES and c.after not in DASHES):
        return False
    for first, last in ((i, j + 1), (i - 2, i)):
        joined = 0 <= first < last < c.n and s.words[last - 1] in DASHES
        if joined and s.words[first].isdecimal() and s.words[last].isdecimal():
            return c.rules.designators.of_votes(s.lower[max(0, first - 4) : first])
    return False


def _modelled(c: Candidate) -> bool:
    """ "a new 208 and the i4", "two new 737 Max jets": things called by a number."""
    s, k = c.s, c.i - 1
    while k > 0 and s.tags[k] & pos.ADJ and not s.tags[k] & (pos.NOUN | pos.DET | pos.NUM):
        k -= 1
    if s.tags[k] & pos.NUM and not s.tags[k] & pos.DET and not c.unit_next and c.j + 1 < c.n:
        type_behind = s.tags[c.j] & pos.NAME and s.words[c.j][0].isupper() and s.tags[c.j + 1] & pos.NOUNS
        return bool(type_behind) and c.rules.lexicon.nation_of(s.words[c.j]) is None
    if s.lower[c.i - 1] in c.rules.designators.no_model:
        return False
    alone = s.lower[k] in {"a", "an"} and not c.noun_next and not c.counted_next
    return alone and k < c.i - 1 and not c.unit_next and c.after != "-"


def _released(c: Candidate) -> bool:
    """ "Firefox 3.0", "WAVE 3 News": a release of a product, a station's number between the words of its name."""
    s, i, j = c.s, c.i, c.j
    if s.headline or not s.tags[i - 1] & pos.NAME or not s.words[i - 1][0].isupper():
        return False
    whole, dot, part = s.words[i].partition(".")
    if dot:
        known = c.rules.lexicon.nation_of(s.words[i - 1]) or c.rules.lexicon.nations.is_place(s.words[i - 1])
        acronym = s.words[i - 1].isupper()  # "IE 5.01"
        return whole.isdecimal() and (len(part) == 1 or acronym) and not c.counted_next and not known
    called = c.plain and s.words[i - 1].isupper() and j < c.n and s.words[j].istitle() and bool(s.tags[j] & pos.NOUNS)
    return called and c.rules.lexicon.nation_of(s.words[j]) is None and not _place_before(c, i)


def _place_before(c: Candidate, i: int) -> bool:
    """ "In Homs 30 were killed", "Ukraine 84": a place or nation before the number names no thing."""
    s, k = c.s, i - 1
    if c.rules.lexicon.nation_of(s.words[k]) is not None:
        return True
    while k > 0 and s.tags[k] & pos.NAME:
        k -= 1
    capitals = s.words[i - 1].isupper() and not s.headline  # "in IE 7"
    return (s.lower[k] in {"in", "at", "near", "from"} and not capitals) or c.rules.units.currency_prefix(
        s.words[i - 1], False
    ) is not None
