"""The review of one version of terms: whose turn it is, and which approvals stand."""

from collections.abc import Iterable
from datetime import date, timedelta
from uuid import UUID

from korpu_chassis.validation.codes import Text
from korpu_partners.agreements.domain.routes import REVIEW_DAYS, ROUTES, Step
from korpu_partners.agreements.records import Evidence
from korpu_partners.agreements.refusals.reviews import NotItsTurn, TermsMoved
from korpu_partners.agreements.terms import Terms, Value

APPROVED = "approved"
RETURNED = "returned"


class ReviewStep(Value):
    """One step of a route; a partner's step names the partner."""

    step: Step
    organisation_id: UUID | None = None
    stage: int
    due: date | None = None
    decided: str | None = None
    decided_on: date | None = None


class Approval(Value):
    """One office's or partner's yes to exactly these terms."""

    by: Step
    organisation_id: UUID | None = None
    terms_version: int
    terms_hash: str
    on: date
    subject: str
    evidence: Evidence | None = None
    remark: Text | None = None


class Review(Value):
    """The route of one version of terms, and the approvals that these have so far."""

    terms_version: int
    terms_hash: str
    steps: tuple[ReviewStep, ...]
    approvals: tuple[Approval, ...] = ()

    @property
    def open(self) -> tuple[ReviewStep, ...]:
        """The steps that can be decided now: the partners' at any time, ours stage by stage."""
        waiting = [each for each in self.steps if each.decided != APPROVED]
        stage = min((each.stage for each in waiting if each.step is not Step.PARTNER), default=0)
        return tuple(each for each in waiting if each.step is Step.PARTNER or each.stage == stage)

    @property
    def missing(self) -> tuple[str, ...]:
        """The steps whose approval is missing."""
        return tuple(dict.fromkeys(each.step.value for each in self.steps if each.decided != APPROVED))

    @property
    def ball_with(self) -> str | None:
        """Whose move it is: the first of our offices that is open, then the partner."""
        waiting = sorted((each.step for each in self.open), key=lambda step: step is Step.PARTNER)
        if not waiting:
            return None
        return "us" if waiting[0] is Step.DEPARTMENT else waiting[0].value


def review_of(terms: Terms, version: int, digest: str, unit: str | None, today: date) -> Review:
    """The route of these terms from its beginning: the faculty if one is concerned, finance if there is money."""
    skipped = {Step.FACULTY} if unit is None else set()
    if not terms.has_money:
        skipped.add(Step.FINANCE)
    stages = [kept for stage in ROUTES[terms.kind] if (kept := [step for step in stage if step not in skipped])]
    ours = [ReviewStep(step=step, stage=place) for place, stage in enumerate(stages, start=1) for step in stage]
    partners = [ReviewStep(step=Step.PARTNER, organisation_id=each, stage=1) for each in terms.partner_ids]
    return _dated(Review(terms_version=version, terms_hash=digest, steps=(*ours, *partners)), today)


def approve(review: Review, approval: Approval, today: date) -> Review:
    """The review after one more yes; the steps that it opens get their due dates."""
    chosen = _open_step(review, approval.by, approval.organisation_id)
    require_terms_read(review, approval.terms_version)
    decided = chosen.model_copy(update={"decided": APPROVED, "decided_on": approval.on})
    steps = tuple(decided if each is chosen else each for each in review.steps)
    return _dated(review.model_copy(update={"steps": steps, "approvals": (*review.approvals, approval)}), today)


def require_terms_read(review: Review, version: int) -> None:
    """Whoever decides has read the terms as they are now."""
    if version != review.terms_version:
        raise TermsMoved("terms_version", read=version, current=review.terms_version)


def send_back(review: Review, step: Step, organisation_id: UUID | None, today: date) -> Review:
    """The review after a reviewer has returned it for repair; approvals already given for these terms stay."""
    chosen = _open_step(review, step, organisation_id)
    decided = chosen.model_copy(update={"decided": RETURNED, "decided_on": today})
    return review.model_copy(update={"steps": tuple(decided if each is chosen else each for each in review.steps)})


def reopened(review: Review, today: date) -> Review:
    """The same terms again after repair: what was returned waits for a decision, what was approved stays."""
    fresh = {"decided": None, "decided_on": None, "due": None}
    steps = (each if each.decided == APPROVED else each.model_copy(update=fresh) for each in review.steps)
    return _dated(review.model_copy(update={"steps": tuple(steps)}), today)


def _open_step(review: Review, step: Step, organisation_id: UUID | None) -> ReviewStep:
    for each in review.open:
        if each.step is step and each.organisation_id == organisation_id:
            return each
    raise NotItsTurn("step", step=step.value, open=_listed(each.step for each in review.open))


def _listed(steps: Iterable[Step]) -> str:
    return ", ".join(dict.fromkeys(step.value for step in steps)) or "–"


def _dated(review: Review, today: date) -> Review:
    """Give each step that is open and has no due date the one that its office is allowed."""
    opened = set(map(id, review.open))
    steps = (
        each.model_copy(update={"due": today + timedelta(days=REVIEW_DAYS[each.step])})
        if id(each) in opened and each.due is None
        else each
        for each in review.steps
    )
    return review.model_copy(update={"steps": tuple(steps)})
