"""What holds for units' parts of reports from a day on: when a unit is reminded, before and after they are due."""

from korpu_chassis.dated_rules import Ladder, Rulebook

REMINDERS = Rulebook("events.report_reminders", Ladder, __package__)
OVERDUE = Rulebook("events.report_overdue", Ladder, __package__)
