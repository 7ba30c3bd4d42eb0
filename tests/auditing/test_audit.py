"""An audit of real copy: every conflict found once, the same bytes in any order and with any number of workers."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from figurecheck.auditing import audit
from figurecheck.model import Article, Flag

CHECKOUT = Path(__file__).resolve().parents[2]

ARTICLES = [
    Article(
        id="post",
        source="The Harbour Post",
        title="Barge fire kills nine in Port Ellin",
        published="2025-03-02T08:30:00Z",
        text="PORT ELLIN (Post) - Nine dock workers were killed on Saturday when a barge caught fire in the harbour, "
        "Mayor Tamsin Oduya said.",
    ),
    Article(
        id="wire",
        source="Coastal Wire",
        title="Six die on burning barge in Port Ellin",
        published="2025-03-02T10:00:00Z",
        text="PORT ELLIN (Wire) - Six dock workers were killed when a barge caught fire in the harbour on Saturday, "
        "Mayor Tamsin Oduya told reporters.",
    ),
    Article(
        id="budget",
        source="Coastal Wire",
        title="Varnholm council sets budget",
        published="2025-03-02T06:00:00Z",
        text="VARNHOLM (Wire) - The council of Varnholm set aside $12 million for 14 schools on Friday.",
    ),
]


def test_a_conflict_of_two_articles_is_flagged_and_shown(tmp_path):
    seen = []
    summary = audit(ARTICLES, tmp_path, workers=1, progress=lambda *step: seen.append(step))
    flags = [Flag.model_validate_json(line) for line in summary.flags.read_text("utf-8").splitlines()]
    page = summary.report.read_text("utf-8")
    assert (summary.articles, summary.flagged) == (3, len(flags))
    assert {flag.code for flag in flags} == {"FC101"}
    assert {flag.article for flag in flags} <= {"post", "wire"}
    assert "<mark>Nine dock workers</mark>" in page
    assert "<mark>Six dock workers</mark>" in page
    assert page.count('<article class="card') == 1
    assert ("check", 3, 3) in seen


def test_the_order_of_the_articles_changes_nothing(tmp_path):
    first = audit(ARTICLES, tmp_path / "1", workers=1)
    second = audit(reversed(ARTICLES), tmp_path / "2", workers=1)
    assert first.flags.read_bytes() == second.flags.read_bytes()
    assert first.report.read_bytes() == second.report.read_bytes()


def test_articles_given_twice_are_audited_once(tmp_path):
    summary = audit([*ARTICLES, *ARTICLES], tmp_path, workers=1)
    assert (summary.articles, summary.repeated, summary.replaced) == (3, 3, 0)


def test_an_audit_of_nothing_is_a_page_that_says_so(tmp_path):
    summary = audit([], tmp_path)
    assert summary.flags.read_bytes() == b""
    assert "Nothing to flag" in summary.report.read_text("utf-8")


SCRIPT = """
import sys
from datetime import timedelta
from pathlib import Path
from figurecheck.auditing import audit
from tests.auditing.test_audit import ARTICLES
if __name__ == "__main__":
    copies = [
        a.model_copy(update={"id": f"{a.id}{n}", "published": a.published + timedelta(weeks=3 * n)})
        for n in range(30)
        for a in ARTICLES
    ]
    audit(copies, Path(sys.argv[1]), workers=int(sys.argv[2]))
"""


def test_the_same_bytes_with_any_hash_seed_and_any_number_of_workers(tmp_path):
    script = tmp_path / "run.py"
    script.write_text(SCRIPT)
    results = []
    for seed, workers in (("1", "1"), ("2", "2")):
        out = tmp_path / seed
        path = os.pathsep.join([str(CHECKOUT), str(CHECKOUT / "service")])
        environment = {**os.environ, "PYTHONPATH": path, "PYTHONHASHSEED": seed}
        subprocess.run([sys.executable, str(script), str(out), workers], env=environment, check=True, timeout=300)
        results.append([(out / name).read_bytes() for name in ("flags.jsonl", "report.html")])
    assert results[0] == results[1]
    assert json.loads(results[0][0].split(b"\n")[0])["code"] == "FC101"


def test_the_seeds_disagree_on_who_downed_84_drones(tmp_path, shared):
    articles = [
        Article(id=file.stem, text=file.read_text("utf-8")) for file in sorted((shared / "seeds").glob("*.txt"))
    ]
    if not articles:
        pytest.skip("no seeds in the shared folder")
    summary = audit(articles, tmp_path, workers=1)
    flags = [Flag.model_validate_json(line) for line in summary.flags.read_text("utf-8").splitlines()]
    clashes = [flag for flag in flags if flag.code == "FC102"]
    assert clashes
    assert {figure.quantity.stated for flag in clashes for figure in (flag.figure, flag.evidence[0].figure)} == {84}
