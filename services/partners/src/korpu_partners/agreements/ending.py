"""Resting and ending: suspension, resumption and termination, each after a look at what depends on the agreement."""

from typing import Annotated

from pydantic import Field

from korpu_chassis.codes import Day, Text
from korpu_chassis.commands import Changes
from korpu_chassis.refusals import Refusal
from korpu_chassis.work import Work
from korpu_partners.agreements import messages as says
from korpu_partners.agreements.dependents import dependents_of
from korpu_partners.agreements.endings import (
    EndsBeforeThat,
    ImpactNotSeen,
    Initiative,
    NoticeTooShort,
    Suspension,
    Termination,
    TerminationGiven,
    check_termination,
    confirm_impact,
)
from korpu_partners.agreements.lifecycle import BINDING, RUNNING, Status
from korpu_partners.agreements.room import agreements
from korpu_partners.agreements.routes import DatedInTheFuture, Evidence
from korpu_partners.agreements.tables import Agreement
from korpu_partners.people import HEAD

Impact = Annotated[str | None, Field(max_length=64, description="The code of the impact preview that was looked at.")]


class SuspensionInThePast(Refusal):
    """A suspension ends on a day to come."""

    code = "agreement-suspension-in-the-past"
    text = {
        "az": "Dayandırmanın son günü gələcəkdə olmalıdır.",
        "en": "The last day of the suspension must be to come.",
        "ru": "Последний день приостановки должен быть в будущем.",
        "de": "Der letzte Tag der Aussetzung muss in der Zukunft liegen.",
        "fr": "Le dernier jour de la suspension doit être à venir.",
    }


class SuspendAgreement(Changes):
    """Why nothing new begins under the agreement, and until when; the reason is shown to those concerned."""

    until: Annotated[Day | None, Field(description="The last day; none means until it is resumed.")] = None
    reason: Text
    document: Evidence | None = None
    impact: Impact = None


@agreements.changes(
    who=[HEAD],
    when=RUNNING,
    to=[Status.SUSPENDED],
    says=[says.AgreementSuspended],
    refuses=[ImpactNotSeen, SuspensionInThePast],
)
async def suspend_agreement(agreement: Agreement, command: SuspendAgreement, work: Work) -> None:
    """Let the agreement rest, once it was seen what depends on it."""
    if command.until and command.until < work.today:
        raise SuspensionInThePast("until")
    confirm_impact(await dependents_of(agreement, work), command.impact)
    agreement.suspension = Suspension(
        since=work.today, until=command.until, reason=command.reason, document=command.document
    )
    await work.say(agreement, says.AgreementSuspended(until=command.until, reason=command.reason))


class ResumeAgreement(Changes):
    """The agreement rests no more."""


@agreements.changes(who=[HEAD], when=[Status.SUSPENDED], to=RUNNING, says=[says.AgreementResumed])
async def resume_agreement(agreement: Agreement, command: ResumeAgreement, work: Work) -> None:
    """Take a suspended agreement up again."""
    await resume(agreement, work)


async def resume(agreement: Agreement, work: Work) -> None:
    """End the rest."""
    agreement.suspension = None
    await work.say(agreement, says.AgreementResumed())


class TerminateAgreement(Changes):
    """Who ends it, with which paper, and from when; the reason is shown to those concerned."""

    effective: Annotated[Day, Field(description="The first day on which it does not bind any more.")]
    given_on: Annotated[Day, Field(description="The day of the notice.")]
    wished_by: Initiative
    document: Evidence
    reason: Text
    impact: Impact = None


@agreements.changes(
    who=[HEAD],
    when=BINDING,
    to={status: [status, Status.TERMINATED] for status in BINDING},
    says=[says.AgreementTerminationGiven, says.AgreementTerminated],
    refuses=[ImpactNotSeen, NoticeTooShort, DatedInTheFuture, EndsBeforeThat, TerminationGiven],
)
async def terminate_agreement(agreement: Agreement, command: TerminateAgreement, work: Work) -> None:
    """Record notice of termination, which takes effect when the notice period is over; what was signed stays."""
    if agreement.termination:
        raise TerminationGiven(effective=agreement.termination.effective.isoformat())
    termination = Termination(
        effective=command.effective,
        given_on=command.given_on,
        wished_by=command.wished_by,
        document=command.document,
        reason=command.reason,
    )
    check_termination(termination, agreement.renewal.notice_days, agreement.ends, work.today)
    confirm_impact(await dependents_of(agreement, work), command.impact)
    agreement.termination = termination
    given = says.AgreementTerminationGiven(
        effective=command.effective, wished_by=command.wished_by, reason=command.reason
    )
    await work.say(agreement, given)
    if command.effective <= work.today:
        await end(agreement, work)


async def end(agreement: Agreement, work: Work) -> None:
    """The notice period is over."""
    assert agreement.termination  # noqa: S101 -- only a termination ends it early
    agreement.terminated_on = agreement.termination.effective
    await work.say(agreement, says.AgreementTerminated(on=agreement.terminated_on))
