"""A sample of the flags between articles of one event, for an editor to judge: python -m bench.read_flags EVENTS.

EVENTS is a file of JSON lines, each an event with its `articles` (id, source, date, text). The verdicts on a reading
stand in fc1xx_verdicts.jsonl: those marked fresh are of half the events, read when rules had been mended on the other
half, and "fresh, after" is what was left of them once their own faults were mended as well; "second half" are flags
that no reading had reached, raised after rules were mended on the others; "third" are sixty loud ones raised since, in
the order of their keys, without the two that fell silent before the night was over; "fourth" are all loud ones that no
reading had reached, and with them four older verdicts were set right whose likes had been judged the other way. The
sample is the same on every run, and a flag that stays keeps its place in it.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path
from typing import Any

from figurecheck.checking import Accounts, check_account
from figurecheck.matching import Account, account
from figurecheck.model import Article, Figure, Flag
from figurecheck.rulebook import load_rulebook

BOOK = load_rulebook()
RULES = frozenset(code for code, rule in BOOK.flags.items() if code.startswith("FC1") and rule.enabled)
SAMPLE = 100


def between(events: Path) -> Iterator[tuple[str, Flag, dict[str, Article]]]:
    """Every FC1xx flag of every article checked against the others of its event; of two that mirror each other, one."""
    with events.open(encoding="utf-8") as lines:
        for line in lines:
            event = json.loads(line)
            told = [account(article(entry), BOOK) for entry in event["articles"]]
            yield from _of_event(event["event_id"], told)


def article(entry: dict[str, Any]) -> Article:
    """An article of an event."""
    return Article(id=entry["id"], text=entry["text"], source=entry["source"], published=entry["date"])


def _of_event(event: str, told: list[Account]) -> Iterator[tuple[str, Flag, dict[str, Article]]]:
    evidence, texts, seen = Accounts(told), {one.article.id: one.article for one in told}, set[tuple[str, ...]]()
    for one in told:
        for flag in check_account(one, evidence, BOOK, RULES).flags:
            key = (flag.code, *sorted((flag.figure.id, flag.evidence[0].figure.id)))
            if key not in seen:
                seen.add(key)
                yield event, flag, texts


def place(flag: Flag) -> bytes:
    """Where the flag stands in the order that the sample is the beginning of: a hash of what it compares."""
    key = "|".join(sorted((flag.figure.id, flag.evidence[0].figure.id)))
    return blake2b(key.encode(), digest_size=8).digest()


def _sentence(texts: dict[str, Article], key: str, figure: Figure) -> str:
    first, last = figure.sentence
    text = texts[key].text
    told = f"{text[first : figure.start]}«{text[figure.start : figure.end]}»{text[figure.end : last]}"
    return " ".join(told.split())


def _told(number: int, event: str, flag: Flag, texts: dict[str, Article]) -> Iterator[str]:
    other, score = flag.evidence[0], flag.comparison.score if flag.comparison else 0.0
    yield f"{number} {flag.code} {flag.severity.value} {score} {event} {place(flag).hex()}\n   {flag.message}\n"
    for key, figure in ((flag.article, flag.figure), (other.article, other.figure)):
        one = texts[key]
        when = f"{one.published:%Y-%m-%d}" if one.published else "undated"
        yield f"   {key} {one.source} {when}: {_sentence(texts, key, figure)}\n"
    yield "\n"


def main() -> None:
    """Writes the sample, and how many flags there are by rule and severity."""
    found = sorted(between(Path(sys.argv[1])), key=lambda item: place(item[1]))
    for number, item in enumerate(found[:SAMPLE], 1):
        sys.stdout.writelines(_told(number, *item))
    counts = Counter(f"{flag.code} {flag.severity.value}" for _, flag, _ in found)
    told = ", ".join(f"{name} {count}" for name, count in sorted(counts.items()))
    sys.stdout.write(f"{len(found)} flags: {told}\n")


if __name__ == "__main__":
    main()
