"""Changes: one mutation for each command that an owner promises, built from the owners' committed contracts."""
