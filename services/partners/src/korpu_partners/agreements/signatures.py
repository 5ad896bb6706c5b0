"""Who has signed, when, and why a signature does not count."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import Field

from korpu_chassis.refusals import Refusal
from korpu_chassis.validation.codes import Day, Personal, Text
from korpu_partners.agreements.records import Evidence
from korpu_partners.agreements.terms import Party, Value


class NotApproved(Refusal):
    """Only approved terms can be signed."""

    code = "agreement-not-approved"
    text = {
        "az": "Şərtlərin hamısı təsdiqlənməyib; çatışmayan təsdiqlər: {missing}.",
        "en": "The terms are not approved by all; still missing: {missing}.",
        "ru": "Условия согласованы не всеми; не хватает: {missing}.",
        "de": "Die Bedingungen sind nicht von allen genehmigt; es fehlen: {missing}.",
        "fr": "Les conditions ne sont pas approuvées par tous ; il manque : {missing}.",
    }


class SignatureMissing(Refusal):
    """Every party signs."""

    code = "agreement-signature-missing"
    text = {
        "az": "Bütün tərəflər imzalamalıdır; imzası çatışmayan tərəflərin sayı: {count}.",
        "en": "Every party must sign; signatures missing: {count}.",
        "ru": "Подписать должны все стороны; не хватает подписей: {count}.",
        "de": "Alle Parteien müssen unterschreiben; es fehlen: {count}.",
        "fr": "Toutes les parties doivent signer ; signatures manquantes : {count}.",
    }


class SignatureOfStranger(Refusal):
    """Only parties sign, each once."""

    code = "agreement-signature-of-stranger"
    text = {
        "az": "Yalnız tərəflər, hər biri bir dəfə imzalayır.",
        "en": "Only the parties sign, each once.",
        "ru": "Подписывают только стороны, каждая один раз.",
        "de": "Nur die Parteien unterschreiben, jede einmal.",
        "fr": "Seules les parties signent, chacune une fois.",
    }


class SignedInTheFuture(Refusal):
    """A signature is given before it is recorded."""

    code = "agreement-signed-in-the-future"
    text = {
        "az": "İmza tarixi ({on}) gələcəkdədir.",
        "en": "The signature's date ({on}) is in the future.",
        "ru": "Дата подписи ({on}) — в будущем.",
        "de": "Das Datum der Unterschrift ({on}) liegt in der Zukunft.",
        "fr": "La date de la signature ({on}) est dans le futur.",
    }


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
