"""The files of mobility: transcripts, recognitions and what applicants bring; who is signed in may bring one."""

from korpu_chassis.commands.permission import ANYONE
from korpu_documents.files import FileService
from korpu_mobility.permissions import DESK
from korpu_mobility.tables import Table

files = FileService("mobility", Table.metadata, (*DESK, ANYONE))
