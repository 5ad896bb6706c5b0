"""Backup, restore, and what is said again afterwards."""

SURFACE = (
    "backup",
    "redaction",
    "restatement",
    "stored_files",
)
