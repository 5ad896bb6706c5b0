"""Where events keeps its imports, the files that they came in, and their rows."""

from korpu_events.tables import Table
from korpu_registers.tables import Tables

tables = Tables.among(Table)
