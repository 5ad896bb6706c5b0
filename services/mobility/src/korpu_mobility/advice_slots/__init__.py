"""Appointments for advice: when an officer has time, and who comes."""
