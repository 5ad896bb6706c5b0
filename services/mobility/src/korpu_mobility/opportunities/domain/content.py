"""What is written about an opportunity makes sense in itself, and is whole before everybody reads it."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from korpu_chassis.i18n.text import LocalizedText
from korpu_mobility.opportunities.domain.lifecycle import Covered, Funding, ObligationKind
from korpu_mobility.opportunities.parts import AgeLimit, Criterion, Destination, FundedAmount, Obligation, Requirements
from korpu_mobility.opportunities.refusals.general import (
    DestinationUnclear,
    FundingContradicts,
    RequirementUnclear,
    WeightsNotWhole,
    WorkYearsMissing,
)
from korpu_mobility.opportunities.refusals.readiness import TextMissing
from korpu_mobility.promised_languages import lacking

WHOLE = 100


def require_funding(funding: str, covers: Collection[Covered], amounts: Sequence[FundedAmount]) -> None:
    """Nothing is covered where nothing is paid, something where it is, and amounts are of what is covered."""
    if (funding == Funding.NONE) == bool(covers) or not {each.covers for each in amounts} <= set(covers):
        raise FundingContradicts("covers")


def require_weights(criteria: Sequence[Criterion]) -> None:
    """The weights are a hundred together; without criteria nothing is weighed."""
    total = sum(each.weight for each in criteria)
    if criteria and total != WHOLE:
        raise WeightsNotWhole("criteria", sum=total)


def require_obligations(obligations: Sequence[Obligation]) -> None:
    """Whoever returns and works does so for a number of years, and nothing else is counted in them."""
    for place, each in enumerate(obligations):
        if (each.kind == ObligationKind.RETURN_AND_WORK) != (each.years is not None):
            raise WorkYearsMissing(f"obligations.{place}.years")


def require_destinations(destinations: Sequence[Destination]) -> None:
    """Each is a partner or a condition, stands there once, and a stay there ends after it begins."""
    seen: set[object] = set()
    for place, each in enumerate(destinations):
        what = (each.organisation_id, each.condition_id, each.term)
        days = each.starts is None or each.ends is None or each.starts <= each.ends
        if not (each.organisation_id or each.condition_id) or what in seen or each.id in seen or not days:
            raise DestinationUnclear(f"destinations.{place}")
        seen |= {what, each.id}


def require_clear(wanted: Requirements) -> None:
    """What is required can be met, and is said once."""
    for name in ("audience", "eqf", "isced", "citizenships", "barred_citizenships", "documents"):
        if len(set(given := getattr(wanted, name))) != len(given):
            raise RequirementUnclear(name)
    if set(wanted.citizenships) & set(wanted.barred_citizenships):
        raise RequirementUnclear("barred_citizenships")
    if len({each.language for each in wanted.languages}) != len(wanted.languages):
        raise RequirementUnclear("languages")
    if len({each.level for each in wanted.ages}) != len(wanted.ages) or _unreachable(wanted.ages, wanted.eqf):
        raise RequirementUnclear("ages")
    if wanted.mean and wanted.mean.minimum > wanted.mean.scale:
        raise RequirementUnclear("mean")


def _unreachable(ages: Iterable[AgeLimit], levels: Collection[int]) -> bool:
    return bool(levels) and any(each.level is not None and each.level not in levels for each in ages)


def require_promised(texts: Mapping[str, LocalizedText | None]) -> None:
    """Each of these texts is there in the languages that everybody is promised, and follows its original."""
    if missing := [f"{name} ({language})" for name, text in texts.items() for language in lacking(text)]:
        raise TextMissing(missing=", ".join(missing))
