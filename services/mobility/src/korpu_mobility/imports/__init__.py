"""Old registers of people on their way in: what stands in their rows stays here."""
