"""The rules of enquiries that read the database."""
