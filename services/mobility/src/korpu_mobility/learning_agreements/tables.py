"""Learning agreements as they are kept."""

from datetime import date
from decimal import Decimal
from typing import Annotated
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from korpu_chassis.persistence.store import Aggregate, part, parts
from korpu_chassis.validation.codes import Personal
from korpu_documents.attachments import Attachment
from korpu_mobility.learning_agreements.domain.content import STUDIED, credits_in
from korpu_mobility.learning_agreements.domain.content import Table as Of
from korpu_mobility.learning_agreements.domain.lifecycle import AFTER, OVER, Party, Status, next_party, our_party
from korpu_mobility.learning_agreements.domain.results import credits_of
from korpu_mobility.learning_agreements.parts import Contacts, Recognition, Signature, Transcript, Version
from korpu_mobility.tables import Table


class LearningAgreement(Aggregate, Table, table=True):
    """What one person studies on one stay; person, sender and receiver are those of the stay and never change."""

    __tablename__ = "learning_agreement"
    __table_args__ = (UniqueConstraint("mobility_id", name="learning_agreement_one_per_stay"),)

    mobility_id: UUID
    person_id: UUID = Field(index=True)
    direction: str
    sender_id: UUID | None = None
    receiver_id: UUID | None = None
    academic_year: str
    versions: tuple[Version, ...] = parts(Version)
    agreed: int | None = None
    decision_due: date | None = None
    transcript_due: date | None = None
    overdue: bool = False
    transcript: Annotated[Transcript | None, Personal] = part(Transcript | None)
    recognition: Annotated[Recognition | None, Personal] = part(Recognition | None)
    contacts: Annotated[Contacts | None, Personal] = part(Contacts | None)
    reason: Annotated[str | None, Personal] = None

    @property
    def current(self) -> Version:
        """The version that is written or signed now; earlier ones stay as they were."""
        return self.versions[-1]

    @property
    def agreed_version(self) -> Version | None:
        """The version that holds: the last that all three have signed."""
        return self.versions[self.agreed - 1] if self.agreed else None

    @property
    def files(self) -> tuple[Attachment, ...]:
        """The papers of host and home, as far as they are here."""
        return tuple(each.file for each in (self.transcript, self.recognition) if each)

    @property
    def transcribed_on(self) -> date | None:
        """The day of the host's transcript."""
        return self.transcript.on if self.transcript else None

    @property
    def earned_ects(self) -> Decimal | None:
        """The credits that the host has given."""
        return credits_of(self.transcript.results) if self.transcript else None

    @property
    def recognised_on(self) -> date | None:
        """The day on which it was recognised at home."""
        return self.recognition.on if self.recognition else None

    @property
    def recognised_ects(self) -> Decimal | None:
        """The credits that count at home."""
        return credits_of(self.recognition.results) if self.recognition else None

    @property
    def number(self) -> int:
        """The number of the current version."""
        return self.current.number

    @property
    def hash(self) -> str:
        """The hash of the current version."""
        return self.current.hash

    @property
    def comment(self) -> str | None:
        """Why the last version that was rejected was."""
        return next((each.comment for each in reversed(self.versions) if each.comment), None)

    @property
    def language_level(self) -> str | None:
        """The level in the language of instruction that the person has or reaches."""
        return self.current.language_level

    @property
    def waits_for(self) -> Party | None:
        """Whose signature comes next."""
        return next_party(self.status, len(self.current.signatures))

    @property
    def is_over(self) -> bool:
        """Whether it was taken back, by hand or with its stay."""
        return self.status in OVER

    @property
    def ours(self) -> Party:
        """As whom the office signs."""
        return our_party(self.direction)

    @property
    def host_ects(self) -> Decimal:
        """The credits that are planned at the host, on the spot or virtually."""
        return credits_in(self.current.components, *STUDIED)

    @property
    def home_ects(self) -> Decimal:
        """The credits that are to be recognised at home."""
        return credits_in(self.current.components, Of.HOME)

    @property
    def ects_difference(self) -> Decimal:
        """How much more is planned at the host than is recognised at home; below zero, less."""
        return self.host_ects - self.home_ects

    def writes(self, version: Version) -> None:
        """Make this version the current one: it takes the place of an unsigned draft, or follows the last."""
        kept = [each for each in self.versions if each.number != version.number]
        self.versions = (*kept, version.sealed(self.mobility_id))
        self.status, self.reason = Status.DRAFT, None
        self.waits_until(None)

    def is_signed_by(self, party: Party, on: date) -> None:
        """One more signature under the current version."""
        signed = Signature(party=party, on=on, hash=self.hash)
        self._replace(signatures=(*self.current.signatures, signed))
        self.status = AFTER[party]
        if self.status == Status.SIGNED:
            self.agreed = self.number

    def is_rejected_by(self, party: Party, on: date, comment: str) -> None:
        """The current version is answered with no; its signatures stay to be read."""
        self._replace(rejected_by=party, rejected_on=on, comment=comment)
        self.status = Status.REJECTED

    def waits_until(self, due: date | None) -> None:
        """The receiver decides by this day, if it is the receiver's turn; what was late is so no more."""
        self.decision_due, self.overdue = due, False

    def _replace(self, **changed: object) -> None:
        self.versions = (*self.versions[:-1], self.current.model_copy(update=changed))
