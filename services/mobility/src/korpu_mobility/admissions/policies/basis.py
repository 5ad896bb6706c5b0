"""What an admission rests on: an agreement or an organisation that mobility has heard of."""

from uuid import UUID

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.admissions.domain.lifecycle import Basis
from korpu_mobility.admissions.refusals.basis import BasisIncomplete, BasisResting, BasisUnknown
from korpu_mobility.admissions.tables import Admission
from korpu_mobility.consumers.tables import KnownAgreement, KnownOrganisation

BINDING = ("in_force", "expiring")
RESTING = ("suspended", "archived")


async def require_basis(admission: Admission, uow: UnitOfWork) -> None:
    """The basis names with whom it is; a merged organisation stands as its successor does."""
    if admission.basis == Basis.AGREEMENT and admission.agreement_id is None:
        raise BasisIncomplete("agreement_id")
    if admission.basis == Basis.LEGAL_PERSON and admission.organisation_id is None:
        raise BasisIncomplete("organisation_id")
    if admission.organisation_id:
        admission.organisation_id = await _going_on(admission.organisation_id, uow)
    if admission.agreement_id:
        await _require_binding(admission, admission.agreement_id, uow)


async def _going_on(organisation_id: UUID, uow: UnitOfWork) -> UUID:
    """The organisation that goes on, followed through its mergers; one that rests is refused."""
    seen: set[UUID] = set()
    known = await uow.session.get(KnownOrganisation, organisation_id)
    while known and known.merged_into and known.id not in seen:
        seen.add(known.id)
        known = await uow.session.get(KnownOrganisation, known.merged_into)
    if known is None:
        raise BasisUnknown("organisation_id")
    if known.status in RESTING:
        raise BasisResting("organisation_id", standing=known.status)
    return known.id


async def _require_binding(admission: Admission, agreement_id: UUID, uow: UnitOfWork) -> None:
    """The agreement binds now; an admission goes on with its story."""
    agreement = await uow.session.get(KnownAgreement, agreement_id)
    if agreement is None:
        raise BasisUnknown("agreement_id")
    if agreement.status not in BINDING:
        raise BasisResting("agreement_id", standing=agreement.status)
    if not admission.version:
        uow.correlation_id = uow.correlation_id or agreement.correlation_id
