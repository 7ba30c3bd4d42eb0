"""Who may ask what: keys, their scopes, and how often."""

from collections.abc import Iterator
from typing import Any

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from figurecheck import Corpus
from figurecheck.api.app import create_app
from figurecheck.api.settings import ServiceSettings
from figurecheck.settings import Settings, SettingsError
from figurecheck.storage.keys import Keys

Client = TestClient[Litestar]
OPEN = {"/health/live", "/health/ready"}
SCOPES = ("read", "write", "admin")


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> str:
    return f"sqlite:///{tmp_path_factory.mktemp('keys') / 'corpus.db'}"


@pytest.fixture(scope="module")
def keys(url: str) -> dict[str, str]:
    """A key of each scope, and one that was revoked."""
    with Corpus(url) as corpus:
        kept = Keys(corpus.database)
        found = {scope: kept.create(scope, scope)[1] for scope in SCOPES}
        found["revoked"] = kept.create("revoked", "admin")[1]
        kept.revoke("revoked")
    return found


@pytest.fixture(scope="module")
def guarded(url: str, keys: dict[str, str]) -> Iterator[Client]:
    """A service that others can reach."""
    service = ServiceSettings(host="0.0.0.0", readers=0, rate_limit=0)
    with TestClient(create_app(Settings(database=url), service), raise_server_exceptions=False) as client:
        yield client


def bearer(key: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {key}"}


def routes(client: Client) -> list[tuple[str, str]]:
    paths = client.get("/schema/openapi.json").json()["paths"]
    shown = [(method.upper(), path) for path, methods in paths.items() for method in methods]
    return [
        (method, path.replace("{article_id}", "a").replace("{number}", "1").replace("{audit_id}", "a" * 32))
        for method, path in shown
    ]


def test_every_route_refuses_without_a_key_and_with_a_wrong_one(
    guarded: Client, keys: dict[str, str], problem: Any
) -> None:
    wrong = [
        "",
        "Bearer",
        "Bearer x",
        f"Basic {keys['admin']}",
        f"Bearer {keys['revoked']}",
        f"Bearer {keys['admin']}x",
    ]
    for method, path in [*routes(guarded), ("GET", "/metrics")]:
        for sent in wrong:
            answer = guarded.request(method, path, headers={"Authorization": sent})
            if path in OPEN:
                assert answer.status_code == 200
            else:
                problem(answer, 401)
                assert answer.headers["www-authenticate"] == "Bearer"


def test_every_route_refuses_a_scope_that_is_too_small(guarded: Client, keys: dict[str, str], problem: Any) -> None:
    handlers = {
        (method, route.path_format): handler.opt.get("scope")
        for route in guarded.app.routes
        if route.path_format.startswith("/v1")
        for method, (handler, _) in getattr(route, "route_handler_map", {}).items()
        if method != "OPTIONS"
    }
    assert handlers
    for (method, path), scope in handlers.items():
        assert scope in SCOPES, f"{method} {path} says no scope"
        for smaller in SCOPES[: SCOPES.index(scope)]:
            path = path.replace("{article_id}", "a").replace("{number}", "1").replace("{audit_id}", "a" * 32)
            problem(guarded.request(method, path, headers=bearer(keys[smaller])), 403)


def test_a_key_opens_what_its_scope_allows(guarded: Client, keys: dict[str, str]) -> None:
    article = {"text": "Six people died."}
    assert guarded.put("/v1/articles/a", json=article, headers=bearer(keys["write"])).status_code == 200
    assert guarded.get("/v1/articles/a", headers=bearer(keys["read"])).status_code == 200
    assert guarded.post("/v1/check", json=article, headers=bearer(keys["admin"])).status_code == 200


def test_on_loopback_no_key_is_needed_but_a_wrong_one_is_told(url: str, keys: dict[str, str], problem: Any) -> None:
    with TestClient(create_app(Settings(database=url), ServiceSettings(readers=0))) as client:
        assert client.get("/v1/articles").status_code == 200
        problem(client.get("/v1/articles", headers=bearer("wrong")), 401)


def test_a_key_can_be_asked_for_on_loopback_too(url: str, problem: Any) -> None:
    with TestClient(create_app(Settings(database=url), ServiceSettings(readers=0, require_keys=True))) as client:
        problem(client.get("/v1/articles"), 401)


def test_a_service_that_others_reach_does_not_start_without_a_corpus_for_its_keys() -> None:
    with pytest.raises(SettingsError, match="figurecheck keys"):
        create_app(Settings(), ServiceSettings(host="0.0.0.0"))


def test_whoever_asks_too_often_is_told_when_to_come_back(url: str, keys: dict[str, str], problem: Any) -> None:
    service = ServiceSettings(host="0.0.0.0", readers=0, rate_limit=3)
    with TestClient(create_app(Settings(database=url), service)) as client:
        for _ in range(3):
            assert client.get("/v1/articles", headers=bearer(keys["read"])).status_code == 200
        answer = client.get("/v1/articles", headers=bearer(keys["read"]))
        problem(answer, 429)
        assert 0 < int(answer.headers["retry-after"]) <= 60
        assert client.get("/v1/articles", headers=bearer(keys["write"])).status_code == 200
        assert client.get("/health/live").status_code == 200


def test_no_page_of_another_origin_may_call_unless_it_is_named(client: Client) -> None:
    origin = {"Origin": "https://cms.example"}
    assert "access-control-allow-origin" not in client.get("/health/live", headers=origin).headers
    named = ServiceSettings(readers=0, cors_origins=("https://cms.example",))
    with TestClient(create_app(service=named)) as open_:
        assert open_.get("/health/live", headers=origin).headers["access-control-allow-origin"] == origin["Origin"]
        assert (
            "access-control-allow-origin"
            not in open_.get("/health/live", headers={"Origin": "https://x.example"}).headers
        )


@pytest.mark.parametrize("path", ["/health/live", "/v1/nowhere", "/schema", "/v1/check", "/metrics"])
def test_every_answer_has_its_security_headers(client: Client, path: str) -> None:
    headers = client.get(path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert headers["x-request-id"]


def test_a_key_that_only_reads_leaves_the_memory_of_the_desk_alone(guarded: Client, keys: dict[str, str]) -> None:
    def asked(scope: str, article: str) -> None:
        text = "In the survey 40 percent were for it, 50 percent were against it and 30 percent did not know."
        report = guarded.post("/v1/check", json={"id": article, "text": text}, headers=bearer(keys[scope])).json()
        assert [flag["code"] for flag in report["flags"]] == ["FC205"]

    def noted(article: str) -> int:
        found = guarded.get("/v1/flags", params={"article": article}, headers=bearer(keys["read"]))
        return len(found.json()["items"])

    asked("read", "memory")
    assert noted("memory") == 0
    asked("write", "memory")
    assert noted("memory") == 1
