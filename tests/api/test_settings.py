"""The settings of the service: where they are found, which goes first, and what is said of a wrong one."""

import subprocess
import sys
from pathlib import Path

import pytest

from figurecheck.api.settings import REQUESTS, ServiceSettings, load_service, origins
from figurecheck.settings import SettingsError


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_options_go_before_the_environment_and_that_before_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "figurecheck.toml").write_text('[serve]\nport = 1\nhost = "file"\nbody-limit = 3\n')
    monkeypatch.setenv("FIGURECHECK_PORT", "2")
    monkeypatch.setenv("FIGURECHECK_HOST", "environment")
    monkeypatch.setenv("FIGURECHECK_CORS_ORIGINS", "")
    found = load_service({"host": "option", "workers": None})
    assert (found.host, found.port, found.body_limit, found.cors_origins) == ("option", 2, 3, ())
    file = str(tmp_path / "figurecheck.toml")
    assert origins({"host": "option"}) == {"host": "options", "port": "environment", "body_limit": file}


def test_lists_may_be_written_with_commas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FIGURECHECK_CORS_ORIGINS", "https://desk.example, https://cms.example")
    assert load_service().cors_origins == ("https://desk.example", "https://cms.example")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[serve]\ncolour = 3", "colour: no such setting; there are host, port"),
        ("[serve]\nport = 99999", "port = 99999"),
        ("serve = 3", "serve: no such setting"),
        ("[serve]\nport = ", "line 2"),
    ],
)
def test_a_wrong_setting_is_named_with_its_file(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "figurecheck.toml").write_text(text)
    with pytest.raises(SettingsError) as error:
        load_service()
    assert str(tmp_path / "figurecheck.toml") in str(error.value)
    assert said in str(error.value)


@pytest.mark.parametrize(
    ("host", "limit"),
    [("127.0.0.1", 0), ("::1", 0), ("localhost", 0), ("0.0.0.0", REQUESTS), ("desk.example", REQUESTS)],
)
def test_only_a_service_that_others_can_reach_limits_its_clients_by_itself(host: str, limit: int) -> None:
    assert ServiceSettings(host=host).requests == limit
    assert ServiceSettings(host=host, rate_limit=7).requests == 7


def test_the_starter_shows_every_setting_and_can_be_used_by_taking_the_marks_away(tmp_path: Path) -> None:
    from figurecheck.cli.init import init

    init(tmp_path)
    written = tmp_path / "figurecheck.toml"
    assert load_service() == ServiceSettings()
    lines = [line.removeprefix("# ") if " = " in line else line for line in written.read_text().splitlines()]
    written.write_text("\n".join(lines))
    assert set(origins({})) == set(ServiceSettings.model_fields)
    assert load_service().rate_limit == REQUESTS


def test_a_check_on_the_command_line_does_not_load_them(tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_text("Six people died.")
    run = "try: main(['check', 'draft.txt'])\nfinally: print('pydantic_settings' in sys.modules)"
    script = f"import sys; from figurecheck.cli.main import main\n{run}"
    done = subprocess.run([sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.stdout.endswith("False\n")
