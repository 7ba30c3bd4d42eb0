"""News feeds."""

import pytest

from figurecheck.reading.sources import ReadError, read_bytes

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Wire</title>
<language>en-gb</language><item><title>Quake kills 34</title><link>https://wire.example/9</link><guid>w9</guid>
<pubDate>Tue, 04 Mar 2025 06:20:00 GMT</pubDate><description>Short</description>
<content:encoded><![CDATA[<p>At least <b>34</b> people were killed.</p>]]></content:encoded></item>
<item><title>Second</title><description>&lt;p&gt;Six hurt</description></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>The Wire</title>
<entry><id>w9</id><title>Quake kills 34</title><link rel="self" href="https://a.b"/><link href="https://wire.example/9"/>
<published>2025-03-04T06:20:00Z</published><content type="text">At least 34 people were killed.</content></entry>
<entry><title>x</title><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Six</p></div></content></entry>
</feed>"""


@pytest.mark.parametrize(("feed", "form"), [(RSS, "html"), (ATOM, "text")])
def test_an_entry_is_an_article(feed: str, form: str) -> None:
    first, second = read_bytes(feed.encode(), "feed.xml")
    assert (first.id, first.title, first.source, first.language) == ("w9", "Quake kills 34", "The Wire", "en")
    assert first.url == "https://wire.example/9"
    assert first.published is not None
    assert first.published.isoformat() == "2025-03-04T06:20:00+00:00"
    assert first.format == form
    assert "people were killed" in first.text
    assert second.format == "html"
    assert "<p>Six" in second.text or "p>Six" in second.text


@pytest.mark.parametrize(
    ("feed", "said"),
    [
        ("<rss><item>", "line 1 column 12: is no XML: no element found"),
        ("<rss></rss>", "is no feed with entries"),
        ("<rss><item><title>x</title></item></rss>", "entry 1: has no text"),
        ('<!DOCTYPE r [<!ENTITY a "b">]><rss><item>&a;</item></rss>', "declares entities"),
        ("<rss><item><pubDate>soon</pubDate><description>34</description></item></rss>", "entry 1: published: 'soon'"),
    ],
)
def test_what_is_wrong_with_a_feed(feed: str, said: str) -> None:
    with pytest.raises(ReadError, match=said.replace("(", r"\(")):
        read_bytes(feed.encode(), "feed.xml")
