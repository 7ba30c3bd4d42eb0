"""function.toml and words.toml: what rules/ says of words, laid over the word tables."""

from figurecheck.rulebook import tags
from figurecheck.rulebook.errors import RulesError
from figurecheck.rulebook.indexing import Index, only, table, text
from figurecheck.rulebook.sources import Layer, Sources
from figurecheck.rulebook.words import WordIndex


def read_words(sources: Sources, language: str) -> WordIndex:
    """The word index with the rules' entries over it. Raises RulesError for an unknown part of speech or key."""
    fixed, lemmas = Index(), {"nouns": dict[str, str](), "verbs": dict[str, str]()}
    prefixes, suffixes = Index(), Index()
    for layer in sources.of(f"lexicon/{language}/words.toml"):
        only(layer, "", layer.table, ("nouns", "verbs", "tags", "prefixes", "suffixes"))
        for name, found in lemmas.items():
            entries = table(layer, name, layer.table.get(name, {}))
            found.update({form: text(layer, f"{name}.{form}", lemma) for form, lemma in entries.items()})
        _add(layer, "tags", fixed)
        _add(layer, "prefixes", prefixes)
        _add(layer, "suffixes", suffixes)
    for layer in sources.of(f"lexicon/{language}/function.toml"):
        only(layer, "", layer.table, ("words",))
        _add(layer, "words", fixed)
    endings = sorted(_bits(suffixes).items(), key=lambda entry: (-len(entry[0]), entry[0]))
    return WordIndex.load(_bits(fixed), lemmas["nouns"], lemmas["verbs"], frozenset(_bits(prefixes)), tuple(endings))


def _add(layer: Layer, name: str, index: Index) -> None:
    for names, members in table(layer, name, layer.table.get(name, {})).items():
        index.add(layer, f"{name}.{names!r}", members, names)


def _bits(index: Index) -> dict[str, int]:
    found = {}
    cache: dict[str, int] = {}
    for word, (layer, place, names) in index.entries():
        if names not in cache:
            try:
                cache[names] = tags.parse(names)
            except KeyError as error:
                mend = f"known are {', '.join(tags.BY_NAME)}"
                raise RulesError(layer.path, f"unknown part of speech {error}", place=place, mend=mend) from error
        found[word] = cache[names]
    return found
