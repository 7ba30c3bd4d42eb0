"""Parts of speech as bits: a word's tags are the sum of all it can be."""

from typing import Final

NOUN: Final = 1
NOUNS: Final = 2
VERB: Final = 4
VERBZ: Final = 8
PAST: Final = 16
PARTICIPLE: Final = 32
GERUND: Final = 64
ADJ: Final = 128
ADV: Final = 256
NAME: Final = 512
DET: Final = 1 << 10
PREP: Final = 1 << 11
CONJ: Final = 1 << 12
PRON: Final = 1 << 13
AUX: Final = 1 << 14
NUM: Final = 1 << 15
PUNCT: Final = 1 << 16
POSS: Final = 1 << 17
REL: Final = 1 << 18
MODAL: Final = 1 << 19
NEG: Final = 1 << 20
TO: Final = 1 << 21
POSSPRON: Final = 1 << 22
PART: Final = 1 << 23

BY_NAME: Final[dict[str, int]] = {
    name.lower(): value for name, value in sorted(globals().items()) if name.isupper() and isinstance(value, int)
}
"""The tags as rules/ writes them: "noun", "nouns", "verb", ..."""

OPEN: Final = NOUN | NOUNS | VERB | VERBZ | PAST | PARTICIPLE | GERUND | ADJ | ADV | NAME
"""The tags that lemminflect's tables can give; the rest come from rules/lexicon/*/function.toml."""


def parse(names: str) -> int:
    """The bits of tags named as rules/ writes them, in one string: "det pron". Raises KeyError for an unknown name."""
    bits = 0
    for name in names.split():
        bits |= BY_NAME[name]
    return bits
