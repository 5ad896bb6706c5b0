"""The files of partners: scans, papers and manuscripts, and who may bring them."""

from korpu_documents.cabinet import Cabinet
from korpu_partners.people import DEPARTMENT
from korpu_partners.tables import Table

files = Cabinet("partners", Table.metadata, DEPARTMENT)
