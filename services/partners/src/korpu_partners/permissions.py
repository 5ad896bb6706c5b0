"""The roles that partners honours."""

from korpu_chassis.commands.permission import Role

OFFICER = Role("officer")
HEAD = Role("head")
LEGAL = Role("legal")
FINANCE = Role("finance")
RECTORATE = Role("rectorate")
COORDINATOR = Role("faculty_coordinator")
AUDITOR = Role("auditor")
STAFF = Role("staff")

DEPARTMENT = (OFFICER, HEAD)
REVIEWERS = (LEGAL, FINANCE, RECTORATE, COORDINATOR.of("unit"))
READERS = (OFFICER, HEAD, LEGAL, FINANCE, RECTORATE, AUDITOR, COORDINATOR.of("unit"))
