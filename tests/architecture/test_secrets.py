"""No secret is published: what starts outside development was given secrets of its own."""

import re
import subprocess
import sys
from pathlib import Path
from shutil import copy

import yaml

from korpu_chassis.configuration.settings import PUBLISHED
from korpu_chassis.foreign.sender_keys import SenderKeys
from korpu_local.databases import SERVICES
from korpu_local.home import ROOT
from korpu_local.principals import principals

COMPOSE = (ROOT / "docker-compose.yml").read_text("utf-8")
SECRET = re.compile(r"\$\{(KORPU_\w*(?:PASSWORD|KEY)\w*)([^}]*)\}")


def test_compose_has_no_secret_of_its_own_and_starts_with_none() -> None:
    rest: dict[str, list[str]] = {}
    for name, ending in SECRET.findall(COMPOSE):
        rest.setdefault(name, []).append(ending)

    assert {"KORPU_PASSWORD", "KORPU_FILES_KEY", "KORPU_KAFKA_PASSWORD"} <= rest.keys()
    assert {name for name, endings in rest.items() if not any(end.startswith(":?") for end in endings)} == set()
    assert [name for name, endings in rest.items() if any(end.startswith((":-", "-")) for end in endings)] == []


def test_one_command_writes_every_secret_once_each_of_its_own(tmp_path: Path) -> None:
    script = tmp_path / "deploy" / "write_env.py"
    script.parent.mkdir()
    script.write_text((ROOT / "deploy" / "write_env.py").read_text("utf-8"))
    (tmp_path / "deploy" / "kafka").mkdir()
    copy(ROOT / "deploy" / "kafka" / "principals.toml", tmp_path / "deploy" / "kafka")
    keys = tmp_path / ".secrets" / "sender-keys.toml"
    keys.parent.mkdir(0o700)
    keys.write_text('dormitory = ["the one that it has", "and the one before"]\n')
    (tmp_path / ".env").write_text("KORPU_FILES_KEY=the one that I have had for years\n")

    for _ in range(2):
        subprocess.run([sys.executable, script], check=True, stdout=subprocess.DEVNULL)

    written = dict(line.split("=", 1) for line in (tmp_path / ".env").read_text().splitlines())
    assert written.keys() == {name for name, _ in SECRET.findall(COMPOSE)}
    assert written["KORPU_FILES_KEY"] == "the one that I have had for years"
    assert len(set(written.values())) == len(written)
    assert PUBLISHED & set(written.values()) == set()
    signing = SenderKeys.of(keys, required=True).keys
    assert signing.keys() == {each.name for each in principals() if each.name not in SERVICES}
    assert signing["dormitory"] == (b"the one that it has", b"and the one before")
    assert len(set(signing.values())) == len(signing)


def test_every_process_signs_in_to_kafka_as_its_service() -> None:
    services = yaml.safe_load(COMPOSE)["services"]
    names = {f"{service}-{role}": service for service in SERVICES for role in ("serve", "relay", "consume", "tick")}

    users = {name: services[name]["environment"]["KORPU_KAFKA_USER"] for name in names if name in services}

    assert users == {name: service for name, service in names.items() if name in services}
    assert set(users.values()) <= {each.name for each in principals()}
    for service in SERVICES:
        assert f"value: {service}-kafka" in (ROOT / "deploy/kubernetes" / service / "kustomization.yaml").read_text()


def test_every_listener_of_the_broker_asks_who_is_there() -> None:
    kafka = yaml.safe_load(COMPOSE)["services"]["kafka"]["environment"]

    protocols = dict(pair.split(":") for pair in kafka["KAFKA_LISTENER_SECURITY_PROTOCOL_MAP"].split(","))

    assert set(protocols.values()) == {"SASL_SSL"}
    assert protocols.keys() == {each.partition("://")[0] for each in kafka["KAFKA_LISTENERS"].split(",")}
    assert kafka["KAFKA_ALLOW_EVERYONE_IF_NO_ACL_FOUND"] == "false"
    assert kafka["KAFKA_SUPER_USERS"] == "User:admin"
