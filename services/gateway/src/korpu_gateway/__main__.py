"""Runs the gateway in the role that the command line names."""

from korpu_chassis.process import run
from korpu_gateway import roles
from korpu_gateway.settings import GatewaySettings

if __name__ == "__main__":
    run(
        "gateway",
        {"migrate": roles.to_date, "serve": roles.serve, "consume": roles.consume},
        GatewaySettings,
        {"schema": roles.write_schema},
    )
