"""What the environment tells the gateway."""

from pathlib import Path
from typing import Annotated, Self

from pydantic import Field, model_validator

from korpu_chassis.configuration.settings import Settings


class GatewaySettings(Settings):
    """The gateway's settings: those of every process, and where the owners are."""

    partners_url: str = "http://127.0.0.1:8001"
    mobility_url: str = "http://127.0.0.1:8002"
    events_url: str = "http://127.0.0.1:8003"
    contracts: Path | None = Field(default=None, description="Where the owners' contracts lie; else in the sources.")
    connections: int = Field(default=8, ge=1, le=100)
    exports: int = Field(default=2, ge=1, description="Lists that one process writes as files at once.")
    export_rows: int = Field(default=100_000, ge=1, le=1_000_000)
    live_connections: int = Field(default=2_000, ge=1)
    trusted_documents: Path | None = Field(
        default=None, description="A JSON file of the portal's operations by id; with it, no others are answered."
    )
    figures_key: Annotated[str | None, Field(min_length=24, repr=False)] = None
    """What the owner of reports shows to be given figures; without it nobody is."""

    @model_validator(mode="after")
    def _own_figures_key(self) -> Self:
        self.require_secret("FIGURES_KEY", self.figures_key)
        return self
