"""GitLab's code quality report: a JSON array with one object a flag."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from typing import Any

from figurecheck.model import Flag
from figurecheck.reporting.checked import Checked
from figurecheck.reporting.options import Options

_SEVERITIES = {"error": "major", "warning": "minor", "info": "info"}


def lines(reports: Iterable[Checked], options: Options) -> Iterator[str]:
    """The whole array; GitLab reads it as one document."""
    found = [_issue(item, flag) for item in reports for flag in item.flags()]
    yield json.dumps(found, indent=2, ensure_ascii=False) + "\n"


def _issue(item: Checked, flag: Flag) -> dict[str, Any]:
    place = item.place(flag.figure)
    return {
        "description": f"{flag.code} {flag.message}",
        "check_name": f"{flag.code}-{flag.name}",
        "fingerprint": _unique(item, flag),
        "severity": _SEVERITIES[flag.severity],
        "location": {
            "path": item.file,
            "positions": {
                "begin": {"line": place.line, "column": place.column},
                "end": {"line": place.end_line, "column": place.end_column},
            },
            "lines": {"begin": place.line, "end": place.end_line},
        },
    }


def _unique(item: Checked, flag: Flag) -> str:
    """GitLab drops objects of one fingerprint, so the same finding in two files needs two."""
    return blake2b(f"{item.file}\0{flag.fingerprint}".encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
