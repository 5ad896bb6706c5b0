"""The OpenAPI document of an owner's commands and questions."""

from typing import Any

from korpu_chassis.house import House, Service
from korpu_chassis.http import create_app
from korpu_chassis.identity import Verifier
from korpu_chassis.store import Database


def openapi(service: Service) -> dict[str, Any]:
    """The OpenAPI document of the owner's door; nothing is connected to."""
    house = House(service, Database("postgresql://nobody@/nothing"), Verifier("", "", ""))
    return create_app(house).openapi()
