"""The pieces of messages that several rules share."""

from figurecheck.checking.finding import Match, dated


def here(match: Match) -> str:
    """The checked figure, quoted."""
    return f"“{match.mine.quote}”"


def there(match: Match) -> str:
    """The other article's figure, quoted, with its outlet and day."""
    return f"“{match.theirs.quote}” in {dated(match.other.article)}"


def what(match: Match) -> str:
    """What the two figures speak of, as far as the checked copy says it: "drone, intercept", "person, kill"."""
    subject, action = match.mine.subject, match.mine.context.action
    words = [subject.head or subject.text, action.value.replace("_", " ") if action else None]
    return ", ".join(word for word in words if word)
