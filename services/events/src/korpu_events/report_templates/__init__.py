"""Templates of reports: which figures a period is accounted for by, and what units are asked."""
