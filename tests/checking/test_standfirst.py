"""FC201 over what stands above a story: headlines in the text, and standfirsts in every format."""

import pytest

from figurecheck import Article, check

BODY = (
    "PORT ELLAN (NW) - Nine passengers were killed when a ferry sank off Port Ellan on Tuesday, the coastguard said. "
    "Another 12 people were rescued."
)
SIX = "Six passengers were killed after a ferry sank in a storm."


def flagged(text: str, form: str = "text", title: str | None = "Ferry sinks off Port Ellan") -> list[str]:
    """The messages of FC201."""
    report = check(Article(text=text, title=title, format=form))
    return [flag.message for flag in report.flags if flag.code == "FC201"]


@pytest.mark.parametrize(
    ("form", "above"),
    [
        ("text", "Six passengers killed as ferry sinks in a storm\n\n"),
        ("text", f"{SIX}\n\n"),
        ("markdown", f"# Ferry sinks off Port Ellan\n\n*{SIX}*\n\n"),
        ("markdown", f"**{SIX}**\n\n"),
        ("markdown", "# Ferry sinks off Port Ellan\n\n## Six passengers killed in a storm\n\n"),
        ("html", f"<h1>Ferry sinks</h1><p class='article-standfirst'>{SIX}</p><p>"),
        ("html", "<h1>Ferry sinks</h1><h2>Six passengers killed in a storm</h2><p>"),
    ],
)
def test_a_standfirst_that_differs_from_the_body_is_flagged(form: str, above: str) -> None:
    assert flagged(above + BODY, form) == ["The standfirst says “Six passengers”, the text “Nine passengers”."]


@pytest.mark.parametrize(
    ("form", "above"),
    [
        ("markdown", "# Six passengers killed in ferry storm\n\n"),
        ("html", "<h1>Six passengers killed in storm</h1><p>"),
    ],
)
def test_a_headline_that_stands_in_the_text_is_a_title(form: str, above: str) -> None:
    assert flagged(above + BODY, form, None) == ["The title says “Six passengers”, the text “Nine passengers”."]


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("text", f"{SIX}\n\nThree more passengers died in hospital, taking the toll to nine passengers."),
        ("markdown", f"The ferry left at noon.\n\n**{SIX}**\n\n{BODY}"),
        ("html", f"<p>{SIX}</p><p>Three more passengers died, and the toll is nine passengers.</p>"),
        ("text", f"Two crew among the dead\n\n{BODY}"),
    ],
)
def test_an_opening_paragraph_is_no_standfirst(form: str, text: str) -> None:
    assert flagged(text, form) == []
