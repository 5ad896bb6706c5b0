"""What the read model holds of each topic, to be compared with what the owners have."""

from korpu_chassis.reconciliation.inventory import DIGEST
from korpu_gateway.readmodel.columns import WORDS
from korpu_gateway.types import KINDS

_DIGEST = DIGEST.format(f"doc - '{WORDS}'")

HOLDINGS = {
    kind.topic: f"SELECT id, epoch, version, {_DIGEST} AS digest FROM {kind.name}"  # noqa: S608 -- names of our own
    for kind in KINDS.values()
}
"""The SQL of the documents of each topic: ids, versions, and digests of what was published."""
