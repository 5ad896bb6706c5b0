"""Papers of events: invitations, programmes and briefings of visits, made as PDF."""
