"""Coverage-guided fuzzing of extraction with atheris: `python tests/fuzz/fuzz_extract.py -runs=1000000`.

Takes libFuzzer's options. Every byte is a piece of copy, so that mutations make sentences and not noise; what holds for
any text must hold for each. Fails with the text that broke it.
"""

import sys
from pathlib import Path

import atheris

CHECKOUT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(CHECKOUT / "service"), str(CHECKOUT)]

with atheris.instrument_imports(include=["figurecheck.extraction", "figurecheck.reading"]):
    from figurecheck.extraction import extract

from tests.extraction.wire import check_figures  # noqa: E402 - needs the path above

from figurecheck.model import Article  # noqa: E402
from figurecheck.rulebook import load_rulebook  # noqa: E402

_PIECES = """
84|1,200|5|0|12.5|.5|1 200|3/4|½|2024|24|100,000|1.2|007|seven|twenty-one|hundred|million|bn|k|m
dozen|dozens of|half|third|a|an|the|of|in|and|or|to|from|by|at|between|per|more than|at least|up to
about|nearly|just over|or more|fewer than|as many as|$|€|£|US$|%|per cent|points|basis points|km
km/h|kg|years old|-year-old|hours|a day|degrees|°C|barrels|magnitude|cents|people|drones|homes
soldiers|killed|wounded|were shot down|rose|fell|died|said|police|Russia|Ukraine|Kyiv|on Monday
March|3:45|p.m.|F-16|Covid-19|No.|Mr.|J.|page|Section|https://a.b/1|#5|@a|555-1234|3-1|2nd|third|one
another|twice|doubled|fold|times|including|of whom|of them|among them|death toll|number of|total of
respectively|each|other|others|down|up|minus|-|–|—|+|~|<|>|.|,|;|:|!|(|)|[|]|“|”|'|’s|"|/|*|_|`|#
<b>|</b>|<td>|&nbsp;|&#53;|²|٣|Ⅻ|é|🙂
"""
PIECES = [piece for line in _PIECES.strip().splitlines() for piece in line.split("|")]
PIECES += ["|", "\n", "\n\n", "\t", "\r\n", "\0", "\u00a0", "\u00ad", "\u202e", "\ud800", "|---|\n", "<p>"]
FORMATS = ("text", "markdown", "html")


def written(data: bytes) -> str:
    """The copy that the bytes stand for; an odd piece number glues it to the piece before."""
    found: list[str] = []
    for code in data:
        glued = code >= 2 * len(PIECES) or code % 3 == 0
        found.append(("" if glued else " ") + PIECES[code % len(PIECES)])
    return "".join(found)


def test_one_input(data: bytes) -> None:
    """Reads one text; an exception is a finding."""
    if not data:
        return
    text = written(data[1:])
    article = Article.model_validate({"text": text, "id": "fuzz", "format": FORMATS[data[0] % len(FORMATS)]})
    try:
        check_figures(text, extract(article, load_rulebook()))
    except Exception as error:
        raise AssertionError(f"{article.format}: {text!r}") from error


if __name__ == "__main__":
    atheris.Setup(sys.argv, test_one_input)
    atheris.Fuzz()
