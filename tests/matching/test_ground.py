"""The ground on which two articles' stories play."""

from figurecheck.matching.ground import apart, ground
from figurecheck.model import Article
from figurecheck.rulebook import load_rulebook

BOOK = load_rulebook()
NOWHERE = (frozenset[str](), frozenset[str]())


def test_the_home_of_a_story_is_the_nation_of_its_title_or_else_of_its_first_words() -> None:
    titled = ground(
        Article(title="Polish bank holds rates", text="A day after the Hungarians moved, it did not."), BOOK
    )
    assert (titled.home, titled.nations) == ({"Poland"}, {"Poland", "Hungary"})
    assert ground(Article(text="LONDON, May 3 (XN) - A ferry sank off Mombasa."), BOOK).home == {"Kenya"}


def test_stories_of_two_nations_are_apart_unless_one_name_opens_both() -> None:
    here, there, same = (
        ground(Article(text=text), BOOK)
        for text in (
            "A coach left the road near Huaraz in Peru.",
            "A lorry overturned in Bolivia.",
            "A coach from Bolivia, bound for Huaraz, crashed.",
        )
    )
    assert apart(here, there, NOWHERE)
    assert not apart(here, same, NOWHERE)


def test_a_story_whose_nation_the_other_article_speaks_of_is_not_apart() -> None:
    here, there = (ground(Article(text=f"Rates in {nation} rose."), BOOK) for nation in ("Chile", "Peru"))
    assert apart(here, there, (frozenset({"Chile"}), frozenset({"Peru", "Chile"})))
    assert not apart(here, there, (frozenset({"Chile", "Peru"}), frozenset({"Peru", "Chile"})))


def test_a_sea_is_no_nation() -> None:
    assert not ground(Article(text="Oil spread over the Gulf of Mexico."), BOOK).home
