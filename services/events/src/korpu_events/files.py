"""The files of events: what comes with visits and proves what was done, and who may bring it."""

from korpu_documents.files import FileService
from korpu_events.permissions import COORDINATOR, HEAD, OFFICER, STAFF
from korpu_events.tables import Table

files = FileService("events", Table.metadata, (OFFICER, HEAD, COORDINATOR, STAFF))
