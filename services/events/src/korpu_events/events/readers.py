"""Who organises events, and who reads of them inside."""

from korpu_chassis.commands.permission import Role
from korpu_events.permissions import AUDITOR, COORDINATOR, FINANCE, HEAD, OFFICER, RECTORATE

DESK: tuple[Role, ...] = (OFFICER, HEAD, COORDINATOR.of("unit"))
READERS: tuple[Role, ...] = (*DESK, RECTORATE, FINANCE, AUDITOR)
