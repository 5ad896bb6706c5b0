"""The whole system on one machine, from nothing but Python."""
