"""The places of events: how many are taken, and who is next in line; one row for each event, taken before all else."""
