"""Trips as they are kept."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from sqlalchemy import Index
from sqlmodel import Field

from korpu_chassis.persistence.store import Aggregate, instant, part, parts
from korpu_chassis.validation.codes import Money, Personal
from korpu_mobility.department_requests import Arrangements, sum_of
from korpu_mobility.money import Balance, balance_of, totals
from korpu_mobility.safety import EmergencyContact, Insurance
from korpu_mobility.tables import Table
from korpu_mobility.trips.domain.lifecycle import Cause, Risk
from korpu_mobility.trips.domain.route import Span, countries_of
from korpu_mobility.trips.money import AllowanceLine, FundingLine, Payer, Provided, SpentLine
from korpu_mobility.trips.parts import Approval, CheckIn, Leg, TripHelpRequest
from korpu_mobility.trips.rules import CountryRisk


class Trip(Aggregate, Table, table=True):
    """One journey of one member of staff, alone or with companions."""

    __tablename__ = "trip"
    __table_args__ = (Index("trip_companions", "companion_ids", postgresql_using="gin"),)

    person_id: UUID = Field(index=True)
    companion_ids: tuple[UUID, ...] = parts(UUID)
    level: str
    purpose_kind: str
    purpose: str
    organisation_id: UUID | None = None
    agreement_id: UUID | None = None
    visit_id: UUID | None = None
    project_id: UUID | None = None
    letter_id: UUID | None = None
    cover_id: UUID | None = None
    legs: tuple[Leg, ...] = parts(Leg)
    starts: date
    ends: date
    risk: str = Risk.NORMAL
    risks: tuple[CountryRisk, ...] = parts(CountryRisk)
    justification: Annotated[str | None, Personal] = None
    insurance: Annotated[Insurance | None, Personal] = part(Insurance | None)
    emergency_contact: Annotated[EmergencyContact | None, Personal] = part(EmergencyContact | None)
    funding: Annotated[tuple[FundingLine, ...], Personal] = parts(FundingLine)
    provided: tuple[Provided, ...] = parts(Provided)
    allowance_wanted: bool = False
    allowance: Annotated[tuple[AllowanceLine, ...], Personal] = parts(AllowanceLine)
    advance: Annotated[Money | None, Personal] = part(Money | None)
    advance_paid_on: date | None = None
    submitted_by: str | None = None
    submitted_on: date | None = None
    approvals: tuple[Approval, ...] = parts(Approval)
    approved_by: tuple[str, ...] = parts(str)
    order_number: str | None = None
    order_date: date | None = None
    requests: tuple[TripHelpRequest, ...] = parts(TripHelpRequest)
    check_in: str | None = None
    check_in_asked_at: datetime | None = instant()
    check_in_note: Annotated[str | None, Personal] = None
    raised: tuple[CountryRisk, ...] = parts(CountryRisk)
    report_due: date | None = None
    overdue: bool = False
    report: Annotated[str | None, Personal] = None
    reported_by: str | None = None
    reported_on: date | None = None
    spent: Annotated[tuple[SpentLine, ...], Personal] = parts(SpentLine)
    accepted_on: date | None = None
    settled_on: date | None = None
    waived: bool = False
    cause: str | None = None
    reason: Annotated[str | None, Personal] = None

    @property
    def travellers(self) -> tuple[UUID, ...]:
        """Everybody who goes."""
        return (self.person_id, *self.companion_ids)

    @property
    def arrangements(self) -> Arrangements:
        """How far departments are with what the traveller needs: the sum of the requests."""
        return sum_of(self.requests)

    @property
    def countries(self) -> tuple[str, ...]:
        """Where the way leads to."""
        return countries_of(self.legs)

    @property
    def span(self) -> Span:
        """The days of the trip."""
        return Span(self.code, self.starts, self.ends)

    @property
    def insured_until(self) -> date | None:
        """Until when the traveller is insured; with whom, only those hear who arrange the trip."""
        return self.insurance.valid_to if self.insurance else None

    @property
    def allowance_total(self) -> tuple[Money, ...]:
        """The daily allowance as a whole, one amount a currency."""
        return totals(self.allowance)

    @property
    def balance(self) -> tuple[Balance, ...]:
        """What the university paid for and the allowance, less the advance, once it is known what was spent."""
        if self.reported_on is None:
            return ()
        own = [each.actual for each in self.spent if each.payer == Payer.OWN]
        sums = balance_of([*own, *self.allowance_total], self.advance)
        return tuple(Balance(amount=amount, currency=currency) for currency, amount in sums.items())

    @property
    def check_in_open(self) -> bool:
        """Whether the traveller was asked, and has said nothing yet."""
        return self.check_in in (CheckIn.ASKED, CheckIn.SILENT)

    def goes_along(self, legs: tuple[Leg, ...]) -> None:
        """The trip takes this way: its days are those of the legs."""
        self.legs, self.starts, self.ends = legs, legs[0].departs, max(leg.arrives for leg in legs)

    def asks_anew(self) -> None:
        """No yes holds any more."""
        self.approvals, self.approved_by, self.order_number, self.order_date = (), (), None, None

    def ends_for(self, cause: Cause | None, reason: str | None) -> str | None:
        """The cause is for the books, the words are for the traveller alone."""
        self.cause, self.reason = cause, reason
        return cause.value if cause else None
