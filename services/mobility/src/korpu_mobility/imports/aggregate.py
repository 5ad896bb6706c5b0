"""The definition of mobility's imports: which registers it brings in, who works with them, and who reads what."""

from korpu_mobility.imports.kinds.registry import REGISTERS
from korpu_mobility.imports.refusals import NOTICES
from korpu_mobility.imports.tables import tables
from korpu_mobility.mobilities.aggregate import mobilities
from korpu_mobility.people.aggregate import people
from korpu_mobility.permissions import AUDITOR, OFFICE
from korpu_registers.imports import Imports

imports = Imports(
    tables,
    REGISTERS,
    topic="mobility.imports.v1",
    series="MIMP",
    who=OFFICE,
    readers=(*OFFICE, AUDITOR),
    rows_for=OFFICE,
    enters=(people, mobilities),
    notices=NOTICES,
)
register_imports = imports.definition
