"""The files of partners: scans, papers and manuscripts, and who may bring them: the office, and authors their texts."""

from korpu_documents.files import FileService
from korpu_partners.permissions import DEPARTMENT, STAFF
from korpu_partners.tables import Table

files = FileService("partners", Table.metadata, (*DEPARTMENT, STAFF))
