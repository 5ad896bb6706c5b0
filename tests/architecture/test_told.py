"""Each process that operations run is told what it needs: its settings are made of what stands in the files."""

import os
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from korpu_chassis.configuration.settings import OwnerSettings, Settings, StoreSettings
from korpu_documents.settings import FileSettings
from korpu_gateway.settings import GatewaySettings
from korpu_local.databases import SERVICES, role_of, serving_role_of
from korpu_local.home import ROOT
from tests.architecture.deployed import Told, compose, told_by_compose, told_by_kubernetes

COMPOSE, KUBERNETES = told_by_compose(), told_by_kubernetes()
EVERYWHERE = [
    *(pytest.param(name, told, id=f"compose: {name}") for name, told in COMPOSE.items()),
    *(pytest.param(name, told, id=f"kubernetes: {name}") for name, told in KUBERNETES.items()),
]
OURS = [each for each in EVERYWHERE if str(each.values[0]).partition("-")[0] in SERVICES]


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in os.environ:
        if name.startswith("KORPU_"):
            monkeypatch.delenv(name)


def classes(service: str, role: str) -> Iterator[type[StoreSettings | FileSettings]]:
    if role == "migrate":
        yield OwnerSettings
        return
    if role == "backup":
        yield StoreSettings
        return
    yield GatewaySettings if service == "gateway" else Settings
    if service in {"partners", "events"} and role in {"serve", "tick"}:
        yield FileSettings


@pytest.mark.parametrize(("name", "told"), OURS)
def test_a_process_starts_with_what_it_is_told(
    name: str, told: Told, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "ca.pem").touch()
    for variable, value in (told | {"KORPU_KAFKA_CA": str(tmp_path / "ca.pem")}).items():
        monkeypatch.setenv(variable, value)

    made = [each() for each in classes(*name.split("-"))]

    assert {each.environment for each in made} == {"production"}


@pytest.mark.parametrize(("name", "told"), OURS)
def test_only_what_changes_tables_knows_the_owner_of_a_database(name: str, told: Told) -> None:
    owners = [variable for variable in told if "OWNER" in variable]

    assert owners == (["KORPU_OWNER_DATABASE"] if name.endswith("-migrate") else [])


@pytest.mark.parametrize("service", SERVICES)
def test_containers_serve_under_the_role_that_the_job_makes_for_it(service: str) -> None:
    mine = {name: told for name, told in COMPOSE.items() if name.startswith(f"{service}-")}
    places = [urlsplit(told["KORPU_DATABASE"]) for told in mine.values()]
    owner = urlsplit(mine[f"{service}-migrate"]["KORPU_OWNER_DATABASE"])
    job, upper = COMPOSE["databases"], service.upper()

    assert {(each.username, each.path) for each in places} == {(serving_role_of(service), f"/{role_of(service)}")}
    assert (owner.username, owner.path) == (role_of(service), f"/{role_of(service)}")
    assert {each.password for each in places} == {job[f"KORPU_DATABASE_PASSWORD_{upper}"]}
    assert owner.password == job[f"KORPU_OWNER_PASSWORD_{upper}"]
    assert compose()["services"][f"{service}-migrate"]["depends_on"]["databases"]


def test_who_hears_departments_has_their_keys_and_nobody_else() -> None:
    holders = {each: told["KORPU_SENDER_KEYS"] for each, told in COMPOSE.items() if "KORPU_SENDER_KEYS" in told}
    pods = {each: told["KORPU_SENDER_KEYS"] for each, told in KUBERNETES.items() if "KORPU_SENDER_KEYS" in told}
    services = compose()["services"]
    readers = {"events-consume", "mobility-consume"}
    patches = [
        (ROOT / f"deploy/kubernetes/{each}/kustomization.yaml").read_text("utf-8") for each in ("events", "mobility")
    ]

    assert {name for name, each in services.items() if each.get("secrets") == ["sender-keys"]} == readers
    assert holders == dict.fromkeys(readers, "/run/secrets/sender-keys")
    assert pods == dict.fromkeys(readers, "/etc/korpu-senders/sender-keys.toml")
    assert all("value: {name: sender-keys, mountPath: /etc/korpu-senders, readOnly: true}" in each for each in patches)


@pytest.mark.parametrize("service", [each for each in SERVICES if each != "gateway"])
def test_an_owner_is_backed_up_and_restored_where_backups_are_kept(service: str) -> None:
    mounts = compose()["services"][f"{service}-migrate"]["volumes"]

    assert "${KORPU_BACKUPS:-backups}:/app/backups" in mounts
    assert any(each.endswith("files:/app/files") for each in mounts) is ("KORPU_FILES" in COMPOSE[f"{service}-migrate"])
    assert KUBERNETES[f"{service}-backup"].keys() == {"KORPU_DATABASE"}


def test_pods_of_the_same_service_serve_under_one_role() -> None:
    for name, told in KUBERNETES.items():
        service = name.partition("-")[0]
        assert urlsplit(told["KORPU_DATABASE"]).username == f"{service}-database", name
