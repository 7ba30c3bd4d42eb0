"""Figures in the cells of tables: a cell is read as if its headers stood behind its number."""

import re
from bisect import bisect_right
from typing import Final

from figurecheck.extraction.draft import Draft
from figurecheck.extraction.quantities import read_quantities
from figurecheck.extraction.sentence import Sentence, read_sentence
from figurecheck.extraction.subjects import SubjectReader
from figurecheck.model import When, actions, kinds
from figurecheck.reading.projection import Cell, Projection
from figurecheck.rulebook import Rulebook
from figurecheck.rulebook import tags as pos

_LONGEST: Final = 40  # characters; what is longer is copy that stands in a table
_UNIT: Final = re.compile(r"(.*?)\s*(?:[(\[]([^()\[\]]{1,24})[)\]]|,\s*(\S{1,12}))\s*")
_OWN_UNIT: Final = re.compile(r"([$€£¥₹])\s*\d|\d\s*([^\W\d]+|[%°$€£¥₹])")
_YEAR: Final = re.compile(r"(?:1[89]|20)\d\d")
_SIGN: Final = re.compile(r"[A-Z]{0,3}[$€£¥₹]|[A-Z]{3}\b")
_DONE: Final = pos.PARTICIPLE | pos.PAST
_MEASURED: Final = frozenset({kinds.AGE, kinds.DURATION, kinds.MEASURE})
_IN_PLACE: Final = re.compile(r"\b[Ii]n ((?:[A-ZÀ-Þ][\w’'-]*+ ?){1,4})")
_COUNTED: Final = frozenset({kinds.COUNT, kinds.RANK})


class CellReader:
    """Reads the figures of a part's tables."""

    __slots__ = ("_cells", "_places", "_starts", "rules", "text")

    def __init__(self, projection: Projection, rules: Rulebook) -> None:
        self.text = projection.text
        self.rules = rules
        self._cells = [cell for table in projection.tables for cell in table.cells]
        self._cells.sort(key=lambda cell: cell.start)
        self._starts = [cell.start for cell in self._cells]
        self._places = frozenset(
            " ".join(words[:size])
            for found in _IN_PLACE.finditer(self.text)
            for words in (found[1].split(),)
            for size in range(1, len(words) + 1)
        )

    def at(self, start: int, end: int) -> Cell | None:
        """The cell with headers whose whole text is the plain span [start, end); None for any other span."""
        index = bisect_right(self._starts, start) - 1
        cell = self._cells[index] if index >= 0 else None
        if cell is None or (cell.start, cell.end) != (start, end) or end - start > _LONGEST:
            return None
        return cell if cell.column or cell.row else None

    def read(self, cell: Cell) -> tuple[Sentence, list[Draft]]:
        """The cell's row as a sentence of the cell's tokens, and its figures with subject, action, place and time.

        One header says what is counted, the column's before the row's; the other is a place, a year or tells which of
        these are counted.
        """
        (column, unit), (row, other) = _unit(cell.column), _unit(cell.row)
        named = [words for words in (column, row) if words and not self._is_setting(words)]
        header = named[0] if named else ""
        sentence, drafts = self._behind(cell, unit or other, header)
        if drafts and not (unit or other or _sure(sentence, drafts)) and not self._is_figure(cell, header):
            return sentence, []
        if not _tells(drafts) and len(named) > 1:
            second = self._behind(cell, unit or other, named[1])
            if second[1] and _tells(second[1]):
                sentence, drafts = second
                named.reverse()
        drafts = [draft for draft in drafts if self._counts(sentence, draft)]
        for draft in drafts:
            self._settle(draft, (row, column))
            draft.modifiers = (*(word for words in named[1:] for word in words.split()), *draft.modifiers)
        return sentence, drafts

    @staticmethod
    def _counts(sentence: Sentence, draft: Draft) -> bool:
        """Whether anything is counted: "Points" are, "Rank" is not."""
        if draft.kind not in _COUNTED or draft.concept is not None or draft.head is None or draft.stated == 1:
            return True
        return bool(sentence.tags[draft.head] & pos.NOUNS)

    def _is_figure(self, cell: Cell, header: str) -> bool:
        """Whether the number would be one behind its header: "Killed 12" is, "Year 2023" and "Page 4" are not."""
        text = f"{header} {self.text[cell.start : cell.end]}"
        sentence = read_sentence(text, 0, len(text), self.rules)
        return bool(read_quantities(sentence, self.rules)[0])

    def _behind(self, cell: Cell, unit: str, header: str) -> tuple[Sentence, list[Draft]]:
        """The cell with the unit and the words of a header behind it, read as one phrase."""
        written = self.text[cell.start : cell.end]
        own = self._has_unit(written)
        before, behind = ("", "") if own else _around(unit)
        words = self._words(header)
        joint = " of " if own or before or behind else " "
        text = f"{before}{written}{behind}{joint}{words}" if words else f"{before}{written}{behind}"
        sentence = read_sentence(text, 0, len(text), self.rules)
        drafts, _ = read_quantities(sentence, self.rules)
        lead, size = len(before), len(written)
        inside = [draft for draft in drafts if lead <= sentence.begins(draft.number) < lead + size]
        SubjectReader(sentence, self.rules).read(inside, None, {})
        for draft in inside:
            self._act(sentence, draft)
        return self._moved(sentence, cell, lead), inside

    def _has_unit(self, written: str) -> bool:
        """Whether the cell itself gives a unit or currency: "$5m" and "3 km", but not "about 80" or "2m"."""
        magnitudes = self.rules.numerals.magnitudes
        return any(found[1] or found[2].lower() not in magnitudes for found in _OWN_UNIT.finditer(written))

    def _words(self, header: str) -> str:
        """A header as it would stand in a sentence: known words in lower case, without "number of"."""
        words = [word.lower() if self.rules.words.known(word.lower()) else word for word in header.split()]
        if len(words) > 2 and words[0] in self.rules.measures.container_numbers and words[1] == "of":
            words = words[2:]
        return " ".join(words)

    def _act(self, sentence: Sentence, draft: Draft) -> None:
        """What was done, as the header's words say: "homes destroyed", "missing people", "arrests"."""
        lexicon = self.rules.lexicon
        noun = (
            lexicon.action_of_noun(draft.head_lemma) if draft.head_lemma and draft.kind is not kinds.PERCENT else None
        )
        found = [act for act in (noun, *(lexicon.action_of_adjective(word.lower()) for word in draft.modifiers)) if act]
        for i in range(draft.last, len(sentence)):
            verb = self.rules.words.verb(sentence.lower[i]) if sentence.tags[i] & _DONE else None
            particle = sentence.lower[i + 1] if i + 1 < len(sentence) else None
            act = lexicon.action_of_verb(verb, particle, draft.concept) if verb else None
            found += [act] if act else []
        draft.action = draft.implied or (found[0].action if found else None)
        if draft.kind is kinds.MONEY and draft.action is not None:
            draft.action = actions.COST
        elif draft.kind in _MEASURED and draft.action is None:
            draft.action = actions.MEASURE

    def _moved(self, sentence: Sentence, cell: Cell, lead: int) -> Sentence:
        """The sentence with its tokens where they stand in the plain text; those of the headers end with the cell."""
        moved = Sentence(self.text, *cell.line)
        moved.words, moved.lower, moved.tags, moved.cues = (
            sentence.words,
            sentence.lower,
            sentence.tags,
            sentence.cues,
        )
        offsets = ([*map(of, range(len(sentence)))] for of in (sentence.begins, sentence.ends))
        moved.move(*([min(max(cell.start + at - lead, cell.start), cell.end) for at in column] for column in offsets))
        return moved

    def _settle(self, draft: Draft, headers: tuple[str, str]) -> None:
        """Place and time, where a header is one."""
        for words in headers:
            if _YEAR.fullmatch(words):
                draft.when = draft.when or When(text=words, start=f"{words}-01-01", end=f"{words}-12-31")
            elif draft.place is None and self._is_place(words):
                draft.place = words

    def _is_setting(self, words: str) -> bool:
        return _YEAR.fullmatch(words) is not None or self._is_place(words)

    def _is_place(self, words: str) -> bool:
        """A nation, or a name that the text says something happened in."""
        if not words[:1].isupper():
            return False
        return self.rules.lexicon.nation_of(words) is not None or words in self._places


def _unit(header: str) -> tuple[str, str]:
    """A header and the unit that it names: "Damage ($ million)", "Rain, mm"."""
    found = _UNIT.fullmatch(header)
    return (found[1], found[2] or found[3]) if found and found[1] else (header, "")


def _around(unit: str) -> tuple[str, str]:
    """What of a unit stands before and behind a number: ("$", " million"), ("", " mm")."""
    sign = _SIGN.match(unit)
    if sign:
        return sign[0] + (" " if sign[0].isalpha() else ""), f" {unit[sign.end() :].strip()}".rstrip()
    return "", f" {unit}" if unit else ""


def _tells(drafts: list[Draft]) -> bool:
    """Whether the header said what is counted."""
    return all(draft.kind not in _COUNTED or draft.concept is not None for draft in drafts)


def _sure(sentence: Sentence, drafts: list[Draft]) -> bool:
    """Whether the header named things or people that are counted, so that the number is a count of them."""
    return all(
        draft.kind in _COUNTED
        and draft.concept is not None
        and (draft.head is None or bool(sentence.tags[draft.head] & pos.NOUNS))
        for draft in drafts
    )
