"""What waits for whom about an agreement: its review step by step, signatures, the review it is due for, its end."""

from collections.abc import Iterator

from korpu_chassis.commands.task import Task
from korpu_partners.agreements.domain.amendments import Amendment, AmendmentStatus, open_amendment
from korpu_partners.agreements.domain.calendar import next_review
from korpu_partners.agreements.domain.lifecycle import BINDING, Status, expiring_from
from korpu_partners.agreements.domain.renewal import notice_date, renews_itself
from korpu_partners.agreements.domain.reviews import Review, ReviewStep
from korpu_partners.agreements.domain.routes import Step
from korpu_partners.agreements.policies.approval import DECIDES
from korpu_partners.agreements.tables import Agreement


def tasks_of(agreement: Agreement) -> Iterator[Task]:
    """Everything that waits for somebody, as the agreement stands."""
    keepers = tuple(each for each in (agreement.owner, agreement.backup) if each)
    if agreement.status in {Status.DRAFT, Status.RETURNED}:
        yield Task(("SubmitAgreement",), subjects=keepers)
    if agreement.status == Status.IN_REVIEW and agreement.review:
        yield from _steps(agreement.review, keepers)
    if agreement.status == Status.APPROVED:
        yield Task(("SignAgreement",), since=agreement.approved_on, subjects=keepers)
    if agreement.status in BINDING:
        amendment = open_amendment(agreement.amendments)
        yield from _of_amendment(amendment, keepers) if amendment else ()
        yield from _of_its_time(agreement, keepers)


def _steps(review: Review, keepers: tuple[str, ...]) -> Iterator[Task]:
    for step in review.open:
        if step.step is Step.PARTNER:
            commands = ("RecordPartnerApproval", "ReturnAgreement")
            yield Task(commands, due=step.due, subjects=keepers, part=_place(step))
        else:
            commands = ("ApproveAgreement", "ReturnAgreement")
            yield Task(commands, due=step.due, whose=DECIDES[step.step], part=_place(step))


def _of_amendment(amendment: Amendment, keepers: tuple[str, ...]) -> Iterator[Task]:
    if amendment.status is AmendmentStatus.APPROVED:
        yield Task(("SignAmendment",), subjects=keepers, part=str(amendment.number))
        return
    for step in amendment.review.open:
        place = f"{amendment.number}:{_place(step)}"
        if step.step is Step.PARTNER:
            yield Task(("RecordAmendmentApproval",), due=step.due, subjects=keepers, part=place)
        else:
            whose, author = DECIDES[step.step], (amendment.author,)
            yield Task(("ApproveAmendment",), due=step.due, whose=whose, never=author, part=place)


def _of_its_time(agreement: Agreement, keepers: tuple[str, ...]) -> Iterator[Task]:
    """An agreement without an end is looked at again; one that ends is renewed, or ends on purpose."""
    if day := next_review(agreement):
        yield Task(("RecordReview",), since=day, due=day, subjects=keepers)
    decided = agreement.successor_id or agreement.non_renewal or agreement.termination
    if agreement.ends and not decided:
        last = notice_date(agreement.ends, agreement.renewal) if renews_itself(agreement.terms) else agreement.ends
        commands = ("RenewAgreement", "DeclineRenewal")
        yield Task(commands, since=expiring_from(last), due=last, subjects=keepers)


def _place(step: ReviewStep) -> str:
    return str(step.organisation_id or step.step.value)
