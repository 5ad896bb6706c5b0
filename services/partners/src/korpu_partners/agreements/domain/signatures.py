"""Who has signed, when, and why a signature does not count."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import Field

from korpu_chassis.validation.codes import Day, Personal, Text
from korpu_partners.agreements.records import Evidence
from korpu_partners.agreements.refusals.signatures import SignatureMissing, SignatureOfStranger, SignedInTheFuture
from korpu_partners.agreements.terms import Party, Value


class Signature(Value):
    """One party's signature; without an organisation it is ours. The signatory's name stays in this database."""

    organisation_id: UUID | None = None
    unit: Annotated[Text | None, Field(max_length=100)] = None
    on: Day
    signatory: Annotated[Text | None, Personal, Field(max_length=200)] = None
    evidence: Evidence | None = None


SIGNATURE_REFUSALS = (SignatureMissing, SignatureOfStranger, SignedInTheFuture)


def signed_on(parties: Sequence[Party], signatures: Sequence[Signature], today: date) -> date:
    """The day on which the last party signed; refused unless all have, and none in the future."""
    owed = {(party.organisation_id, party.unit) for party in parties}
    for place, signature in enumerate(signatures):
        side = (signature.organisation_id, signature.unit)
        if side not in owed:
            raise SignatureOfStranger(f"signatures.{place}")
        if signature.on > today:
            raise SignedInTheFuture(f"signatures.{place}.on", on=signature.on.isoformat())
        owed.remove(side)
    if owed:
        raise SignatureMissing("signatures", count=len(owed))
    return max(signature.on for signature in signatures)
