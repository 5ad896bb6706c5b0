"""Rules that must read the database; one entry point each."""
