"""JUnit XML: a suite for each article, a failed case for each flag, one passed case where there is none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from junitparser import Failure, JUnitXml, TestCase, TestSuite

from figurecheck.model import Flag
from figurecheck.reporting.checked import Checked
from figurecheck.reporting.options import Options


def lines(reports: Iterable[Checked], options: Options) -> Iterator[str]:
    """The whole document."""
    document = JUnitXml("figurecheck")
    for item in reports:
        document.add_testsuite(_suite(item))
    xml: bytes = document.tostring()  # type: ignore[no-untyped-call]
    yield xml.decode("utf-8") + "\n"


def _suite(item: Checked) -> TestSuite:
    suite = TestSuite(_printable(item.file))
    flags = item.flags()
    suite.add_testcases([_case(item, flag) for flag in flags] or [TestCase("figures", _printable(item.file))])
    return suite


def _case(item: Checked, flag: Flag) -> TestCase:
    place = item.place(flag.figure)
    case = TestCase(f"{flag.code} {place.line}:{place.column}", _printable(item.file))
    failure = Failure(_printable(flag.message), flag.severity.value)
    sentence = "".join(item.excerpt(flag.figure))
    evidence = (f"{item.origin(one)}: {''.join(item.evidence_excerpt(one))}" for one in flag.evidence)
    failure.text = _printable("\n".join([sentence, *evidence]))
    case.result = [failure]
    return case


def _printable(text: str) -> str:
    """XML 1.0 has no control characters but tab and line breaks, and no surrogates or non-characters."""
    return "".join(char if _allowed(ord(char)) else "\ufffd" for char in text)


def _allowed(code: int) -> bool:
    return code in (9, 10, 13) or 0x20 <= code < 0xD800 or 0xE000 <= code < 0xFFFE or code >= 0x10000
