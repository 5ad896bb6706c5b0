"""Everything technical that the services stand on."""
