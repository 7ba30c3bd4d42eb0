"""Numbers that only tell one thing from another: telephone numbers, models, list markers, addresses."""

from typing import Final

from figurecheck.extraction import forms
from figurecheck.extraction.nonfigures.candidate import JOINTS, Candidate
from figurecheck.extraction.sentence import DASHES
from figurecheck.rulebook import tags as pos
from figurecheck.rulebook.unit import GLUED

_PHONE: Final = 7
_PHONE_GROUPS: Final = 6
"""The fewest digits of a telephone number, and the most groups that they are written in."""
_PADDED: Final = 2
"""Up to so many digits a nought before others may be a slip: "05 dead"."""
_ROAD: Final = 2
"""Up to so many digits behind one letter are those of a road or model."""
_GROUPING: Final = JOINTS | {")", "+"}
_CLOSING: Final = frozenset({")", "]"})
_ENDS: Final = pos.AUX | pos.PUNCT | pos.CONJ
"""What follows a gun that is told by its bore alone."""
_OPERATORS: Final = frozenset("<>=")


def is_phone(c: Candidate) -> bool:
    """ "+1-222-2222-2222", "(202) 555-1234", "555-1234", "0800 123 456"."""
    s, i, j = c.s, c.i, c.j
    if c.before.isdecimal() and i > 1 and s.words[i - 2] == "+" and s.glued(i - 1):
        return True
    beside = c.before in _GROUPING or c.after in _GROUPING or c.before.isdecimal() or c.after.isdecimal()
    if not c.plain or not beside:
        return False
    run = _run(c, i)
    if len(run) >= 3 and sum(len(s.words[k]) for k in run) >= 7:
        return True
    if len(run) == 2 and [len(s.words[k]) for k in run] == [3, 4]:
        return True
    if i >= 1 and s.words[i - 1] == "+" and s.glued(i) and j < c.n and s.words[j] in DASHES | {"("}:
        return True
    return _spaced_phone(c, i)


def _spaced_phone(c: Candidate, i: int) -> bool:
    """ "0800 123 456", "03-5550 8899", "+44 20 7946 0958": groups of digits that open with a 0 or behind a plus."""
    s, first, last = c.s, i, i + 1
    while first and i - first < _PHONE_GROUPS and (step := _group_on(c, first - 1, -1)):
        first -= step
    while last < c.n and last - i < _PHONE_GROUPS and (step := _group_on(c, last, 1)):
        last += step
    opened = (s.words[first][0] == "0" and len(s.words[first]) > 1) or s.words[first] in c.rules.designators.free
    called = first > 0 and s.words[first - 1] == "+" and s.glued(first)
    return (opened or called) and last - first > 1 and sum(map(str.isdecimal, "".join(s.words[first:last]))) >= _PHONE


def _group_on(c: Candidate, k: int, way: int) -> int:
    """How many tokens the next group of digits takes from k on, one way or the other; 2 where a mark joins it."""
    s = c.s
    if s.words[k].isdecimal():
        return 1
    joined = s.words[k] in JOINTS and 0 < k < c.n - 1 and s.glued(k) and s.glued(k + 1)
    return 2 if joined and s.words[k + way].isdecimal() else 0


def _run(c: Candidate, i: int) -> list[int]:
    """Token indices of the plain digit groups joined to i by hyphens, dots or brackets."""
    s, run = c.s, [i]
    k = i
    while k >= 2 and s.words[k - 1] in JOINTS | {")"} and s.words[k - 2].isdecimal() and len(s.words[k - 2]) >= 1:
        k -= 2
        run.insert(0, k)
    k = i
    while k + 2 < c.n and s.words[k + 1] in JOINTS | {")"} and s.words[k + 2].isdecimal() and s.glued(k + 1):
        k += 2
        run.append(k)
    return run


def is_padded(c: Candidate) -> bool:
    """ "agent 007", "file 012017": digits that open with a nought measure nothing."""
    word = c.s.words[c.i]
    return word[0] == "0" and len(word) > _PADDED and word.isdecimal()


def is_glued_name(c: Candidate) -> bool:
    """ "5G", "3D", "1080p", "4x4", "49ers", "7-Eleven", "Covid-19", "787 Dreamliner"."""
    s, i, j = c.s, c.i, c.j
    if _hangs(c, i) or _calibre(c):
        return True
    if j >= c.n or j - i > 1:
        return False
    if not s.glued(j):
        return _names_behind(c)
    if s.words[j] == "/" and j + 1 < c.n and s.glued(j + 1) and s.words[j + 1][0].isdecimal():
        return True  # "case 25/6071", odds of 11/4
    if s.words[j][0].isalpha():
        coded = s.words[j].isupper() and j + 1 < c.n and s.glued(j + 1) and s.words[j + 1][0].isdecimal()
        return coded or not (c.unit_next or c.rules.units.match(s.words, j, GLUED)) or s.words[j] == "G"
    hyphen = s.words[j] in DASHES and j + 1 < c.n and s.glued(j + 1)
    if hyphen and s.lower[j + 1] == "for" and c.ahead(2) in DASHES:
        return True  # "a 2-for-1 offer"
    return hyphen and s.lower[j + 1] in c.rules.designators.hyphened


def _calibre(c: Candidate) -> bool:
    """ "a .38 revolver", "a .50-caliber rifle", "a 12-gauge", "a 9mm pistol": the bore of a gun."""
    s, j, words = c.s, c.j, c.rules.designators
    k = j + 1 if j + 1 < c.n and s.words[j] in DASHES else j
    if j - c.i > 1 or k >= c.n:
        return False
    if s.lower[k] in words.behind:
        return True
    if s.lower[k] in words.bores:
        return k + 1 < c.n and _is_gun(c, k + 1)
    if c.before in c.rules.measures.indefinite and s.words[c.i][0] == "." and s.tags[k] & _ENDS:
        return True  # "a .22 was found"
    return s.words[c.i][0] == "." and not c.unit_next and (s.lower[k] in words.calibres or _is_gun(c, k))


def _is_gun(c: Candidate, i: int) -> bool:
    noun = c.rules.words.noun(c.s.lower[i])
    return c.rules.lexicon.is_a(c.rules.lexicon.concept(noun) if noun else None, "weapon")


def _hangs(c: Candidate, i: int) -> bool:
    """Does the number hang on a word: "file_3", "Covid-19" (but not "minus-5", "$US1", "5k-20k")?"""
    s = c.s
    if i == 0 or not s.glued(i):
        return False
    before = s.words[i - 1]
    if before in _OPERATORS and i > 1 and s.glued(i - 1) and s.words[i - 2] in _OPERATORS:
        return True  # "=>30", "<>30": code, not copy
    if before == "/" and i > 1 and s.glued(i - 1) and s.words[i - 2][-1].isdecimal():
        return True
    if before in {"_", "#"} or before[-1].isalpha():
        moved = i > 1 and s.lower[i - 2] in c.rules.measures.directions and c.rules.units.currency_prefix(before)
        if len(before) == 1 and c.plain and len(s.words[i]) <= _ROAD and not moved:
            return True  # "the N11", but "petrol is up N50", but "N48 billion" and "R500"
        if c.numeral.magnitude == 1 and "," not in s.words[i] and c.rules.units.currency_doubtful(before):
            return True  # "the P320", but "P4.5bn"
        return bool(s.tags[i - 1])  # a currency's letters carry no tag
    if before not in DASHES or i < 2 or not s.glued(i - 1) or not s.words[i - 2][-1].isalpha():
        return False
    counted = i > 2 and s.tags[i - 3] & pos.NUM and s.glued(i - 2)
    unit = c.rules.units.match(s.words, i - 2) if i > 3 and s.tags[i - 4] & pos.NUM else None
    divided = unit is not None and unit[0].name in c.rules.measures.divided  # "6-foot-2"
    joined = s.lower[i - 2] in c.rules.numerals.splitters or s.lower[i - 2] in c.rules.hedges.joins
    return not (s.tags[i - 2] & pos.NUM or counted or divided or joined)


def _names_behind(c: Candidate) -> bool:
    """A plain number before a name that is no plural, nation or day: "787 Dreamliner"."""
    s, j = c.s, c.j
    if s.headline or not c.plain or not s.tags[j] & pos.NAME or c.unit_next:
        return False
    if (
        c.numeral.value is None
        or not 3 <= c.numeral.value < 1000
        or not s.words[j][0].isupper()
        or s.words[j].isupper()
    ):
        return False
    named = c.rules.lexicon.nation_of(s.words[j]) or s.lower[j].rstrip(".") in c.rules.calendar.terms
    # "900 Model 3 sedans", "12 Boeing 737 and three Airbus A320 jets", "12 Airbus A320 and A330 jets"
    typed = c.ahead(1)[-1:].isdecimal() and j + 2 < c.n and s.tags[j + 2] & (pos.NOUNS | pos.CONJ)
    return not named and not typed and not c.counted_next


def is_list_marker(c: Candidate) -> bool:
    """ "1) ...", "2. ...", "[3]" at a line's start or as a footnote."""
    s, i, j = c.s, c.i, c.j
    if i and c.after not in _CLOSING:
        return False
    if i == 0 and _section(c):
        return True
    if not c.plain or not c.whole(0, 99):
        return False
    after = c.after
    if i > 0 and s.words[i - 1] == "[" and after == "]":
        return True
    if i > 1 and s.words[i - 1] == "(" and after == ")" and _is_shirt(c, i - 2):
        return True
    opens = i == 0 or s.words[i - 1] in {";", ":", "(", ","} or s.begins(i) == s.start
    if after == ")" and (i == 0 or s.words[i - 1] != "(") and "(" not in s.words[:i]:
        return True
    if (
        i > 0
        and s.words[i - 1] == "("
        and after == ")"
        and j + 1 < c.n
        and opens
        and (i == 1 or s.words[i - 2] in {":", ";", ",", "and"})
    ):
        return True
    return i == 0 and after == "." and s.glued(j) and (j + 1 == c.n or s.words[j + 1][0].isupper())


def _is_shirt(c: Candidate, i: int) -> bool:
    """ "quarterback Dak Prescott (4)": a player's number behind the name that ends at i."""
    while i > 0 and c.s.tags[i] & pos.NAME:
        i -= 1
    return c.s.lower[i] in c.rules.designators.players


def _section(c: Candidate) -> bool:
    """ "1.2 Scope of this report", "1/ A thread" at a line's start."""
    s, j = c.s, c.j
    if j - c.i > 1 or s.headline or c.numeral.form is not forms.DIGITS:
        return False
    k = j + 1 if c.after == "/" and s.glued(j) else j
    if k >= c.n or s.glued(k) or not s.words[k][0].isupper():
        return False
    return k > j or ("." in s.words[0] and not c.unit_next and not s.tags[j] & (pos.NOUNS | pos.NUM))


def _numbered(c: Candidate, k: int) -> bool:
    """ "417th" in an address, and the small letters of its ending."""
    ordinals = c.rules.calendar.ordinals
    after = c.s.lower[k + 1] if k + 1 < c.n else ""
    return (c.s.words[k].isdecimal() and after in ordinals) or (c.s.lower[k] in ordinals and c.s.glued(k))


def is_address(c: Candidate) -> bool:
    """ "123 Main Street", "1600 Pennsylvania Avenue"."""
    s, j = c.s, c.j
    worded = c.numeral.form is forms.WORDS and s.words[c.i][0].isupper()  # "Ten Downing Street"
    if not c.plain and not worded:
        return False
    if j + 1 < c.n and s.words[j] in DASHES and s.words[j + 1].isdecimal():
        j += 2  # 16-18 Industrial Avenue
    k = j
    while k < c.n and k < j + 6 and (s.words[k][0].isupper() or _numbered(c, k)):
        if k > j and s.lower[k] in c.rules.designators.streets:
            return not worded or not c.counted_at(k + 1)
        k += 1
    return False
