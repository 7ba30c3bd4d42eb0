"""/v1/articles."""

import json
from pathlib import Path
from typing import Any

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from figurecheck import Corpus
from figurecheck.storage import CorpusError

TEXT = "The ferry Aurelia sank off Port Selm on Monday, killing 27 people, divers said."
FERRY = {"text": TEXT, "source": "Radio", "published": "2026-03-03"}

Client = TestClient[Litestar]


def lines(answer: Any) -> list[dict[str, Any]]:
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/x-ndjson")
    return [json.loads(line) for line in answer.text.splitlines()]


def test_an_article_is_put_once_and_again_and_changed(desk: Client) -> None:
    kept = [desk.put("/v1/articles/ferry", json=body).json() for body in (FERRY, FERRY, {**FERRY, "text": "Six died."})]
    assert [(one["id"], one["status"], one["figures"]) for one in kept] == [
        ("ferry", "added", 1),
        ("ferry", "unchanged", 1),
        ("ferry", "changed", 1),
    ]


@pytest.mark.parametrize("name", ["a", "http://radio.example/a//b?c=d", "urn:news:1", "naïve 100%", "../b", "a/"])
def test_any_name_leads_back_to_its_article(desk: Client, name: str, problem: Any) -> None:
    from urllib.parse import quote

    address = f"/v1/articles/{quote(name, safe='')}"
    assert desk.put(address, json=FERRY).json()["id"] == name
    found = desk.get(address).json()
    assert (found["article"]["id"], found["article"]["text"]) == (name, TEXT)
    assert [figure["quote"] for figure in found["figures"]] == ["27 people"]
    assert desk.delete(address).status_code == 204
    for gone in (desk.get(address), desk.delete(address)):
        assert problem(gone, 404)["detail"] == "no article has this id; GET /v1/articles lists them"


def test_a_name_in_the_body_must_be_that_of_the_address(desk: Client, problem: Any) -> None:
    found = problem(desk.put("/v1/articles/ferry", json={**FERRY, "id": "boat"}), 409)
    assert found["type"].endswith("other-id")


@pytest.mark.parametrize("media", ["text/plain", "text/html", "text/markdown"])
def test_a_text_can_be_put_as_it_is_with_its_head_in_the_query(desk: Client, media: str, problem: Any) -> None:
    query, sent = "source=Radio&published=2026-03-03&title=Ferry", {"content-type": media}
    assert desk.put(f"/v1/articles/note?{query}", content=TEXT, headers=sent).json()["figures"] == 1
    article = desk.get("/v1/articles/note").json()["article"]
    assert (article["source"], article["title"], article["text"]) == ("Radio", "Ferry", TEXT)
    assert media.endswith(article["format"].replace("text", "plain"))
    problem(desk.put("/v1/articles/note", content=" \n", headers=sent), 400)


def test_ninjs_can_be_put(desk: Client) -> None:
    item = {"headline": "Ferry", "body_text": TEXT, "versioncreated": "2026-03-03T10:00:00Z"}
    sent = {"content-type": "application/ninjs+json"}
    assert desk.put("/v1/articles/wire", content=json.dumps(item), headers=sent).json()["figures"] == 1
    assert desk.get("/v1/articles/wire").json()["article"]["title"] == "Ferry"


def test_what_no_store_can_hold_is_refused(desk: Client, problem: Any) -> None:
    problem(desk.put("/v1/articles/nul", json={**FERRY, "title": "a\0b"}), 422)


@pytest.mark.parametrize("path", ["/v1/articles/a%00b", "/v1/articles/%ff", "/v1/articles?source=%ff%fe"])
def test_an_address_that_is_no_text_is_refused(desk: Client, problem: Any, path: str) -> None:
    """Two such names would be read as one, and one article be kept in place of another."""
    assert problem(desk.get(path), 400)["type"].endswith(":address")


def test_a_text_that_speaks_of_a_nul_holds_none(desk: Client) -> None:
    assert desk.put("/v1/articles/json", json={**FERRY, "text": r"Six died; \u0000 is no word."}).status_code == 200


def test_articles_are_listed_in_pages(desk: Client) -> None:
    for number in range(5):
        desk.put(f"/v1/articles/{number}", json={**FERRY, "source": "Radio" if number % 2 else "Post"})
    names, cursor = [], ""
    while True:
        found = desk.get(f"/v1/articles?limit=2{cursor}").json()
        names += [item["article"]["id"] for item in found["items"]]
        if found["next"] is None:
            break
        cursor = f"&cursor={found['next']}"
    assert names == ["4", "3", "2", "1", "0"]
    assert len(desk.get("/v1/articles?source=Radio").json()["items"]) == 2


def test_a_list_that_changes_while_it_is_read_gives_no_article_twice_and_leaves_none_out(desk: Client) -> None:
    for number in range(6):
        desk.put(f"/v1/articles/{number}", json=FERRY)
    first = desk.get("/v1/articles?limit=2").json()
    desk.put("/v1/articles/new", json=FERRY)
    desk.delete("/v1/articles/5")
    desk.delete("/v1/articles/3")
    rest = desk.get(f"/v1/articles?cursor={first['next']}").json()["items"]
    assert [item["article"]["id"] for item in (*first["items"], *rest)] == ["5", "4", "2", "1", "0"]


@pytest.mark.parametrize("query", ["limit=0", "limit=501", "cursor=0", "cursor=x", f"cursor={2**53 + 1}"])
def test_a_page_that_cannot_be_is_refused(desk: Client, problem: Any, query: str) -> None:
    [wrong] = problem(desk.get(f"/v1/articles?{query}"), 422)["errors"]
    assert wrong["place"] == f"query.{query.partition('=')[0]}"


def test_a_stream_of_articles_gets_a_line_for_each(desk: Client) -> None:
    good = [json.dumps({**FERRY, "id": f"a{number}"}) for number in range(150)]
    body = "\n".join([*good[:3], "{broken", "", '{"id": "x"}', *good[3:], good[0]])
    found = {line["line"]: line for line in lines(desk.post("/v1/articles", content=body))}
    assert set(found) == {*range(1, 155)} - {5} | {154}
    assert [found[number]["status"] for number in (1, 3, 4, 6, 7, 153)] == [
        "added", "added", "failed", "failed", "added", "added",
    ]  # fmt: skip
    assert "line 4 column 2" in found[4]["error"]
    assert "has no text" in found[6]["error"]
    assert found[154]["status"] == "unchanged"
    assert len(desk.get("/v1/articles?limit=500").json()["items"]) == 150


def test_a_stream_takes_ninjs_and_refuses_what_no_store_can_hold(desk: Client) -> None:
    items: list[dict[str, Any]] = [
        {"uri": "urn:n:1", "headline": "Ferry", "body_text": TEXT},
        {"id": "nul", "text": "Six\0died."},
    ]
    body = "\n".join(map(json.dumps, items))
    found = {line["line"]: line["status"] for line in lines(desk.post("/v1/articles", content=body))}
    assert found == {1: "added", 2: "failed"}


def test_why_a_stream_could_not_be_kept_is_logged(
    desk: Client, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def full(self: Corpus, articles: object) -> None:
        raise CorpusError("corpus.db has no room left on its disk")

    monkeypatch.setattr(Corpus, "load", full)
    with caplog.at_level("ERROR"):
        [line] = lines(desk.post("/v1/articles", content=json.dumps({**FERRY, "id": "a"})))
    assert (line["line"], line["status"]) == (1, "failed")
    assert "no room left" in caplog.text
    assert "no room left" not in line["error"], "what the service stands on is for the log alone"


@pytest.mark.parametrize("media", ["application/x-ndjson", "application/jsonl", "application/x-www-form-urlencoded"])
def test_a_stream_may_say_what_it_is_or_nothing(desk: Client, media: str) -> None:
    sent = {"content-type": media}
    [line] = lines(desk.post("/v1/articles", content=json.dumps(FERRY), headers=sent))
    assert line["status"] == "added"


@pytest.mark.parametrize("media", ["text/plain", "text/csv", "application/json"])
def test_what_is_no_stream_of_lines_is_refused(desk: Client, problem: Any, media: str) -> None:
    answer = desk.post("/v1/articles", content=json.dumps(FERRY), headers={"content-type": media})
    assert "application/x-ndjson" in problem(answer, 415)["detail"]


def test_a_stream_of_nothing_is_said_to_be_empty(desk: Client, problem: Any) -> None:
    problem(desk.post("/v1/articles", content=b""), 400)


def test_a_line_over_the_limit_stops_no_other(desk: Client) -> None:
    body = json.dumps({"id": "long", "text": "x" * 30_000}) + "\n" + json.dumps(FERRY)
    statuses = {line["line"]: line["status"] for line in lines(desk.post("/v1/articles", content=body))}
    assert statuses == {1: "failed", 2: "added"}


def test_without_a_corpus_there_is_nothing_to_keep_articles_in(client: Client, problem: Any) -> None:
    problem(client.put("/v1/articles/ferry", json=FERRY), 409)
    problem(client.get("/v1/articles"), 409)
    problem(client.post("/v1/articles", content="{}"), 409)


def test_what_was_put_is_what_is_checked_against(desk: Client, tmp_path: Path) -> None:
    desk.put("/v1/articles/radio", json={**FERRY, "text": TEXT.replace("27", "22")})
    [flag] = desk.post("/v1/check", json={**FERRY, "id": "draft"}).json()["flags"]
    assert (flag["code"], flag["evidence"][0]["article"]) == ("FC101", "radio")
