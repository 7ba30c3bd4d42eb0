"""One engine for all rules: an article and its evidence in, a report out."""

from collections.abc import Collection, Iterable, Iterator
from hashlib import blake2b

from figurecheck.checking.evidence import EvidenceSource
from figurecheck.checking.finding import Finding, Flagged, Match, View
from figurecheck.checking.passage import Page
from figurecheck.checking.registry import RULES
from figurecheck.checking.retired import Compare, live
from figurecheck.checking.support import support
from figurecheck.matching import Account, pairs
from figurecheck.matching.several import age
from figurecheck.model import Comparison, Evidence, Figure, Flag, Report
from figurecheck.rulebook import Rulebook


def check_account(
    account: Account,
    evidence: EvidenceSource,
    rulebook: Rulebook,
    select: Collection[str] | None = None,
    *,
    compare: Compare = pairs,
) -> Report:
    """What the rules in force find in the account, alone and beside the evidence.

    `select` names the codes to run, else all that are enabled. The order of the evidence changes nothing.
    """
    found = evidence.candidates(account)
    candidates = [other for other in found if other.article.id != account.article.id]
    found_in = [match for other in candidates for match in _matches(account, other, rulebook, compare)]
    matches = list(live(found_in, candidates, rulebook, compare))
    matches.sort(key=_order)
    flags = list(_flags(account, tuple(matches), rulebook, select))
    return Report(
        rules=rulebook.hash,
        article=account.article.head,
        figures=account.figures,
        flags=tuple(flags),
        support=support(account, matches, rulebook),
        stats={
            "figures": len(account.figures),
            "candidates": len(candidates),
            "capped": found.capped,
            "left_out": found.left_out,
            "comparisons": len(matches),
            "flags": len(flags),
        },
    )


def _matches(account: Account, other: Account, rulebook: Rulebook, compare: Compare) -> Iterator[Match]:
    mine_left = age(account.article) <= age(other.article)
    left, right = (account, other) if mine_left else (other, account)
    for pair in compare(left, right, rulebook):
        yield Match(pair, account, other, mine_left)


def _order(match: Match) -> tuple[float, tuple[bool, float, str], str, str]:
    """The best evidence first, then the earliest, then by ids."""
    return -match.pair.score, age(match.other.article), match.mine.id, match.theirs.id


def _flags(
    account: Account, matches: tuple[Match, ...], rulebook: Rulebook, select: Collection[str] | None
) -> Iterator[Flag]:
    order = {figure.id: i for i, figure in enumerate(account.figures)}
    page = Page(account.article, account.article.text, account.figures, rulebook)
    made: list[tuple[int, Flag]] = []
    for code, find in RULES.items():
        rule = rulebook.flags.get(code)
        if rule is None or not (rule.enabled if select is None else code in select):
            continue
        by_figure: dict[str, Flagged] = {}
        for finding in find(View(account, matches, rulebook, rule, page)):
            by_figure.setdefault(finding.figure.id, Flagged(rule)).findings.append(finding)
        made += [(order.get(figure, 0), _flag(account, flagged)) for figure, flagged in by_figure.items()]
    yield from (flag for _, flag in sorted(made, key=lambda item: (item[0], item[1].code)))


def _flag(account: Account, flagged: Flagged) -> Flag:
    findings = sorted(flagged.findings, key=lambda f: (-f.severity.rank, _order(f.match) if f.match else ()))
    first, rule = findings[0], flagged.rule
    evidence = tuple(item for finding in findings for item in _evidence(account, finding))
    pair = first.match
    return Flag(
        code=rule.code,
        name=rule.name,
        severity=first.severity,
        article=account.article.id,
        figure=first.figure,
        evidence=evidence,
        comparison=_comparison(pair) if pair else None,
        expected=first.expected,
        message=first.message,
        fingerprint=_fingerprint(rule.code, account, first.figure, evidence),
    )


def _comparison(match: Match) -> Comparison:
    left, right = (match.account, match.other) if match.mine_left else (match.other, match.account)
    return match.pair.comparison(left, right)


def _evidence(account: Account, finding: Finding) -> Iterable[Evidence]:
    within = {figure.id: figure for figure in finding.within if figure.id != finding.figure.id}  # each once
    found = [(account.article, figure) for figure in within.values()]
    if finding.match:
        found.append((finding.match.other.article, finding.match.theirs))
    for article, figure in found:
        yield Evidence(
            article=article.id, source=article.source, published=article.published, url=article.url, figure=figure
        )


def _fingerprint(code: str, account: Account, figure: Figure, evidence: tuple[Evidence, ...]) -> str:
    """Of code, sentence and evidence, so that edits elsewhere in the article do not move it."""
    text = account.article.text if figure.where == "body" else account.article.title or ""
    sentence = " ".join(text[figure.sentence[0] : figure.sentence[1]].casefold().split())
    parts = [code, sentence, " ".join(figure.quote.casefold().split())]
    for item in sorted(evidence, key=lambda e: (e.article, e.figure.start, e.figure.id)):
        quantity = item.figure.quantity
        parts.append(f"{item.article} {quantity.stated} {quantity.low} {quantity.high} {quantity.unit}")
    return blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
