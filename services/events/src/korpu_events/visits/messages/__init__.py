"""The facts that are said about visits; people are ids and counts here."""
