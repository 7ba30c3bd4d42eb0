"""What the OpenAPI page shows as answers: what the library makes of two articles, and how the desk's records look."""

import json
from datetime import UTC, datetime
from functools import cache
from typing import Any

from pydantic import TypeAdapter

import figurecheck
from figurecheck.api.bodies import DRAFT, OTHER
from figurecheck.api.problems import MEDIA, example
from figurecheck.api.work import Kept, LineKept
from figurecheck.model import Article
from figurecheck.reporting import Checked, Options, render
from figurecheck.rulebook import load_rulebook
from figurecheck.storage.flags import Raised
from figurecheck.storage.search import StoredArticle, StoredFigure

_ANY: TypeAdapter[Any] = TypeAdapter(Any)
AT = datetime(2026, 3, 4, 9, tzinfo=UTC)
AUDIT = {
    "id": "0f" * 16,
    "state": "running",
    "stage": "check",
    "done": 640,
    "total": 31_000,
    "error": None,
    "created": AT,
    "started": AT,
    "finished": None,
    "request": {"select": [], "ignore": []},
    "result": None,
}


SCRAPED = """\
# HELP figurecheck_flags_total Flags raised, by rule.
# TYPE figurecheck_flags_total counter
figurecheck_flags_total{code="FC101"} 3.0
"""


def of_answer(operation: str, status: int, media: str) -> Any:
    """What this operation answers in this medium with this status, as JSON values or text."""
    return example(status) if media == MEDIA else _ANY.dump_python(_answers()[f"{operation} {media}"], mode="json")


@cache
def _answers() -> dict[str, Any]:
    """The example of each route in each medium, made when the page is first asked for."""
    draft, other = (Article.model_validate({"id": name, **one}) for name, one in (("draft", DRAFT), ("radio", OTHER)))
    figures, report = figurecheck.extract(draft), figurecheck.check(draft, [other])
    checked, options = Checked(report, draft, library={other.id: other}), Options(rules=load_rulebook().flags)
    sarif, review = (json.loads(render([checked], output, options)) for output in ("sarif", "claimreview"))
    raised = Raised(
        number=7, status="open", note=None, decided=None, decided_by=None, raised=AT, seen=AT, flag=report.flags[0]
    )
    kept = StoredArticle(number=3, version=1, figures=len(figures), article=draft.head)
    found = StoredFigure(number=12, article=draft.head, figure=figures[0])
    lines = (
        LineKept(line=1, id="draft", status="added", figures=len(figures)),
        LineKept(line=2, status="failed", error="line 2: the text is empty"),
    )
    audit = json.dumps(_ANY.dump_python(AUDIT, mode="json"))
    return {
        "check application/sarif+json": sarif,
        "check application/ld+json": review,
        "load_articles application/x-ndjson": "".join(f"{one.model_dump_json()}\n" for one in lines),
        "watch_audit text/event-stream": {"event": "progress", "data": audit},
        "metrics text/plain": SCRAPED,
        "metrics application/openmetrics-text": f"{SCRAPED}# EOF\n",
    } | {
        f"{route} application/json": answer
        for route, answer in {
            "extract": figures,
            "compare": figurecheck.compare([other, draft]),
            "check": report,
            "put_article": Kept(id="draft", status="added", figures=len(figures)),
            "get_article": {"article": draft, "figures": figures},
            "list_articles": {"items": [kept], "next": None},
            "list_figures": {"items": [found], "next": 12},
            "list_series": figurecheck.series([other, draft]),
            "list_flags": {"items": [raised], "next": None},
            "get_flag": raised,
            "decide_flag": raised.model_copy(update={"status": "dismissed", "decided": AT, "decided_by": "desk"}),
            "start_audit": AUDIT | {"state": "queued", "stage": None, "done": 0, "total": None, "started": None},
            "list_audits": {"items": [AUDIT], "next": None},
            "get_audit": AUDIT,
            "cancel_audit": AUDIT | {"state": "cancelled", "finished": AT},
            "live": {"status": "ok", "rules": None},
            "ready": {"status": "ok", "rules": report.rules},
        }.items()
    }
