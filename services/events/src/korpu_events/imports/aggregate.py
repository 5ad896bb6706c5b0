"""The definition of events' imports: which registers it brings in, who works with them, and who reads what."""

from korpu_events.imports.kinds.registry import REGISTERS
from korpu_events.imports.refusals import NOTICES
from korpu_events.imports.tables import tables
from korpu_events.permissions import AUDITOR, HEAD, OFFICER
from korpu_events.visits.aggregate import visits
from korpu_registers.imports import Imports

imports = Imports(
    tables,
    REGISTERS,
    topic="events.imports.v1",
    series="VIMP",
    who=(OFFICER, HEAD),
    readers=(OFFICER, HEAD, AUDITOR),
    enters=(visits,),
    notices=NOTICES,
)
register_imports = imports.definition
