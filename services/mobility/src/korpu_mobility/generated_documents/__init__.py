"""Papers of mobility: certificates, lists, learning agreements, and what a trip needs, made as PDF."""
