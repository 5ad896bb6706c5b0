"""Working days: weekends, the holidays of the Labour Code, and the days that are exchanged."""

__all__ = ["counting"]
