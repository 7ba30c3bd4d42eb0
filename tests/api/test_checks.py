"""POST /v1/extract, /v1/compare and /v1/check."""

import json
from typing import Any

import pytest
from litestar import Litestar
from litestar.testing import TestClient

import figurecheck
from figurecheck import Article
from figurecheck.api.app import create_app
from figurecheck.api.settings import ServiceSettings
from figurecheck.rulebook import load_rulebook
from figurecheck.settings import Settings

TEXT = "The ferry Aurelia sank off Port Selm on Monday, killing 27 people, divers said."
OTHER = {"text": TEXT.replace("27", "22"), "source": "Coast Radio", "published": "2026-03-03"}
FORM = "application/x-www-form-urlencoded"

Client = TestClient[Litestar]


def post(client: Client, path: str, body: bytes | str, media: str | None = "text/plain") -> Any:
    headers = {"content-type": media} if media else {}
    return client.post(path, content=body, headers=headers)


def test_extract_answers_what_the_library_gives(client: Client) -> None:
    answer = client.post("/v1/extract", json={"text": TEXT, "title": "Ferry kills 27"})
    assert answer.status_code == 200
    expected = figurecheck.extract(Article(text=TEXT, title="Ferry kills 27"))
    assert answer.json() == [figure.model_dump(mode="json") for figure in expected]


@pytest.mark.parametrize("code", [code for code in load_rulebook().flags if code.startswith("FC2")])
def test_a_flag_inside_one_article_carries_its_figures_and_the_right_value(client: Client, code: str) -> None:
    first = load_rulebook().flags[code].must_flag[0].articles[0]
    told = {"text": first.text, "title": first.title, "published": first.published}
    article = {name: value for name, value in told.items() if value}
    flags = [flag for flag in client.post("/v1/check", json=article).json()["flags"] if flag["code"] == code]
    library = figurecheck.check(Article.model_validate(article | {"id": "-"})).flags
    assert [flag["expected"] for flag in flags] == [
        flag.expected and flag.expected.model_dump() for flag in library if flag.code == code
    ]
    assert all(flag["expected"] and (flag["evidence"] or code == "FC210") for flag in flags)  # dates are no figures
    assert flags


@pytest.mark.parametrize("media", ["text/plain", "text/plain; charset=utf-8", FORM, None, "application/octet-stream"])
def test_a_body_that_is_not_json_is_the_text_itself(client: Client, media: str | None) -> None:
    text = "“At least 27” people & 3 = boats, 50%"
    answer = post(client, "/v1/extract", text.encode(), media)
    assert answer.status_code == 200, answer.text
    assert [item["quote"] for item in answer.json()] == [figure.quote for figure in figurecheck.extract(text)]


@pytest.mark.parametrize(
    ("media", "kept"), [("text/html", "html"), ("text/markdown", "markdown"), ("text/plain", "text")]
)
def test_the_media_type_says_how_the_text_is_marked_up(client: Client, media: str, kept: str) -> None:
    assert post(client, "/v1/check", TEXT, media).json()["article"]["format"] == kept


def test_the_query_says_what_a_text_cannot(client: Client) -> None:
    answer = post(client, "/v1/check?source=The+Post&published=2026-03-04&title=Ferry+kills+27", TEXT)
    article = answer.json()["article"]
    assert (article["source"], article["published"], article["title"]) == (
        "The Post",
        "2026-03-04T00:00:00Z",
        "Ferry kills 27",
    )


def test_what_the_body_says_goes_before_the_query(client: Client) -> None:
    answer = client.post("/v1/check?source=Query&title=Query", json={"text": TEXT, "source": "Body"})
    assert (answer.json()["article"]["source"], answer.json()["article"]["title"]) == ("Body", "Query")


def test_check_takes_what_to_check_against(client: Client) -> None:
    article = {"text": TEXT, "published": "2026-03-03"}
    answer = client.post("/v1/check", json={"article": article, "against": [OTHER]})
    assert answer.status_code == 200
    assert [flag["code"] for flag in answer.json()["flags"]] == ["FC101"]


def test_check_without_against_or_corpus_reads_one_article_alone(client: Client) -> None:
    answer = client.post("/v1/check", json={"text": TEXT})
    assert (answer.status_code, answer.json()["flags"]) == (200, [])


def test_the_rules_of_sourcing_speak_only_where_the_settings_ask_for_them(client: Client) -> None:
    text = "The flood displaced 3,000 people. Dozens of boats sank. The ferry had carried about 1,487 tonnes of grain."
    assert client.post("/v1/check", json={"text": text}).json()["flags"] == []
    service = ServiceSettings(readers=0)
    with TestClient(create_app(Settings(select=("FC3",)), service)) as asked:
        flags = asked.post("/v1/check", json={"text": text}).json()["flags"]
    assert {flag["code"] for flag in flags} == {"FC301", "FC302", "FC303"}


def test_compare_puts_the_earlier_article_left(client: Client) -> None:
    later = {"id": "later", "text": TEXT, "published": "2026-03-04"}
    answer = client.post("/v1/compare", json={"articles": [later, {**OTHER, "id": "earlier"}]})
    assert answer.status_code == 200
    assert {(found["left_article"], found["right_article"]) for found in answer.json()} == {("earlier", "later")}


def test_whole_numbers_are_whole_on_the_wire(client: Client) -> None:
    assert '"stated":27,' in client.post("/v1/extract", json={"text": TEXT}).text


@pytest.mark.parametrize("path", ["/v1/extract", "/v1/compare", "/v1/check"])
@pytest.mark.parametrize("media", ["application/json", "text/plain"])
def test_an_empty_body_is_said_to_be_empty(client: Client, problem: Any, path: str, media: str) -> None:
    assert problem(post(client, path, b"", media), 400)["detail"].startswith("the body is empty")


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"caf\xe9 27 dead", "byte 3"),
        (b"%PDF\0\0", "binary"),
        (b" \n\t", "empty"),
        ("27 dead".encode("utf-16"), "byte 0"),
    ],
    ids=["latin-1", "binary", "blank", "utf-16"],
)
def test_a_body_that_is_no_text_is_refused_with_its_place(client: Client, problem: Any, body: bytes, said: str) -> None:
    assert said in problem(post(client, "/v1/check", body), 400)["detail"]


@pytest.mark.parametrize(
    "body", [b"{", b'{"text": }', b"\xff", b"[" * 10_000, b'{"text": "\\ud800"}', b'{"text": NaN}']
)
def test_malformed_json_is_refused(client: Client, problem: Any, body: bytes) -> None:
    problem(post(client, "/v1/check", body, "application/json"), 400)


@pytest.mark.parametrize(
    ("path", "body", "place"),
    [
        ("/v1/extract", {"txt": "27 dead"}, "body.text"),
        ("/v1/extract", {"text": 27}, "body.text"),
        ("/v1/extract", {"text": ""}, "body.text"),
        ("/v1/check", {"text": " \n"}, "body.text"),
        ("/v1/check", {"article": {"text": TEXT}, "against": [{"text": ""}]}, "body.against.0"),
        ("/v1/extract", {"text": TEXT, "published": "soon"}, "body.published"),
        ("/v1/extract", {"text": TEXT, "colour": "red"}, "body.colour"),
        ("/v1/extract", {"text": TEXT, "published": "0001-01-01"}, "body.published"),
        ("/v1/extract", {"text": TEXT, "published": "9999-12-31T23:59:59-23:59"}, "body.published"),
        ("/v1/extract?published=soon", {"text": TEXT}, "query.published"),
        ("/v1/extract", ["27 dead"], "body"),
        ("/v1/compare", {"articles": [{"text": TEXT}]}, "body.articles"),
        ("/v1/compare", {"articles": [{"text": TEXT}, {"text": None}]}, "body.articles.1.text"),
        ("/v1/check", {"article": {"text": TEXT}, "against": [{"id": "b"}]}, "body.against.0.text"),
    ],
)
def test_what_does_not_fit_the_model_is_named_with_its_place(
    client: Client, problem: Any, path: str, body: object, place: str
) -> None:
    assert place in [error["place"] for error in problem(client.post(path, json=body), 422)["errors"]]


def test_a_body_over_the_limit_is_refused(client: Client, problem: Any) -> None:
    problem(post(client, "/v1/check", "27 dead. " * 10_000), 413)


@pytest.mark.parametrize(
    "media", ["image/png", "application/pdf", "multipart/form-data", "text/plain; charset=latin-1"]
)
def test_media_that_cannot_be_read_are_refused(client: Client, problem: Any, media: str) -> None:
    assert "text/plain" in problem(post(client, "/v1/check", TEXT, media), 415)["detail"]


def test_an_unknown_route_is_a_problem(client: Client, problem: Any) -> None:
    problem(client.get("/v2/check"), 404)


def test_a_wrong_method_is_a_problem_that_names_the_right_one(client: Client, problem: Any) -> None:
    answer = client.get("/v1/check")
    problem(answer, 405)
    assert "POST" in answer.headers["allow"]


def test_options_names_the_methods(client: Client) -> None:
    answer = client.options("/v1/check")
    assert (answer.status_code, "POST" in answer.headers["allow"]) == (204, True)


def test_a_bug_shows_no_trace(client: Client, problem: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*args: object, **options: object) -> None:
        raise RuntimeError("a secret")

    monkeypatch.setattr(figurecheck, "extract", broken)
    answer = client.post("/v1/extract", json={"text": TEXT})
    problem(answer, 500)
    assert "secret" not in answer.text


def test_a_report_is_written_as_the_client_asks(client: Client) -> None:
    body = {"article": {"text": TEXT, "published": "2026-03-03"}, "against": [OTHER]}
    sarif = client.post("/v1/check", json=body, headers={"accept": "application/sarif+json"})
    assert sarif.headers["content-type"] == "application/sarif+json"
    assert [result["ruleId"] for result in sarif.json()["runs"][0]["results"]] == ["FC101"]
    reviews = client.post("/v1/check", json=body, headers={"accept": "application/json;q=0.1, application/ld+json"})
    assert reviews.headers["content-type"] == "application/ld+json"
    [review] = reviews.json()["@graph"]
    assert (review["@type"], review["claimReviewed"]) == ("ClaimReview", TEXT)
    assert review["citation"][0]["publisher"]["name"] == "Coast Radio"


@pytest.mark.parametrize(
    ("method", "path", "accept"),
    [("POST", "/v1/check", "text/csv"), ("POST", "/v1/extract", "application/sarif+json"), ("GET", "/v1/flags", "a/b")],
)
def test_what_no_route_has_to_give_is_not_acceptable(
    client: Client, problem: Any, method: str, path: str, accept: str
) -> None:
    problem(client.request(method, path, content=TEXT, headers={"accept": accept}), 406)


@pytest.mark.parametrize("media", ["application/json", "application/ninjs+json"])
def test_an_item_of_ninjs_is_read_as_the_article_it_tells(client: Client, media: str, problem: Any) -> None:
    item = {
        "uri": "urn:news:1",
        "headline": "Ferry kills 27",
        "body_text": TEXT,
        "versioncreated": "2026-03-03T10:00:00Z",
    }
    article = post(client, "/v1/check", json.dumps(item), media).json()["article"]
    assert (article["id"], article["title"], article["published"]) == (
        "urn:news:1",
        "Ferry kills 27",
        "2026-03-03T10:00:00Z",
    )
    problem(post(client, "/v1/check", json.dumps({"uri": "urn:news:2", "headline": "Ferry"}), media), 422)
    beside = {"article": item, "against": [{**item, "uri": "urn:news:3", "body_text": TEXT.replace("27", "22")}]}
    assert [flag["code"] for flag in post(client, "/v1/check", json.dumps(beside), media).json()["flags"]] == ["FC101"]
    two = {"articles": [beside["article"], *beside["against"]]}
    assert [one["relation"] for one in client.post("/v1/compare", json=two).json()] == ["equal", "equal", "conflict"]
    problem(client.post("/v1/compare", json={"articles": [item, {"uri": "urn:news:2", "headline": "Ferry"}]}), 422)
