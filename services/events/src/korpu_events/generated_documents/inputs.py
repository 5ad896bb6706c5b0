"""What papers of events are asked with."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from korpu_chassis.validation.codes import Count, Personal, Text
from korpu_documents.papers.inputs import Making, Signed


class MakeVisitInvitation(Signed):
    """The letter of an invitation that was issued: to whom, from when to when, and who is invited."""

    visit_id: UUID
    number: Annotated[Text, Field(max_length=40, description="The number under which it was issued.")]


class MakeVisitProgramme(Making):
    """The programme that a delegation is given: what, when and where, without names and what stays inside."""

    visit_id: UUID


class MakeVisitBriefing(Making):
    """What our side reads before a visit; it names the members of the delegation and stays inside."""

    visit_id: UUID


class MakeReportPaper(Making):
    """The report on a period: what the office and units say, its figures drawn and in tables, and what changed."""

    report_id: UUID
    freeze: Annotated[Count | None, Field(description="By its number; the newest, if left out.")] = None


class MakeAttendanceCertificate(Signed):
    """Whose being there is certified: a guest is called as they registered, others as they are named here."""

    registration_id: UUID
    name: Annotated[
        Text | None, Personal, Field(max_length=200, description="Needed for an account: its name is not kept here.")
    ] = None
