"""Old registers: files that are read, looked at, entered, taken back as a whole, and forgotten in time."""

from korpu_partners.registers import commands, deciding, partnering, purging, working
from korpu_partners.registers.room import register_imports

__all__ = ["commands", "deciding", "partnering", "purging", "register_imports", "working"]
