"""docker-compose.yml: valid by Compose's own schema, and as careful as it says."""

import json
import shlex
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.compose.composed import ROOT, composed

SCHEMA = json.loads((Path(__file__).parent / "compose-spec.json").read_text("utf-8"))
PASSWORD = {"NEO4J_PASSWORD": "correct horse"}
SERVICES: dict[str, dict[str, Any]] = composed(**PASSWORD)["services"]
OURS = {"api", "worker", "dask-scheduler", "dask-worker"}


def test_it_is_valid() -> None:
    jsonschema.validate(composed(**PASSWORD), SCHEMA)


def test_a_wrong_key_would_be_found() -> None:
    wrong = composed(**PASSWORD)
    wrong["services"]["api"]["mem_limt"] = "1g"
    with pytest.raises(jsonschema.ValidationError, match="mem_limt"):
        jsonschema.validate(wrong, SCHEMA)


def test_the_password_is_asked_for() -> None:
    with pytest.raises(KeyError, match="a password of your own"):
        composed()


def test_the_profiles() -> None:
    profiles = {name: tuple(service.get("profiles", ())) for name, service in SERVICES.items()}
    assert profiles == {
        "neo4j": (),
        "api": (),
        "worker": (),
        "grafana": ("dashboards",),
        "dask-scheduler": ("dask",),
        "dask-worker": ("dask",),
    }


@pytest.mark.parametrize("name", SERVICES)
def test_each_service_has_few_rights_and_limits(name: str) -> None:
    service = SERVICES[name]
    assert service["user"].split(":")[0] not in ("0", "root")
    assert service["cap_drop"] == ["ALL"]
    assert "no-new-privileges:true" in service["security_opt"]
    assert {"mem_limit", "cpus", "pids_limit", "restart"} <= service.keys()
    assert service.get("read_only") is True or name == "neo4j"
    assert not {"privileged", "network_mode", "pid"} & service.keys()
    assert all(port.startswith("127.0.0.1:") for port in service.get("ports", ()))


@pytest.mark.parametrize("name", SERVICES)
def test_each_waits_until_what_it_needs_is_healthy(name: str) -> None:
    for needed, how in SERVICES[name].get("depends_on", {}).items():
        assert how["condition"] == "service_healthy"
        assert SERVICES[needed]["healthcheck"]["test"]


def test_volumes_are_declared_and_what_is_bound_exists() -> None:
    declared = set(composed(**PASSWORD)["volumes"])
    for service in SERVICES.values():
        for volume in service.get("volumes", ()):
            source = volume["source"] if isinstance(volume, dict) else volume.split(":")[0]
            if isinstance(volume, dict):
                assert volume["read_only"]
            elif source.startswith("."):
                assert (ROOT / source).is_dir()
                assert volume.endswith(":ro")
            else:
                assert source in declared


@pytest.mark.parametrize("name", sorted(OURS))
def test_ours_run_the_user_and_folder_of_the_image(name: str) -> None:
    dockerfile = (ROOT / "Dockerfile").read_text("utf-8")
    uid = SERVICES[name]["user"].split(":")[0]
    assert f"--uid {uid}" in dockerfile
    assert "COMMUNIQUE_DATA=/data" in dockerfile


def test_the_worker_watches_feeds_where_told() -> None:
    told = composed(**PASSWORD, COMMUNIQUE_WATCH="/feeds/feeds.toml")["services"]["worker"]
    assert shlex.split(told["command"]) == ["watch", "/feeds/feeds.toml"]
    assert shlex.split(SERVICES["worker"]["command"]) == ["watch"]


def test_the_image_takes_in_what_it_copies() -> None:
    let_in = set((ROOT / ".dockerignore").read_text("utf-8").split())
    for line in (ROOT / "Dockerfile").read_text("utf-8").splitlines():
        if line.startswith("COPY ") and "--from" not in line:
            for source in line.split()[1:-1]:
                assert f"!{source}" in let_in
                assert (ROOT / source).exists()
