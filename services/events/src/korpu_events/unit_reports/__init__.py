"""The parts of reports that units write: requested, drafted, submitted, returned, accepted."""
