"""What operations run is what the code has: processes, metrics, topics."""

import re
import shutil
import subprocess
from ipaddress import ip_network
from typing import Any

import orjson
import pytest
import yaml

from korpu_chassis.http.server import APP_GRACE
from korpu_chassis.process.lifecycle import GRACE
from korpu_local.databases import SERVICES
from korpu_local.home import ROOT
from korpu_local.topics import wanted_topics

ROLES = dict.fromkeys(SERVICES, ("serve", "relay", "consume", "tick")) | {"gateway": ("serve", "consume")}
PROCESSES = {f"{service}-{role}" for service in SERVICES for role in ROLES[service]}
PROMTOOL = shutil.which("promtool") or ""
OBSERVABILITY = ROOT / "deploy" / "observability"


def read(path: str) -> Any:
    return yaml.safe_load((ROOT / path).read_text())


def metrics_of_the_code() -> set[str]:
    sources = [file.read_text() for place in ("libs", "services") for file in (ROOT / place).rglob("*.py")]
    return {name.removesuffix("_total") for text in sources for name in re.findall(r'"(korpu_[a-z_]+)"', text)}


def metrics_in(text: str) -> set[str]:
    return {re.sub(r"_(total|count|sum|bucket)$", "", name) for name in re.findall(r"\bkorpu_[a-z_]+", text)}


def alerts() -> dict[str, str]:
    [group] = read("deploy/observability/prometheus/alerts.yml")["groups"]
    return {rule["alert"]: rule["expr"].strip() for rule in group["rules"]}


def test_compose_runs_every_role_of_every_service() -> None:
    services = read("docker-compose.yml")["services"]

    assert {name for name in services if name.split("-")[-1] in {"serve", "relay", "consume", "tick"}} == PROCESSES
    assert {f"{service}-migrate" for service in SERVICES} <= services.keys()


def test_every_container_of_ours_is_locked_down() -> None:
    services = read("docker-compose.yml")["services"]
    ours = {name: each for name, each in services.items() if each["image"].startswith("korpu-")}

    assert len(ours) == len(PROCESSES) + len(SERVICES) + 5
    assert [name for name, each in ours.items() if not (each["read_only"] and each["cap_drop"] == ["ALL"])] == []


def test_workbooks_grow_on_a_disk_and_not_in_the_memory_of_a_container() -> None:
    serve = read("docker-compose.yml")["services"]["gateway-serve"]
    pod = (ROOT / "deploy/kubernetes/service/serve.yaml").read_text().partition("---")[0]

    assert serve["tmpfs"] == []
    assert "exports:/tmp" in serve["volumes"]
    assert "volumes: [{name: tmp, emptyDir: {sizeLimit: 1Gi}}," in pod


def test_prometheus_asks_every_process() -> None:
    jobs = read("deploy/observability/prometheus/prometheus.yml")["scrape_configs"]

    assert set(jobs[0]["dns_sd_configs"][0]["names"]) == PROCESSES | {"proxy"}


def test_every_process_that_vanishes_is_missed_by_its_name() -> None:
    [group] = read("deploy/observability/prometheus/expected.yml")["groups"]
    labels = [rule["labels"] for rule in group["rules"]]

    assert {each["process"] for each in labels} == PROCESSES | {"proxy"}
    assert {f"{each['service']}-{each['role']}" for each in labels} == PROCESSES | {"proxy-proxy"}
    assert alerts()["ProcessGone"] == 'korpu:expected unless on (process) (up{job="korpu"} == 1)'


def test_every_alert_that_pages_has_an_example_in_the_tests_of_the_rules() -> None:
    text = (OBSERVABILITY / "prometheus" / "alerts_test.yml").read_text()
    tried = {name for name in alerts() if f"alertname: {name}" in text or f'alertname="{name}"' in text}
    [group] = read("deploy/observability/prometheus/alerts.yml")["groups"]
    paging = {rule["alert"] for rule in group["rules"] if rule["labels"]["severity"] == "page"}

    assert paging - tried == set()


@pytest.mark.skipif(not PROMTOOL, reason="promtool is not on this machine; Debian's package `prometheus` has it")
def test_the_rules_do_what_their_tests_say() -> None:
    place = OBSERVABILITY / "prometheus"
    done = subprocess.run(
        [PROMTOOL, "test", "rules", "alerts_test.yml"], cwd=place, capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stdout + done.stderr


def test_services_reach_the_world_and_the_world_reaches_the_proxy_and_the_listener_of_departments_alone() -> None:
    compose = read("docker-compose.yml")
    services, networks = compose["services"], compose["networks"]
    inward = {name for name, each in networks.items() if (each or {}).get("internal")}
    outward = {name for name, each in services.items() if set(each["networks"]) - inward}
    published = {name for name, each in services.items() if each.get("ports")}

    assert outward >= PROCESSES
    assert "postgres" not in outward
    assert published == {"proxy", "prometheus", "grafana", "kafka"}
    assert [each.rpartition(":")[2] for each in services["kafka"]["ports"]] == ["9094"]
    assert "DEPARTMENTS://:9094" in services["kafka"]["environment"]["KAFKA_LISTENERS"]


def test_what_says_for_whom_it_asks_is_the_proxy() -> None:
    compose = read("docker-compose.yml")
    front = {name for name, each in compose["services"].items() if "front" in each["networks"]}
    [subnet] = [each["subnet"] for each in compose["networks"]["front"]["ipam"]["config"]]
    trusted = compose["services"]["gateway-serve"]["environment"]["KORPU_TRUSTED_PROXIES"]

    assert front == {"proxy", "gateway-serve", "prometheus"}
    assert trusted == f"${{KORPU_TRUSTED_PROXIES:-{subnet}}}"


def test_pods_of_the_gateway_are_told_which_proxy_to_believe() -> None:
    patches = read("deploy/kubernetes/gateway/kustomization.yaml")["patches"]
    [patch] = [yaml.safe_load(each["patch"]) for each in patches if each["target"] == {"kind": "Deployment"}]
    told = {each["value"]["name"]: each["value"]["value"] for each in patch if each["op"] == "add"}

    assert ip_network(told["KORPU_TRUSTED_PROXIES"]).num_addresses >= 1


def test_the_proxy_hands_on_nothing_twice_and_no_measurements() -> None:
    proxy = (ROOT / "deploy/proxy/haproxy.cfg").read_text()

    assert re.findall(r"^ *retry-on (.*)$", proxy, re.MULTILINE) == ["conn-failure"]
    assert "deny deny_status 404 if { path,url_dec -m reg -i ^/+(metrics|ready|internal)(/|$) }" in proxy
    assert "http-request set-header X-Forwarded-For %[src]" in proxy
    assert "option http-buffer-request" not in proxy


def test_whoever_stops_a_process_waits_for_longer_than_it_takes_and_the_proxy_sees_it_sooner() -> None:
    [drain] = re.findall(r"KORPU_DRAIN_SECONDS=(\d+)", (ROOT / "deploy/Dockerfile").read_text())
    [look] = re.findall(r"check inter (\d+)ms fall 1 ", (ROOT / "deploy/proxy/haproxy.cfg").read_text())
    services = read("docker-compose.yml")["services"]
    pods = "".join(file.read_text() for file in (ROOT / "deploy/kubernetes").rglob("*.yaml"))
    given = [services[name]["stop_grace_period"].removesuffix("s") for name in sorted(PROCESSES)]
    given += re.findall(r"terminationGracePeriodSeconds: (\d+)", pods)

    assert int(look) / 1000 < int(drain) / 2
    assert APP_GRACE < GRACE
    assert min(map(int, given)) > int(drain) + GRACE
    assert "preStop" not in pods


def test_nobody_signs_in_at_the_dashboards_with_a_password_that_everybody_knows() -> None:
    said = read("docker-compose.yml")["services"]["grafana"]["environment"]

    assert said["GF_SECURITY_DISABLE_INITIAL_ADMIN_CREATION"] == "true"
    assert said["GF_AUTH_ANONYMOUS_ORG_ROLE"] == "Viewer"


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
