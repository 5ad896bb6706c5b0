"""What holds for agreements from a day on: the reminders before their end."""

from korpu_chassis.dated_rules import Ladder, Rulebook

REMINDERS = Rulebook("partners.agreement_reminders", Ladder, __package__)
