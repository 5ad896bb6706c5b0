"""Am I eligible: which rule of which opportunity somebody fails, as its owner tells, with or without an account."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import strawberry
from strawberry.types import Info

from korpu_gateway.owners.personal import ELIGIBILITY
from korpu_gateway.reads.declared import part
from korpu_gateway.reads.fields import at
from korpu_gateway.reads.identity import identity
from korpu_gateway.reads.relations import one
from korpu_gateway.types.words.opportunity import EligibilityRule, EligibilityVerdict, OpportunityAudience

if TYPE_CHECKING:
    from korpu_gateway.reads.reading import Reading
    from korpu_gateway.types.opportunity import Opportunity


@strawberry.input(description="A language that somebody knows, and how well.")
class KnownLanguage:
    """A language that somebody knows, and how well."""

    language: str
    cefr: str


@strawberry.input(description="What somebody says of themselves; nothing of it is kept.")
class CandidateInput:
    """What somebody says of themselves; nothing of it is kept."""

    audience: OpportunityAudience | None = None
    level: int | None = strawberry.field(default=None, description="The level of the studies, EQF.")
    field: str | None = strawberry.field(default=None, description="The field of study, ISCED-F 2013.")
    citizenship: str | None = None
    birth_date: date | None = None
    mean: Decimal | None = strawberry.field(default=None, description="The mean of the grades.")
    mean_scale: Decimal | None = strawberry.field(default=None, description="Its scale, if it is not the asked one.")
    languages: list[KnownLanguage] = strawberry.field(default_factory=list)


@part
class EligibilityFinding:
    """What one rule says of somebody; a failed one says why, in the caller's language."""

    rule: EligibilityRule = at()
    verdict: EligibilityVerdict = at()
    code: str | None = at()
    message: str | None = at()


@part
class Eligibility:
    """What the rules of one opportunity say of somebody; `requirements` is the version that was asked."""

    opportunity: "Opportunity | None" = one("opportunity", "id")
    requirements: int = at()
    verdict: EligibilityVerdict = at()
    rules: list[EligibilityFinding] = at()


async def _asked(
    info: Info,
    given: CandidateInput | None = None,
    opportunities: list[strawberry.ID] | None = None,
    verdict: list[EligibilityVerdict] | None = None,
) -> list[Eligibility]:
    reading: Reading = info.context
    question: dict[str, Any] = {"given": _told(given)} if given else {}
    if opportunities is not None:
        question["ids"] = [str(id) for each in opportunities if (id := identity("opportunity")(each))]
    found = await reading.personal.asks_openly(ELIGIBILITY, **question)
    wanted = None if verdict is None else {each.value for each in verdict}
    kept: Any = [each for each in found if wanted is None or each["verdict"] in wanted]
    return kept  # type: ignore[no-any-return]


def _told(given: CandidateInput) -> dict[str, Any]:
    """What the owner is asked with: what is left out is left out there too."""
    said = {
        "audience": given.audience.value if given.audience else None,
        "level": given.level,
        "field": given.field,
        "citizenship": given.citizenship,
        "birth_date": given.birth_date.isoformat() if given.birth_date else None,
        "mean": _digits(given.mean),
        "mean_scale": _digits(given.mean_scale),
        "languages": [{"language": each.language, "cefr": each.cefr} for each in _listed(given.languages)],
    }
    return {name: value for name, value in said.items() if value is not None}


def _digits(number: Decimal | None) -> str | None:
    return None if number is None else str(number)


def _listed(languages: Sequence[KnownLanguage] | None) -> Sequence[KnownLanguage]:
    return languages or ()


def eligibility_field() -> Any:
    """Which opportunities somebody is eligible for, in the schema."""
    told = (
        "Which rule of which opportunity somebody fails: of all that are open unless some are named, the nearest last "
        "day first. What the office knows of the caller counts before what is given; nobody needs an account."
    )
    return strawberry.field(resolver=_asked, description=told)
