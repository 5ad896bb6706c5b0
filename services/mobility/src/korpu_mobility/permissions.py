"""Who may do what in mobility: the roles that it honours."""

from korpu_chassis.commands.permission import ANYONE, Role

OFFICER = Role("officer")
HEAD = Role("head")
AUDITOR = Role("auditor")
RECTORATE = Role("rectorate")
FINANCE = Role("finance")
MIGRATION_LIAISON = Role("migration_liaison")
COORDINATOR = Role("faculty_coordinator").of("unit")
EVERY_COORDINATOR = Role("faculty_coordinator")
THE_PERSON = ANYONE.own("person_id")

OFFICE = (OFFICER, HEAD)
DESK = (*OFFICE, COORDINATOR)
