"""Epochs: which of two words about one aggregate is newer, when a database may have been restored between them."""

LARGEST_EPOCH = 2**31 - 1


def order_of(epoch: int, version: int) -> int:
    """One number for epoch and version; in the first epoch it is the version."""
    return (epoch << 32) | version


def epoch_in(text: str) -> int:
    """The epoch that a message names; raises ValueError when that is none."""
    number = int(text) if text.isascii() and text.isdecimal() and len(text) <= len(str(LARGEST_EPOCH)) else -1
    if not 0 <= number <= LARGEST_EPOCH:
        raise ValueError("not an epoch")
    return number
