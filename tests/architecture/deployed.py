"""What each process is told by docker-compose.yml and by the manifests of Kubernetes, as it would find it."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import yaml

from korpu_local.databases import SERVICES
from korpu_local.home import ROOT

KUBERNETES = ROOT / "deploy" / "kubernetes"
VARIABLE = re.compile(r"\$\{(\w+)(?::?[-?]([^}]*))?\}")
WRITTEN = set(re.findall(r"\$\{(\w+):\?", (ROOT / "docker-compose.yml").read_text("utf-8")))
# What operators put into the secrets that the manifests name (deploy/kubernetes/kustomization.yaml says it to them).
SECRETS: Mapping[str, tuple[str, ...]] = {
    **{f"{service}-kafka": ("KORPU_KAFKA_USER", "KORPU_KAFKA_PASSWORD") for service in SERVICES},
    **dict.fromkeys(
        ("files", "mobility-files", "events-files"),
        ("KORPU_FILES", "KORPU_FILES_KEY", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"),
    ),
    "subjects": ("KORPU_SUBJECT_KEY",),
    "figures": ("KORPU_FIGURES_KEY",),
}

SAMPLES = {"KORPU_FILES": "s3://bucket?endpoint=https://files.example.org&region=az"}
PODS = ("Deployment", "Job", "CronJob")

Told = dict[str, str]


def compose() -> Any:
    """docker-compose.yml, as it is written."""
    return yaml.safe_load((ROOT / "docker-compose.yml").read_text("utf-8"))


def told_by_compose() -> dict[str, Told]:
    """The environment of each container of ours, with a `.env` that `write_env.py` has written and nothing else."""
    services = compose()["services"]
    ours = {name: each for name, each in services.items() if each["image"].startswith("korpu-")}
    return {name: {k: _filled(v) for k, v in (each.get("environment") or {}).items()} for name, each in ours.items()}


def _filled(value: Any) -> str:
    def fill(found: re.Match[str]) -> str:
        name, rest = found.group(1), found.group(2) or ""
        if name in WRITTEN:
            return f"{name.lower().replace('_', '-')}-as-written"
        return rest if ":-" in found.group() else ""

    return VARIABLE.sub(fill, "" if value is None else str(value))


def told_by_kubernetes() -> dict[str, Told]:
    """The environment of the container of each deployment and job, by its name: `partners-serve`."""
    return {f"{service}-{name}": _environment(container) for service in SERVICES for name, container in _pods(service)}


def _pods(service: str) -> Iterator[tuple[str, Any]]:
    own = yaml.safe_load((KUBERNETES / service / "kustomization.yaml").read_text("utf-8"))
    places = [KUBERNETES / "service"] + [KUBERNETES / "owner"] * (own["resources"] == ["../owner"])
    for file in sorted(file for place in places for file in place.glob("*.yaml") if file.stem != "kustomization"):
        for manifest in yaml.safe_load_all(file.read_text("utf-8")):
            if manifest["kind"] in PODS:
                for patch in own["patches"]:
                    if patch["target"] in ({"kind": manifest["kind"]}, _named(manifest)):
                        _patch(manifest, yaml.safe_load(patch["patch"]))
                pods = manifest["spec"].get("jobTemplate", manifest)["spec"]["template"]
                yield manifest["metadata"]["name"], pods["spec"]["containers"][0]


def _named(manifest: Any) -> dict[str, str]:
    return {"kind": manifest["kind"], "name": manifest["metadata"]["name"]}


def _patch(manifest: Any, operations: list[Any]) -> None:
    for operation in operations:
        *path, last = operation["path"].strip("/").split("/")
        place = manifest
        for step in path:
            place = place[int(step)] if isinstance(place, list) else place[step]
        if last == "-":
            place.append(operation["value"])
        else:
            place[int(last) if isinstance(place, list) else last] = operation["value"]


def _environment(container: Any) -> Told:
    settings = yaml.safe_load((KUBERNETES / "settings.yaml").read_text("utf-8"))["data"]
    told: Told = {}
    for source in container.get("envFrom", ()):
        if "configMapRef" in source:
            told |= settings
        else:
            secret = SECRETS[source["secretRef"]["name"]]
            told |= {name: SAMPLES.get(name, f"{name.lower()}-of-the-secret") for name in secret}
    for variable in container["env"]:
        if "value" in variable:
            told[variable["name"]] = variable["value"]
        elif "secretKeyRef" in variable["valueFrom"]:
            secret = variable["valueFrom"]["secretKeyRef"]["name"]
            told[variable["name"]] = f"postgresql://{secret}:{secret}-password@host/database"
    return told
