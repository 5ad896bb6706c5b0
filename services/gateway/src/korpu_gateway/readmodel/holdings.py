"""What the read model holds of each topic, to be compared with what the owners have."""

from collections.abc import Sequence

from korpu_chassis.reconciliation.inventory import DIGEST
from korpu_gateway.readmodel.columns import WORDS
from korpu_gateway.types import KINDS

_DIGEST = DIGEST.format(f"doc - '{WORDS}'")


def _told(kind: str, words: Sequence[str]) -> str:
    """The documents of a kind that one topic tells of."""
    listed = ", ".join(f"'{word}'" for word in words)
    of = f" WHERE doc->>'kind' IN ({listed})" if words else ""
    return f"SELECT id, epoch, version, {_DIGEST} AS digest FROM {kind}{of}"  # noqa: S608 -- names of our own


HOLDINGS = {topic: _told(kind.name, words) for kind in KINDS.values() for topic, words in kind.topics.items()}
"""The SQL of the documents of each topic: ids, versions, and digests of what was published."""
