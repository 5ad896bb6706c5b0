"""What is given about an opportunity becomes what it keeps; what was there before keeps its id and translations."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Protocol, TypeVar
from uuid import UUID

from uuid_utils.compat import uuid7

from korpu_chassis.i18n.text import LocalizedText, Texts
from korpu_mobility.opportunities.domain.content import (
    require_clear,
    require_funding,
    require_obligations,
    require_weights,
)
from korpu_mobility.opportunities.domain.lifecycle import Status
from korpu_mobility.opportunities.inputs import GivenCriterion, GivenDocument, GivenObligation, GivenRequirements
from korpu_mobility.opportunities.parts import AskedDocument, Criterion, Obligation, Requirements
from korpu_mobility.opportunities.refusals.general import NothingChanged
from korpu_mobility.opportunities.tables import Opportunity


class Known(Protocol):
    """A part that has an id."""

    @property
    def id(self) -> UUID:
        """Which of several it is."""


K = TypeVar("K", bound=Known)


def worded(before: LocalizedText | None, given: Texts) -> LocalizedText:
    """The text as it is from now on; an edited original leaves its translations outdated."""
    return before.edited(given) if before else LocalizedText.of(given)


def criteria_of(given: Sequence[GivenCriterion], before: Sequence[Criterion] = ()) -> tuple[Criterion, ...]:
    """These criteria, a hundred together."""
    made = tuple(Criterion(**_kept(each, before, "title"), weight=each.weight) for each in given)
    require_weights(made)
    return made


def obligations_of(given: Sequence[GivenObligation], before: Sequence[Obligation] = ()) -> tuple[Obligation, ...]:
    """These obligations, with years where one works for them."""
    made = tuple(Obligation(**_kept(each, before, "text"), kind=each.kind, years=each.years) for each in given)
    require_obligations(made)
    return made


def ask(opportunity: Opportunity, given: GivenRequirements, today: date) -> None:
    """Ask this of applicants; once it was published, in a version of its own."""
    documents = tuple(_document(each, opportunity.documents) for each in given.documents)
    plain = given.model_dump(exclude={"documents"}, round_trip=True)
    wanted = Requirements.model_validate({**plain, "documents": tuple(each.id for each in documents)})
    require_clear(wanted)
    anew = opportunity.status != Status.DRAFT
    if anew and wanted == opportunity.asked.asked and _titles(documents) == _titles(opportunity.documents, wanted):
        raise NothingChanged
    now = {each.id for each in documents}
    others = tuple(each for each in opportunity.documents if each.id not in now) if anew else ()
    opportunity.documents = (*others, *documents)
    opportunity.asks(wanted, today, anew=anew)


def require_sound_money(opportunity: Opportunity) -> None:
    """Funding, what it covers and the amounts fit each other."""
    require_funding(opportunity.funding, opportunity.covers, opportunity.amounts)  # type: ignore[arg-type]  # words


def _titles(documents: Sequence[AskedDocument], wanted: Requirements | None = None) -> set[AskedDocument | Any]:
    kept = [each for each in documents if wanted is None or each.id in wanted.documents]
    return {(each.id, each.title.model_dump_json(), each.optional) for each in kept}


def _document(given: GivenDocument, before: Sequence[AskedDocument]) -> AskedDocument:
    return AskedDocument(**_kept(given, before, "title"), optional=given.optional)


def _kept(given: Any, before: Sequence[K], text: str) -> dict[str, Any]:
    """The id and the text of a part: those that it had, or new ones."""
    held = next((each for each in before if each.id == given.id), None)
    words = worded(getattr(held, text) if held else None, getattr(given, text))
    return {"id": held.id if held else uuid7(), text: words}
