"""Old registers: files that are read, looked at, entered, and taken back as a whole."""

from korpu_partners.registers import commands, deciding, working
from korpu_partners.registers.room import register_imports

__all__ = ["commands", "deciding", "register_imports", "working"]
