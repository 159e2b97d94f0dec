"""docker-compose.yml is a valid Compose file, and what must not be reachable is not."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

_FILE = Path(__file__).parents[2] / "docker-compose.yml"


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    """The file, with its anchors resolved."""
    read: dict[str, Any] = YAML(typ="safe").load(_FILE)
    return read


def test_it_fits_the_compose_schema() -> None:
    """The schema of the Compose specification accepts it."""
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.compose-spec", str(_FILE)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_only_this_machine_reaches_the_pages_and_rasa_has_no_way_out(compose: dict[str, Any]) -> None:
    """Rasa's webhook has no password, so it stands on an inner network only; the pages are published to loopback alone."""
    published = {name: service["ports"] for name, service in compose["services"].items() if "ports" in service}
    assert published == {"web": ["127.0.0.1:8080:8080"]}
    assert compose["networks"]["inside"]["internal"] is True
    assert compose["services"]["rasa"]["networks"] == ["inside"]
    assert compose["services"]["actions"]["networks"] == ["inside"]


def test_servers_are_watched_and_read_only_where_they_can_be(compose: dict[str, Any]) -> None:
    """Each server has a health check; the actions and Rasa cannot change what is published."""
    for name in ("rasa", "actions", "front", "web", "reindex"):
        assert "healthcheck" in compose["services"][name], name
    for name in ("rasa", "actions"):
        (home,) = [mount for mount in compose["services"][name]["volumes"] if mount.startswith("home:")]
        assert home.endswith(":ro")
