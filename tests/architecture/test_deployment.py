"""What operations run is what the code has: processes, metrics, topics."""

import re
from typing import Any

import orjson
import yaml

from korpu_local.databases import SERVICES
from korpu_local.home import ROOT
from korpu_local.topics import wanted_topics

ROLES = dict.fromkeys(SERVICES, ("serve", "relay", "consume", "tick")) | {"gateway": ("serve", "consume")}
PROCESSES = {f"{service}-{role}" for service in SERVICES for role in ROLES[service]}
OBSERVABILITY = ROOT / "deploy" / "observability"


def read(path: str) -> Any:
    return yaml.safe_load((ROOT / path).read_text())


def metrics_of_the_code() -> set[str]:
    sources = [file.read_text() for place in ("libs", "services") for file in (ROOT / place).rglob("*.py")]
    return {name.removesuffix("_total") for text in sources for name in re.findall(r'"(korpu_[a-z_]+)"', text)}


def metrics_in(text: str) -> set[str]:
    return {re.sub(r"_(total|count|sum|bucket)$", "", name) for name in re.findall(r"\bkorpu_[a-z_]+", text)}


def test_compose_runs_every_role_of_every_service() -> None:
    services = read("docker-compose.yml")["services"]

    assert {name for name in services if name.split("-")[-1] in {"serve", "relay", "consume", "tick"}} == PROCESSES
    assert {f"{service}-migrate" for service in SERVICES} <= services.keys()


def test_every_container_of_ours_is_locked_down() -> None:
    services = read("docker-compose.yml")["services"]
    ours = {name: each for name, each in services.items() if each["image"].startswith("korpu-")}

    assert len(ours) == len(PROCESSES) + len(SERVICES) + 2
    assert [name for name, each in ours.items() if not (each["read_only"] and each["cap_drop"] == ["ALL"])] == []


def test_workbooks_grow_on_a_disk_and_not_in_the_memory_of_a_container() -> None:
    serve = read("docker-compose.yml")["services"]["gateway-serve"]
    pod = (ROOT / "deploy/kubernetes/service/serve.yaml").read_text().partition("---")[0]

    assert (serve["tmpfs"], serve["volumes"]) == ([], ["exports:/tmp"])
    assert "volumes: [{name: tmp, emptyDir: {sizeLimit: 1Gi}}]" in pod


def test_prometheus_asks_every_process() -> None:
    jobs = read("deploy/observability/prometheus/prometheus.yml")["scrape_configs"]

    assert set(jobs[0]["dns_sd_configs"][0]["names"]) == PROCESSES


def test_what_processes_count_is_asked_on_a_port_that_the_public_does_not_reach() -> None:
    image = (ROOT / "deploy/Dockerfile").read_text()
    public = [port for each in read("docker-compose.yml")["services"].values() for port in each.get("ports", ())]
    asked = read("deploy/observability/prometheus/prometheus.yml")["scrape_configs"][0]["dns_sd_configs"][0]["port"]
    pods = "".join(file.read_text() for file in (ROOT / "deploy/kubernetes").rglob("*.yaml"))

    assert "KORPU_PORT=8000 KORPU_METRICS_PORT=9000" in image
    assert asked == 9000
    assert not [port for port in public if str(port).endswith(":9000")]
    assert "port: 9000, targetPort" not in pods


def test_alerts_and_dashboard_ask_for_metrics_that_exist() -> None:
    alerts = metrics_in((OBSERVABILITY / "prometheus" / "alerts.yml").read_text())
    dashboard = metrics_in((OBSERVABILITY / "grafana" / "dashboards" / "korpu.json").read_text())

    assert alerts
    assert dashboard
    assert (alerts | dashboard) - metrics_of_the_code() == set()


def test_every_topic_that_an_owner_publishes_is_declared() -> None:
    contracts = [orjson.loads(file.read_bytes()) for file in ROOT.glob("services/*/contract/commands.json")]
    published = {aggregate["topic"] for contract in contracts for aggregate in contract["aggregates"]}

    assert published
    assert published - {topic.name for topic in wanted_topics()} == set()
