"""Partners put together: the only place where its rooms meet."""

from pathlib import Path

from korpu_chassis.house import Service
from korpu_partners.organisations import organisations
from korpu_partners.tables import Table

service = Service(
    "partners",
    table=Table,
    rooms=[organisations],
    migrations=Path(__file__).parent / "migrations" / "versions",
)
