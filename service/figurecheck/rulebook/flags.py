"""What raises flags: one file of rules/flags/ a code, as records."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from figurecheck.model import Severity
from figurecheck.rulebook.errors import RulesError
from figurecheck.rulebook.indexing import only, table, text
from figurecheck.rulebook.sources import Layer, Sources

FOLDER: Final = "flags/"
CODE: Final = re.compile(r"FC\d{3}")
KEYS: Final = ("name", "severity", "enabled", "what", "why", "settings", "must_flag", "must_pass")
ARTICLE_KEYS: Final = ("text", "title", "source", "published")


@dataclass(frozen=True, slots=True)
class ExampleArticle:
    """An article of an example; times are ISO 8601."""

    text: str
    title: str | None = None
    source: str | None = None
    published: str | None = None


@dataclass(frozen=True, slots=True)
class Example:
    """Articles of which the first is checked against the others. `quote` is the figure flagged in the first, None where
    the rule must pass all of it."""

    articles: tuple[ExampleArticle, ...]
    quote: str | None = None


@dataclass(frozen=True, slots=True)
class FlagRule:
    """One rule: FC101 is named "conflicting-value". `enabled` says whether it runs unless a call asks otherwise."""

    code: str
    name: str
    severity: Severity
    what: str
    why: str
    enabled: bool = True
    settings: Mapping[str, Any] = field(default_factory=dict)
    must_flag: tuple[Example, ...] = ()
    must_pass: tuple[Example, ...] = ()

    def setting(self, name: str, default: float) -> float:
        """A number among the settings, or the default where the file has none of that name."""
        return float(self.settings.get(name, default))


def read_flags(sources: Sources) -> dict[str, FlagRule]:
    """Every rule by its code, in order. Raises RulesError for an unknown key, a missing text, or no examples."""
    layers = sources.of(f"{FOLDER}*")
    codes = sorted({layer.name.removeprefix(FOLDER).removesuffix(".toml") for layer in layers})
    return {code: _rule(code, sources) for code in codes}


def _rule(code: str, sources: Sources) -> FlagRule:
    name = f"{FOLDER}{code}.toml"
    last = sources.of(name)[-1]
    if not CODE.fullmatch(code):
        raise RulesError(last.path, "is not named for a rule", mend="name it FC and three digits, such as FC101.toml")
    layer = Layer(last.path, name, sources.merged(name))
    only(layer, "", layer.table, KEYS)
    entry = layer.table
    enabled = entry.get("enabled", True)
    if not isinstance(enabled, bool):
        raise RulesError(layer.path, "is not true or false", place="enabled", mend="write enabled = true")
    return FlagRule(
        code=code,
        name=_required(layer, "name"),
        severity=_severity(layer),
        what=_required(layer, "what").strip(),
        why=_required(layer, "why").strip(),
        enabled=enabled,
        settings=table(layer, "settings", entry.get("settings", {})),
        must_flag=_examples(layer, "must_flag", quoted=True),
        must_pass=_examples(layer, "must_pass", quoted=False),
    )


def _required(layer: Layer, key: str) -> str:
    if key not in layer.table:
        raise RulesError(layer.path, f"lacks {key}", mend=f'add {key} = "..."')
    return text(layer, key, layer.table[key])


def _severity(layer: Layer) -> Severity:
    value = _required(layer, "severity")
    try:
        return Severity(value)
    except ValueError as error:
        mend = f"known are {', '.join(Severity)}"
        raise RulesError(layer.path, f"no severity {value!r}", place="severity", mend=mend) from error


def _examples(layer: Layer, key: str, *, quoted: bool) -> tuple[Example, ...]:
    entries = layer.table.get(key)
    if not isinstance(entries, list) or not entries:
        raise RulesError(layer.path, f"has no {key} example", mend=f"add [[{key}]] with articles")
    return tuple(_example(layer, f"{key}[{i}]", entry, quoted=quoted) for i, entry in enumerate(entries))


def _example(layer: Layer, place: str, value: Any, *, quoted: bool) -> Example:
    entry = table(layer, place, value)
    only(layer, place, entry, ("articles", "quote") if quoted else ("articles",))
    articles = entry.get("articles")
    if not isinstance(articles, list) or not articles:
        raise RulesError(layer.path, "has no articles", place=place, mend='add articles = [{ text = "..." }]')
    for article in articles:
        only(layer, f"{place}.articles", table(layer, f"{place}.articles", article), ARTICLE_KEYS)
    quote = text(layer, f"{place}.quote", entry.get("quote")) if quoted else None
    found = tuple(ExampleArticle(**article) for article in articles if "text" in article)
    if len(found) < len(articles):
        raise RulesError(layer.path, "an article lacks its text", place=f"{place}.articles", mend='add text = "..."')
    if quote is not None and quote not in f"{found[0].title}\n{found[0].text}":
        raise RulesError(layer.path, f"{quote!r} is not in the first article", place=place, mend="quote its own words")
    return Example(found, quote)
