"""Verb groups and the noun groups around them."""

import pytest

from figurecheck.extraction.clauses import Clauses
from figurecheck.extraction.grammar import Form, Group, Verb
from figurecheck.extraction.sentence import read_sentence
from figurecheck.rulebook import load_rulebook


def parse(text: str) -> Clauses:
    """The clauses of one sentence whose figures are its numerals."""
    rulebook = load_rulebook()
    sentence = read_sentence(text, 0, len(text), rulebook)
    numbers = frozenset(i for i, word in enumerate(sentence.lower) if word.isdigit())
    return Clauses(sentence, rulebook, numbers)


def verb(clauses: Clauses, lemma: str) -> Verb:
    """The verb with that lemma."""
    return next(one for one in clauses.verbs if one.lemma == lemma)


def said(clauses: Clauses, group: Group | None) -> str | None:
    """The words of a group."""
    return clauses.sentence.slice(group.first, group.last) if group else None


@pytest.mark.parametrize(
    ("text", "lemma", "form", "passive"),
    [
        ("The army killed 10 men.", "kill", Form.FINITE, False),
        ("Some 10 men were killed.", "kill", Form.FINITE, True),
        ("About 10 men killed in Dembe lay there.", "kill", Form.PARTICIPLE, True),
        ("The shell hit a tent, killing 10.", "kill", Form.GERUND, False),
        ("They tried to kill 10 men.", "kill", Form.INFINITIVE, False),
        ("Crews have shot down 12 drones.", "shoot down", Form.FINITE, False),
        ("The bombers blew themselves up.", "blow up", Form.FINITE, False),
        ("Police shot and killed 10.", "shoot", Form.FINITE, False),
        ("About 10 men shot and killed in Dembe lay there.", "shoot", Form.PARTICIPLE, True),
    ],
)
def test_a_verb_has_form_and_voice(text: str, lemma: str, form: Form, passive: bool) -> None:
    found = verb(parse(text), lemma)
    assert (found.form, found.passive) == (form, passive)


@pytest.mark.parametrize(
    ("text", "lemma", "subject"),
    [
        ("The strike on the harbour killed 10.", "kill", "The strike"),
        ("In Dembe, rebels killed 10.", "kill", "rebels"),
        ("The militia, a northern force, killed 10.", "kill", "The militia"),
        ("A bomb that killed 10 men was found.", "kill", "A bomb"),
        ("Rebels from the hills and the coast attacked the town.", "attack", "Rebels"),
        ("When the wall fell, it injured 10.", "injure", "it"),
        ("Raids targeting depots in eastern and northern Tamra killed 10.", "kill", "Raids"),
        ("Gunmen stormed a bank and later shot 10.", "shoot", "Gunmen"),
        ("Police shot and killed 10.", "kill", "Police"),
        ("A man shot and killed by police had fired 12 shots.", "fire", "A man"),
    ],
)
def test_a_subject_is_found_past_phrases_appositions_and_clauses(text: str, lemma: str, subject: str) -> None:
    clauses = parse(text)
    assert said(clauses, clauses.subject(verb(clauses, lemma))) == subject


@pytest.mark.parametrize(
    ("text", "noun"), [("The attacks in May were the worst.", "attacks"), ("Two besieged towns fell.", "besieged")]
)
def test_nouns_and_adjectives_are_not_taken_for_verbs(text: str, noun: str) -> None:
    clauses = parse(text)
    assert clauses.lower.index(noun) not in clauses.owner


def test_hostile_text_costs_no_more_than_ordinary_text() -> None:
    clauses = parse("in cats " * 4000 + "then he fell")
    assert said(clauses, clauses.subject(clauses.verbs[-1])) == "he"
