"""What mobility knows of agreements and organisations: only what it heard, and only the fields that it needs."""

from datetime import date
from uuid import UUID

from sqlmodel import Field

from korpu_chassis.persistence.store import heard_order, parts
from korpu_documents.papers.organisation_names import HeardName
from korpu_mobility.mobilities.domain.agreement_end import AgreementEnd
from korpu_mobility.mobilities.domain.eligibility import Wanted
from korpu_mobility.tables import Table


class KnownAgreement(Table, table=True):
    """How an agreement stood when we last heard of it."""

    __tablename__ = "known_agreement"

    id: UUID = Field(primary_key=True)
    version: int = heard_order()
    code: str
    status: str
    correlation_id: UUID


class KnownOrganisation(Table, table=True):
    """How an organisation stood when we last heard of it."""

    __tablename__ = "known_organisation"

    id: UUID = Field(primary_key=True)
    version: int = heard_order()
    status: str
    merged_into: UUID | None = None
    names: tuple[HeardName, ...] = parts(HeardName)


class KnownDeputyship(Table, table=True):
    """Who acts in the head's place on which days, as partners last said."""

    __tablename__ = "known_deputyship"

    id: UUID = Field(primary_key=True)
    version: int = heard_order()
    status: str
    head: str
    deputy: str
    first_day: date
    last_day: date


class Seats(Table, table=True):
    """The seats of one condition of an agreement; whoever gives or frees one holds this row's lock.

    A condition that its agreement no longer has keeps its row with no seats: stays may still refer to it.
    """

    __tablename__ = "seats"

    condition_id: UUID = Field(primary_key=True)
    agreement_id: UUID = Field(index=True)
    agreement_status: str
    agreement_ends: date | None = None
    agreement_terminates_on: date | None = None
    agreement_goes_on: bool = False
    sender_id: UUID | None = None
    sender_unit: str | None = None
    receiver_id: UUID | None = None
    receiver_unit: str | None = None
    kind: str
    first_year: str | None = None
    last_year: str | None = None
    people_per_year: int
    months_per_year: int | None = None
    days_per_year: int | None = None
    isced: tuple[str, ...] = parts(str)
    eqf: tuple[int, ...] = parts(int)
    language: str | None = None
    cefr: str | None = None

    @property
    def outgoing(self) -> bool:
        """Without a sending organisation it is we who send."""
        return self.sender_id is None

    @property
    def partner_id(self) -> UUID | None:
        """The organisation on the other side."""
        return self.receiver_id if self.outgoing else self.sender_id

    @property
    def agreement_end(self) -> AgreementEnd:
        """Until when the agreement binds, as it was last heard."""
        return AgreementEnd(self.agreement_ends, self.agreement_terminates_on, self.agreement_goes_on)

    @property
    def wanted(self) -> Wanted:
        """What the condition asks of a nominee."""
        return Wanted(
            kind=self.kind,
            first_year=self.first_year,
            last_year=self.last_year,
            eqf=self.eqf,
            isced=self.isced,
            language=self.language,
            cefr=self.cefr,
            unit=self.sender_unit if self.outgoing else self.receiver_unit,
        )
