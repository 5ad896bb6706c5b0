"""Old registers of delegations on their way in."""
