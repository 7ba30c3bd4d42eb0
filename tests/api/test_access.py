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


def routes(client: Client, *, named: bool = True) -> list[tuple[str, str]]:
    """Every route of the OpenAPI page; with names of things in its path unless told otherwise."""
    paths = client.get("/schema/openapi.json").json()["paths"]
    found = [(method.upper(), path) for path, methods in paths.items() for method in methods]
    assert len(found) >= 21
    return [(method, filled(path)) for method, path in found] if named else found


def filled(path: str) -> str:
    return path.replace("{article_id}", "a").replace("{number}", "1").replace("{audit_id}", "a" * 32)


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
    for method, path in routes(guarded):
        for sent in wrong:
            answer = guarded.request(method, path, headers={"Authorization": sent})
            if path in OPEN:
                assert answer.status_code == 200
            else:
                problem(answer, 401)
                assert answer.headers["www-authenticate"] == "Bearer"


def test_every_route_refuses_a_scope_that_is_too_small(guarded: Client, keys: dict[str, str], problem: Any) -> None:
    asked = {
        (method, route.path_format): handler.opt.get("scope")
        for route in guarded.app.routes
        for method, (handler, _) in getattr(route, "route_handler_map", {}).items()
    }
    refused = 0
    for method, path in routes(guarded, named=False):
        if path in OPEN:
            continue
        scope = asked[method, path]
        assert scope in SCOPES, f"{method} {path} says no scope"
        for smaller in SCOPES[: SCOPES.index(scope)]:
            problem(guarded.request(method, filled(path), headers=bearer(keys[smaller])), 403)
            refused += 1
    assert refused >= 7, "four routes ask for write, two for admin, which both others are too small for"


def test_a_route_that_is_not_on_the_page_is_the_page_itself(guarded: Client) -> None:
    shown = set(routes(guarded, named=False))
    for route in guarded.app.routes:
        for method in set(route.methods) - {"OPTIONS", "HEAD"}:
            assert (method, route.path_format) in shown or route.path_format.startswith("/schema")


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


@pytest.mark.parametrize("sent", ["", "Bearer wrong", "Bearer figurecheck_0123456789ab_guess"])
def test_guessing_at_keys_is_counted_by_the_address_it_comes_from(
    url: str, keys: dict[str, str], problem: Any, sent: str
) -> None:
    service = ServiceSettings(host="0.0.0.0", readers=0, rate_limit=3)
    with TestClient(create_app(Settings(database=url), service)) as client:
        for _ in range(3):
            problem(client.get("/v1/articles", headers={"Authorization": sent}), 401)
        answer = client.get("/v1/articles", headers={"Authorization": sent})
        problem(answer, 429)
        assert 0 < int(answer.headers["retry-after"]) <= 60
        assert client.get("/v1/articles", headers=bearer(keys["read"])).status_code == 200, "who has a key goes on"


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


def test_every_answer_has_its_security_headers(guarded: Client, keys: dict[str, str]) -> None:
    asked = [*routes(guarded), ("GET", "/schema"), ("GET", "/v1/nowhere"), ("PATCH", "/v1/check")]
    statuses = set()
    for method, path in asked:
        for sent in ({}, bearer(keys["admin"])):
            answer = guarded.request(method, path, headers=sent)
            assert answer.headers["x-content-type-options"] == "nosniff"
            assert answer.headers["x-frame-options"] == "DENY"
            assert answer.headers["referrer-policy"] == "no-referrer"
            assert answer.headers["cache-control"]
            assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]
            assert answer.headers["x-request-id"]
            statuses.add(answer.status_code)
    assert {200, 400, 401, 404, 405} <= statuses


def test_a_name_in_the_query_that_a_route_does_not_know_is_refused_wherever_it_is(
    guarded: Client, keys: dict[str, str], problem: Any
) -> None:
    for method, path in routes(guarded):
        if path not in OPEN:
            found = problem(guarded.request(method, f"{path}?sourec=Post", headers=bearer(keys["admin"])), 422)
            assert found["errors"][0]["place"] == "query.sourec"
            assert found["errors"][0]["message"].startswith("no such name; there are ")


def test_options_names_every_method_of_a_path(guarded: Client) -> None:
    paths = guarded.get("/schema/openapi.json").json()["paths"]
    for path, methods in paths.items():
        answer = guarded.options(filled(path))
        assert answer.status_code == 204
        assert set(answer.headers["allow"].split(", ")) == {"OPTIONS", *(method.upper() for method in methods)}
        wrong = guarded.request("TRACE", filled(path))
        assert wrong.status_code == 405
        assert set(wrong.headers["allow"].split(", ")) == set(answer.headers["allow"].split(", "))


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
