"""SARIF 2.1.0 (OASIS, 2020), the format of code scanning services."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, version
from typing import Any
from urllib.parse import quote

from figurecheck.model import Evidence, Flag
from figurecheck.reporting.checked import Checked
from figurecheck.reporting.options import Options
from figurecheck.rulebook.flags import FlagRule

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def lines(reports: Iterable[Checked], options: Options) -> Iterator[str]:
    """One log with one run; its rules are those that raised a flag, ordered by code."""
    found = [(item, flag) for item in reports for flag in item.flags()]
    rules = sorted({(flag.code, flag.name) for _, flag in found})
    log = {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": _driver(rules, options)},
                "columnKind": "unicodeCodePoints",
                "results": [_result(item, flag, rules) for item, flag in found],
            }
        ],
    }
    yield json.dumps(log, indent=2, ensure_ascii=False) + "\n"


def _driver(rules: list[tuple[str, str]], options: Options) -> dict[str, Any]:
    driver: dict[str, Any] = {"name": "figurecheck"}
    with suppress(PackageNotFoundError):
        driver["version"] = version("figurecheck")
    return {**driver, "rules": [{"id": code, "name": name, **_texts(options.rules.get(code))} for code, name in rules]}


def _texts(rule: FlagRule | None) -> dict[str, Any]:
    if rule is None:
        return {}
    what, why = " ".join(rule.what.split()), " ".join(rule.why.split())
    return {
        "shortDescription": {"text": f"{what.partition('. ')[0].rstrip('.')}."},
        "fullDescription": {"text": what},
        "help": {"text": why},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(item: Checked, flag: Flag, rules: list[tuple[str, str]]) -> dict[str, Any]:
    result = {
        "ruleId": flag.code,
        "ruleIndex": rules.index((flag.code, flag.name)),
        "level": _LEVELS[flag.severity],
        "message": {"text": flag.message},
        "locations": [{"physicalLocation": _location(item, flag)}],
        "partialFingerprints": {"figurecheck/v1": flag.fingerprint},
    }
    if flag.evidence:
        result["relatedLocations"] = [_related(item, evidence) for evidence in flag.evidence]
    return result


def _location(item: Checked, flag: Flag) -> dict[str, Any]:
    place = item.place(flag.figure)
    region: dict[str, Any] = {"startLine": place.line, "startColumn": place.column}
    if place.end_column > 1 or place.end_line > place.line:
        region |= {"endLine": place.end_line, "endColumn": place.end_column, "snippet": {"text": flag.figure.quote}}
    return {"artifactLocation": {"uri": quote(item.file, safe="/")}, "region": region}


def _related(item: Checked, evidence: Evidence) -> dict[str, Any]:
    location: dict[str, Any] = {"message": {"text": f"{item.origin(evidence)}: {evidence.figure.quote}"}}
    if evidence.url:
        location["physicalLocation"] = {"artifactLocation": {"uri": quote(evidence.url, safe=":/?#[]@!$&'()*+,;=%")}}
    return location
