"""The definition of partners' imports: which registers they bring in, who reads them, and who works with them."""

from korpu_partners.agreements.aggregate import agreements
from korpu_partners.imports.kinds.registry import REGISTERS
from korpu_partners.imports.tables import tables
from korpu_partners.letters.aggregate import letters
from korpu_partners.organisations.aggregate import organisations
from korpu_partners.permissions import AUDITOR, DEPARTMENT
from korpu_partners.projects.aggregate import projects
from korpu_partners.publications.aggregate import publications
from korpu_registers.imports import Imports

imports = Imports(
    tables,
    REGISTERS,
    topic="partners.imports.v1",
    series="IMP",
    who=DEPARTMENT,
    readers=(*DEPARTMENT, AUDITOR),
    enters=(organisations, agreements, letters, publications, projects),
)
register_imports = imports.definition
