"""What a web page says of its article."""

from datetime import UTC, datetime

import pytest

from figurecheck.reading.sources import read_bytes
from figurecheck.reading.webpage import page_fields

PAGE = """<!doctype html><html lang="en-GB"><head><title>Nine dead in Ardmore - The Wire</title>
<meta content="The &amp; Wire" property="og:site_name"><link href='https://wire.example/9' rel=canonical>
<meta name=article:published_time content=2025-06-14T22:05:00Z></head>
<body><h1>Nine dead in Ardmore</h1><p>Police said <b>1</b>,200 were there.</body></html>"""


def test_title_source_time_address_and_language() -> None:
    assert page_fields(PAGE) == {
        "title": "Nine dead in Ardmore",
        "source": "The & Wire",
        "published": datetime(2025, 6, 14, 22, 5, tzinfo=UTC),
        "url": "https://wire.example/9",
        "language": "en",
    }


def test_the_text_is_the_whole_source() -> None:
    (article,) = read_bytes(PAGE.encode(), "page.html")
    assert article.text == PAGE
    assert article.format == "html"


@pytest.mark.parametrize(
    ("page", "title"),
    [
        ("<title>A</title><h1>B</h1>", "A"),
        ("<meta property=og:title content='B'><title>A</title>", "B"),
        ("<h1>Nine <i>dead</i></h1>", "Nine dead"),
        ('<script type="application/ld+json">{"@type": "NewsArticle", "headline": "C"}</script>', "C"),
        ("<title>A", ""),
        ("<p>x", ""),
    ],
)
def test_where_a_title_comes_from(page: str, title: str) -> None:
    assert page_fields(page)["title"] == title


@pytest.mark.parametrize(
    "page",
    [
        "<time datetime='2025-06-14T10:00Z'>Saturday</time>",
        "<meta itemprop=datePublished content='2025-06-14T10:00:00Z'>",
        "<meta name=date content='tomorrow'><meta name=pubdate content='Sat, 14 Jun 2025 10:00:00 GMT'>",
        '<script type="application/ld+json">{"@graph": [{"@type": "WebPage"}, {"@type": ["NewsArticle"], '
        '"datePublished": "2025-06-14T10:00:00Z", "publisher": {"name": "W"}}]}</script>',
    ],
)
def test_where_a_time_comes_from(page: str) -> None:
    assert page_fields(page)["published"] == datetime(2025, 6, 14, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    "piece", ["<h1>", "<title>", "<script>", "<meta ", "<meta name='", "<time", "<html lang=", "<h1><"]
)
def test_a_hostile_page_is_gone_through_once(piece: str) -> None:
    assert page_fields(piece * (150_000 // len(piece)))["source"] == ""
