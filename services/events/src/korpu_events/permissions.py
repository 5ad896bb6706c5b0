"""The roles that this service honours."""

from korpu_chassis.commands.permission import Role

OFFICER = Role("officer")
HEAD = Role("head")
RECTORATE = Role("rectorate")
FINANCE = Role("finance")
AUDITOR = Role("auditor")
COORDINATOR = Role("faculty_coordinator")
STAFF = Role("staff")
