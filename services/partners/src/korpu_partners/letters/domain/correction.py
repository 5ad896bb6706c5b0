"""What of an entry of the register is never corrected."""

from typing import Literal

Forgettable = Literal["our_office", "their_number", "their_date", "unit", "person", "note"]
