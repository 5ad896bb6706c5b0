"""Whether a nominee fits a condition: one rule and one refusal each."""

from collections.abc import Sequence
from dataclasses import dataclass

from korpu_mobility.fields_of_study import within_field
from korpu_mobility.mobilities.domain.lifecycle import Audience
from korpu_mobility.mobilities.refusals.eligibility import (
    AudienceNotEligible,
    FieldNotEligible,
    LanguageTooLow,
    LevelNotEligible,
    UnitNotEligible,
    YearNotCovered,
)

AUDIENCE_OF = {
    "study": Audience.STUDENT,
    "traineeship": Audience.STUDENT,
    "doctoral": Audience.STUDENT,
    "teaching": Audience.STAFF,
    "training": Audience.STAFF,
}


@dataclass(frozen=True)
class Wanted:
    """What a condition asks of a nominee; an empty list asks nothing."""

    kind: str
    first_year: str | None = None
    last_year: str | None = None
    eqf: Sequence[int] = ()
    isced: Sequence[str] = ()
    language: str | None = None
    cefr: str | None = None
    unit: str | None = None


@dataclass(frozen=True)
class Nominee:
    """What counts about a nominee."""

    audience: str
    academic_year: str
    level: int
    field: str
    language_level: str | None = None
    unit: str | None = None


def require_eligible(nominee: Nominee, wanted: Wanted) -> None:
    """Let the nominee through, or refuse with the first rule that says no."""
    _require_year(nominee, wanted)
    _require_audience(nominee, wanted)
    _require_unit(nominee, wanted)
    _require_level(nominee, wanted)
    _require_field(nominee, wanted)
    _require_language(nominee, wanted)


def _require_year(nominee: Nominee, wanted: Wanted) -> None:
    first, last = wanted.first_year or nominee.academic_year, wanted.last_year or nominee.academic_year
    if not first <= nominee.academic_year <= last:
        raise YearNotCovered("academic_year", first_year=wanted.first_year, last_year=wanted.last_year)


def _require_audience(nominee: Nominee, wanted: Wanted) -> None:
    if AUDIENCE_OF.get(wanted.kind, nominee.audience) != nominee.audience:
        raise AudienceNotEligible("person_id", kind=wanted.kind)


def _require_unit(nominee: Nominee, wanted: Wanted) -> None:
    if wanted.unit and wanted.unit != nominee.unit:
        raise UnitNotEligible("condition_id", unit=wanted.unit)


def _require_level(nominee: Nominee, wanted: Wanted) -> None:
    if wanted.eqf and nominee.level not in wanted.eqf:
        raise LevelNotEligible("level", level=nominee.level, allowed=_listed(wanted.eqf))


def _require_field(nominee: Nominee, wanted: Wanted) -> None:
    if wanted.isced and not any(within_field(nominee.field, allowed) for allowed in wanted.isced):
        raise FieldNotEligible("field", field=nominee.field, allowed=_listed(wanted.isced))


def _require_language(nominee: Nominee, wanted: Wanted) -> None:
    # CEFR levels are written so that they sort as they rank: A1 < A2 < … < C2.
    if wanted.cefr and (nominee.language_level or "") < wanted.cefr:
        raise LanguageTooLow("language_level", language=wanted.language, needed=wanted.cefr)


def _listed(values: Sequence[object]) -> str:
    return ", ".join(str(value) for value in values)
