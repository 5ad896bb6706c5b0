"""Deputyships: who of the office acts in the head's place while the head is away."""
