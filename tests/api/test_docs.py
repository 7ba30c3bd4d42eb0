"""The OpenAPI page."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema_rs import Draft202012Validator
from litestar import Litestar
from litestar.testing import TestClient
from tests.api.serving import serving
from tests.browser import rendered

Client = TestClient[Litestar]
NOUNS = {"extract", "compare", "check", "articles", "figures", "series", "flags", "audits"}


@pytest.fixture(scope="module")
def document(client: Client) -> dict[str, Any]:
    found: dict[str, Any] = client.get("/schema/openapi.json").json()
    return found


def operations(document: dict[str, Any]) -> list[dict[str, Any]]:
    return [operation for path in document["paths"].values() for operation in path.values()]


def test_it_is_openapi_3_1(document: dict[str, Any]) -> None:
    assert document["openapi"].startswith("3.1")
    assert {path.split("/")[2] for path in document["paths"] if path.startswith("/v1/")} == NOUNS


def test_every_route_has_an_id_a_summary_and_a_description(document: dict[str, Any]) -> None:
    for operation in operations(document):
        assert operation["operationId"]
        assert operation["summary"]
        assert operation["description"]


def test_every_problem_is_documented_as_one(document: dict[str, Any]) -> None:
    for operation in operations(document):
        for status, response in operation["responses"].items():
            media = set(response.get("content", ()))
            assert media == {"application/problem+json"} if status >= "400" else "application/problem+json" not in media


def test_every_body_has_examples_that_the_route_takes(document: dict[str, Any], desk: Client) -> None:
    for path, methods in document["paths"].items():
        for method in {"post", "put"} & set(methods):
            for media, content in methods[method].get("requestBody", {}).get("content", {}).items():
                assert content["examples"]
                for example in content["examples"].values():
                    body = json.dumps(example["value"]) if media == "application/json" else example["value"]
                    address, sent = path.replace("{article_id}", "a"), {"content-type": media}
                    assert desk.request(method, address, content=body, headers=sent).is_success


def test_every_answer_has_an_example_that_is_as_its_schema_says(document: dict[str, Any]) -> None:
    for operation in operations(document):
        for status, response in operation["responses"].items():
            for media, content in response.get("content", {}).items():
                shown = content["examples"]["answer"]["value"]
                assert shown, f"{operation['operationId']} {status} {media}"
                schema = Draft202012Validator({**content["schema"], "components": document["components"]})
                for value in map(json.loads, shown.splitlines()) if "ndjson" in media else [shown]:
                    schema.validate(value)


def test_every_reference_leads_somewhere(document: dict[str, Any]) -> None:
    names = set(re.findall(r"#/components/schemas/([\w.]+)", str(document)))
    assert names <= set(document["components"]["schemas"])


def test_the_page_needs_no_outside_network(client: Client) -> None:
    page = client.get("/schema", headers={"accept": "text/html"})
    assert page.status_code == 200
    links = re.findall(r'(?:src|href)="([^"]+)"', page.text)
    assert len(links) >= 3
    for link in links:
        assert link.startswith("/")
        assert client.get(link).status_code == 200
    assert "://" not in re.sub(r"<script type='text/javascript'>.*", "", page.text, flags=re.DOTALL)


def test_a_browser_shows_every_route_on_the_page(tmp_path: Path, document: dict[str, Any]) -> None:
    with serving(tmp_path) as server:
        page = rendered(f"{server.address}/schema")
    shown = re.findall(r'data-path="([^"]+)"', page)
    assert len(shown) == len(operations(document))
    assert set(shown) == set(document["paths"])
