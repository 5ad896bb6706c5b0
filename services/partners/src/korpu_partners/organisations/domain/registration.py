"""An organisation as it is first registered."""

from korpu_partners.organisations.domain.lifecycle import Status
from korpu_partners.organisations.inputs import RegisterOrganisation
from korpu_partners.organisations.refusals.general import DomesticOnly
from korpu_partners.organisations.refusals.hierarchy import DomesticAbroad
from korpu_partners.organisations.tables import Organisation

SERIES = "organisation"


def prospect(command: RegisterOrganisation, number: int) -> Organisation:
    """Make the organisation that a registration describes, under its number."""
    given = {"names", "not_duplicate_of", "idempotency_key", "kinds", "domains", "tags"}
    organisation = Organisation(
        **command.model_dump(exclude=given),
        kinds=list(command.kinds),
        domains=list(command.domains),
        tags=list(dict.fromkeys(command.tags)),
        status=Status.PROSPECT,
        code=f"ORG-{number:05d}",
    )
    organisation.named(command.names)
    return organisation


def require_valid_scope(scope: str, country: str, voen: str | None) -> None:
    """A domestic organisation is in Azerbaijan, and only a domestic one has a VÖEN."""
    if scope == "domestic" and country != "AZ":
        raise DomesticAbroad("country")
    if voen and scope != "domestic":
        raise DomesticOnly("voen")
