"""What holds for letters from a day on: when one is reminded of the answer."""

from korpu_chassis.dated_rules import Rulebook, WorkingDays

DUE_SOON = Rulebook("partners.letter_due_soon", WorkingDays, __package__)
