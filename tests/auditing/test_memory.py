"""An audit compares two articles once."""

from tests.storage.readers import RULES, read

from figurecheck.auditing import memory
from figurecheck.auditing.memory import Memory
from figurecheck.model import Article


def test_two_articles_are_compared_once_and_the_answer_goes_when_both_have_it(monkeypatch):
    asked = []
    monkeypatch.setattr(memory, "pairs", lambda left, right, rulebook: asked.append((left, right)) or [])
    left, right = (read(Article(id=name, text="Sumy 1")) for name in "ab")
    remember = Memory()
    assert [remember(left, right, RULES) for _ in range(4)] == [[]] * 4
    assert len(asked) == 2


def test_memory_is_bounded(monkeypatch):
    monkeypatch.setattr(memory, "pairs", lambda *_: [])
    monkeypatch.setattr(memory, "KEPT", 10)
    remember = Memory()
    left = read(Article(id="a", text="Sumy 1"))
    for number in range(50):
        remember(left, read(Article(id=str(number), text="Sumy 1")), RULES)
    assert len(remember._kept) == 10
