"""Mobilities: the stays of people abroad and with us."""
