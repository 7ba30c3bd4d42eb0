"""Builds the word index's data file from lemminflect's tables: `python -m figurecheck.rulebook.build_words`.

lemminflect (MIT) is needed to build, never to run. The file is the same bytes for the same tables: forms are sorted
into rows by a checksum, each with its class: its tags, and how its lemmas are spelled from it.
"""

import csv
import gzip
from collections import defaultdict
from collections.abc import Iterable, Iterator
from importlib.resources import files
from itertools import pairwise
from typing import Final

from figurecheck.rulebook import tags as t
from figurecheck.rulebook.words import DATA, row_of

ROWS: Final = 2048
"""So many that a row holds some thirty words."""
VERB_SLOTS: Final = (t.PAST, t.PARTICIPLE, t.GERUND, t.VERBZ)
"""The columns of a verb's row, in order; an empty column repeats the one before."""

Form = tuple[str, int, str, str]
"""A form in lower case, its tag, and its noun and verb lemma ("" where it is none)."""


def tables() -> Iterator[list[str]]:
    """The rows of lemminflect's table of inflections: lemma, part of speech, then its forms."""
    resource = files("lemminflect").joinpath("resources/infl_lu.csv.gz")
    yield from csv.reader(gzip.decompress(resource.read_bytes()).decode("utf-8").splitlines())


def forms(row: list[str], adjectives: set[str]) -> Iterator[Form]:
    """What one row says of each of its forms. A capitalised noun that is no adjective is a name."""
    lemma, part, *columns = row
    low = lemma.lower()
    if part == "noun":
        name = lemma != low and lemma not in adjectives
        yield (low, t.NAME, "", "") if name else (low, t.NOUN, low, "")
        for plural in columns[0].lower().split("/"):
            if plural and plural != low and not name:
                yield plural, t.NOUNS, low, ""
    elif part == "verb":
        yield low, t.VERB, "", low
        cells = list(columns)
        for i, _ in pairwise(range(len(cells) + 1)):
            cells[i] = cells[i] or cells[i - 1]
        for tag, cell in zip(VERB_SLOTS, cells, strict=True):
            for form in cell.lower().split("/"):
                yield form, tag, "", low
    elif part in ("adj", "adv"):
        for form in (low, *(f for cell in columns for f in cell.lower().split("/"))):
            if form:
                yield form, t.ADJ if part == "adj" else t.ADV, "", ""


def index(rows: Iterable[list[str]]) -> dict[str, tuple[int, str, str]]:
    """Each form with all its tags, its noun lemma and its verb lemma.

    A form that is a noun of its own and another's plural ("games") counts as the plural; of two verbs it is itself.
    """
    listed = list(rows)
    adjectives = {row[0] for row in listed if row[1] == "adj"}
    seen: dict[str, list[Form]] = defaultdict(list)
    for row in listed:
        for form in forms(row, adjectives):
            if form[0].replace("-", "").replace("'", "").isalpha():
                seen[form[0]].append(form)
    return {form: _merge(form, found) for form, found in sorted(seen.items())}


def _merge(form: str, found: list[Form]) -> tuple[int, str, str]:
    nouns = {noun for _, _, noun, _ in found if noun}
    plural_only = form in nouns and len(nouns) > 1
    bits = 0
    for _, tag, noun, _ in found:
        if not (plural_only and noun == form):
            bits |= tag
    noun = min(nouns - {form} if plural_only else nouns, key=lambda lemma: (len(lemma), lemma), default="")
    verb = min((f[3] for f in found if f[3]), key=lambda lemma: (lemma != form, len(lemma), lemma), default="")
    return bits, noun, verb


def spelling(form: str, lemma: str) -> str:
    """How to spell the lemma from the form: letters to cut, then letters to add ("2:y"), or "-" for no lemma."""
    if not lemma:
        return "-"
    stem = next((i for i, (a, b) in enumerate(zip(form, lemma, strict=False)) if a != b), min(len(form), len(lemma)))
    return f"{len(form) - stem}:{lemma[stem:]}"


def encode(words: dict[str, tuple[int, str, str]]) -> str:
    """The data file: a line of classes in order of first use, then the rows of words, each with its class's number."""
    classes: dict[str, int] = {}
    rows: list[list[str]] = [[] for _ in range(ROWS)]
    for form, (bits, noun, verb) in words.items():
        number = classes.setdefault(f"{bits} {spelling(form, noun)} {spelling(form, verb)}", len(classes))
        rows[row_of(form, ROWS)].append(f"{form} {number}")
    return "\n".join(("\t".join(classes), *(" ".join(row) for row in rows)))


def main() -> None:
    """Writes the data file beside this module."""
    DATA.write_text(encode(index(tables())), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
