"""Papers of events: invitations, programmes and briefings of visits, certificates of attendance, made as PDF."""
