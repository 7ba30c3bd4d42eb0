"""What HTML's elements do to the text around them, after the HTML standard's default rendering."""

from figurecheck.reading.canvas import LINE, PARAGRAPH, SPACE


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


_PARAGRAPHS = _names(
    """
    address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure
    footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu ol optgroup p pre section summary
    table tbody tfoot thead title tr ul
    """
)

BREAKS: dict[str, int] = {
    **dict.fromkeys(sorted(_PARAGRAPHS), PARAGRAPH),
    **dict.fromkeys(("br", "td", "th"), LINE),
    **dict.fromkeys(("embed", "img", "input"), SPACE),
}
"""How an element parts what stands before and behind its tags; those not named here part nothing."""

CODE = _names("script style")
"""Never seen; without an end tag they go on to the end of the text, as in a browser."""

UNSEEN = CODE | _names(
    """
    audio button canvas datalist del iframe map math nav noembed noframes noscript object s select strike svg template
    textarea video xmp
    """
)
"""Not copy: code, controls, what stands in for media, links to other pages, and what has been struck out."""

INLINE = _names("a abbr b bdi bdo cite code data em font i ins label mark q small span strong sub time tt u wbr")
"""Elements that do nothing to the text."""

HIDEABLE = _PARAGRAPHS | INLINE | {"sup"}
"""Elements that may say of themselves that they are hidden."""

TABLE = _names("table thead tbody tfoot tr td th caption")
"""Elements that make up a table."""
