"""Why something is not done with a visit, and what somebody should look at."""
