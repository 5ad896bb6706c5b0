"""What is done with a unit's part of a report, one verb a module."""
