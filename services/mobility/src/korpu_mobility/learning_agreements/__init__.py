"""Learning agreements: what is studied abroad and counted at home, signed by person, sender and receiver."""
