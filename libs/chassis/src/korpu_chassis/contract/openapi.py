"""The OpenAPI document of an owner's commands and questions."""

from typing import Any

from korpu_chassis.identity.access_tokens import Verifier
from korpu_chassis.persistence.store import Database
from korpu_chassis.runtime.assembly import Service, ServiceRuntime
from korpu_chassis.runtime.routes import create_app


def openapi(service: Service) -> dict[str, Any]:
    """The OpenAPI document of the owner's routes; nothing is connected to."""
    runtime = ServiceRuntime(service, Database("postgresql://nobody@/nothing"), Verifier("", "", ""))
    return create_app(runtime).openapi()
