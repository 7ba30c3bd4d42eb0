"""Loads a corpus from another process, and says what is kept: python -m tests.storage.loader URL NAME COUNT.

With a name of other rules in place of COUNT, it reads anew what is there with those.
"""

import sys
from collections.abc import Iterator

from tests.storage import readers

from figurecheck.model import Article
from figurecheck.storage import Corpus, records


def articles(name: str, count: int) -> Iterator[Article]:
    """Articles that say in their text how many figures and keys they have."""
    for number in range(count):
        yield Article(id=f"{name}{number}", text=f"Sumy and Odesa{name}{number} count {number} and 12 and 84")


def main() -> None:
    """Load, one line an article once it is kept."""
    address, name, how = sys.argv[1:]
    records.account = readers.read  # type: ignore[assignment]
    rules = readers.RULES if how.isdigit() else readers.Rules(how)
    with Corpus(address, rules) as corpus:
        for outcome in corpus.load(articles(name, int(how))) if how.isdigit() else corpus.reindex():
            sys.stdout.write(f"{outcome.id}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
