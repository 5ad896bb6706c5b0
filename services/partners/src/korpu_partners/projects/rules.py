"""What holds for joint projects from a day on: the reminders of their reports."""

from korpu_chassis.dated_rules import Ladder, Rulebook

REPORT_REMINDERS = Rulebook("partners.project_report_reminders", Ladder, __package__)
