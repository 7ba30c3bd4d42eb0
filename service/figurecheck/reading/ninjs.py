"""News in JSON: IPTC ninjs 1, 2 and 3."""

from typing import Any

_BODIES = ("text", "xhtml", "html")
_PLAIN = ("text/plain", "text")
_HYPERTEXT = ("application/xhtml+xml", "text/html", "html", "xhtml")


def is_ninjs(item: dict[str, Any]) -> bool:
    """Whether a JSON object is a ninjs item: it has a uri, and a headline or a body under ninjs' names."""
    keys = _folded(item)
    return ("uri" in keys and any(key in keys for key in ("headline", "headlines", "bodies"))) or any(
        key.startswith("body") and isinstance(value, str) for key, value in keys.items()
    )


def ninjs_fields(item: dict[str, Any]) -> dict[str, Any]:
    """The fields of an article that a ninjs item gives. Plain text is taken before HTML, where an item has both.

    ninjs 1 has `headline` and `body_text`, `body_xhtml`; ninjs 2 has `headlines` and `bodies`; ninjs 3 spells its names
    in camel case.
    """
    keys = _folded(item)
    uri = _string(keys.get("uri"))
    text, markup = _body(keys)
    return {
        "id": uri,
        "title": _string(keys.get("headline")) or _value(keys.get("headlines")) or _string(keys.get("title")),
        "source": _source(keys),
        "published": next(
            (when for key in ("versioncreated", "firstcreated", "contentcreated") if (when := _string(keys.get(key)))),
            None,
        ),
        "url": _string(keys.get("url")) or (uri if uri.startswith(("http://", "https://")) else ""),
        "language": _string(keys.get("language")).split("-")[0].lower(),
        "text": text,
        "format": markup,
    }


def _folded(item: dict[str, Any]) -> dict[str, Any]:
    """The item by the names of ninjs 2: lower case, no underscores."""
    return {key.lower().replace("_", ""): value for key, value in item.items()}


def _string(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""


def _items(value: Any) -> list[dict[str, Any]]:
    return [_folded(item) for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def _value(headlines: Any) -> str:
    """The main headline, or the first."""
    items = [item for item in _items(headlines) if _string(item.get("value"))]
    items.sort(key=lambda item: _string(item.get("role")) != "main")
    return _string(items[0]["value"]) if items else ""


def _source(keys: dict[str, Any]) -> str:
    for key in ("source", "provider", "infosources", "infosource", "copyrightholder"):
        value = keys.get(key)
        names = [value.get("name")] if isinstance(value, dict) else [item.get("name") for item in _items(value)]
        found = _string(value) or next((name for name in map(_string, names) if name), "")
        if found:
            return found
    return ""


def _body(keys: dict[str, Any]) -> tuple[str, str]:
    """The body exactly as it stands, and its format."""
    for name in _BODIES:
        body = keys.get(f"body{name}")
        if isinstance(body, str) and body.strip():
            return body, "text" if name == "text" else "html"
    bodies = [item for item in _items(keys.get("bodies")) if _string(item.get("value"))]
    for kinds, markup in ((_PLAIN, "text"), (_HYPERTEXT, "html")):
        for item in bodies:
            kind = _string(item.get("contenttype")).lower() or _string(item.get("role")).lower()
            if kind.split(";")[0] in kinds:
                return item["value"], markup
    if bodies:
        value = bodies[0]["value"]
        return value, "html" if "</" in value else "text"
    return "", "text"
