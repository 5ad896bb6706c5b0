"""How an entry of the register is put right; number, direction and day of registration stay."""

from typing import Literal

Forgettable = Literal["our_office", "their_number", "their_date", "unit", "person", "note"]
