"""The public library: what it gives, and that importing it loads nothing."""

import subprocess
import sys

import pytest

import figurecheck
from figurecheck import Article

ONE = Article(
    id="one", text="The ferry Aurelia sank off Port Selm on Monday, killing 27 people.", published="2026-03-04"
)
TWO = Article(
    id="two", text="The ferry Aurelia sank off Port Selm on Monday, killing 22 people.", published="2026-03-05"
)


def loaded(statement: str) -> set[str]:
    """The modules that a new interpreter holds after a statement."""
    code = f"{statement}\nimport sys; print(' '.join(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_importing_the_library_loads_no_room() -> None:
    assert {name for name in loaded("import figurecheck") if name.startswith("figurecheck.")} == set()


def test_every_public_name_is_there() -> None:
    assert all(getattr(figurecheck, name) for name in figurecheck.__all__)
    assert set(figurecheck.__all__) <= set(dir(figurecheck))


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        _ = figurecheck.nonsense  # type: ignore[attr-defined]


def test_the_version_is_that_of_the_package() -> None:
    assert figurecheck.__version__.count(".") == 2


def test_extract_takes_an_article_or_its_text() -> None:
    text = "Rescuers found 14 survivors."
    figures = figurecheck.extract(text)
    assert [figure.quantity.stated for figure in figures] == [14]
    assert figurecheck.extract(Article(text=text)) == figures


def test_compare_puts_the_earlier_article_left_whatever_the_order() -> None:
    comparisons = figurecheck.compare([TWO, ONE])
    assert comparisons
    assert {(found.left_article, found.right_article) for found in comparisons} == {("one", "two")}
    assert figurecheck.compare([ONE, TWO]) == comparisons


def test_an_article_is_never_compared_with_its_own_id() -> None:
    assert figurecheck.compare([ONE, ONE]) == []
    assert figurecheck.check(ONE, [ONE]).flags == ()


def test_check_gives_a_report_with_the_figures_that_extract_gives() -> None:
    report = figurecheck.check(ONE, [TWO])
    assert list(report.figures) == figurecheck.extract(ONE)
    assert report.article.id == "one"
    assert [flag.code for flag in report.flags] == ["FC101"]


def test_check_runs_only_the_rules_selected() -> None:
    assert figurecheck.check(ONE, [TWO], select=["FC102"]).flags == ()
    assert figurecheck.check(ONE, [TWO], ignore=["conflicting-value"]).flags == ()


def test_a_code_that_no_rule_has_is_named() -> None:
    with pytest.raises(ValueError, match="FC999: no such rule"):
        figurecheck.check(ONE, select=["FC999"])


def test_check_takes_bare_texts() -> None:
    assert figurecheck.check(ONE.text, [TWO.text]).article.title is None


UNSOURCED = "The flood displaced 3,000 people. Dozens of boats sank. The ferry had carried about 1,487 tonnes of grain."
"""Copy that every rule of sourcing would speak of."""


def test_the_rules_of_sourcing_speak_only_where_they_are_asked_for() -> None:
    assert figurecheck.check(UNSOURCED).flags == ()
    asked = {flag.code for flag in figurecheck.check(UNSOURCED, select=["FC3"]).flags}
    assert asked == {"FC301", "FC302", "FC303"}
