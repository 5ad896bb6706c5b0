"""Whether somebody fits an opportunity: every rule that asks something answers, each with its own code."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as held
from datetime import date
from decimal import Decimal
from enum import StrEnum

from korpu_chassis.refusals import Refusal
from korpu_mobility.fields_of_study import within_field
from korpu_mobility.opportunities.domain.lifecycle import Audience
from korpu_mobility.opportunities.parts import LanguageNeed, Requirements
from korpu_mobility.opportunities.refusals.eligibility import (
    CitizenshipOutside,
    FieldOutside,
    LanguageMissing,
    LevelOutside,
    MeanTooLow,
    NotForThisAudience,
    TooOld,
)


class Rule(StrEnum):
    """What is asked about somebody."""

    AUDIENCE = "audience"
    LEVEL = "level"
    FIELD = "field"
    CITIZENSHIP = "citizenship"
    AGE = "age"
    MEAN = "mean"
    LANGUAGE = "language"


class Verdict(StrEnum):
    """Whether somebody meets a rule, or all of them; unknown where they have not said."""

    MET = "met"
    FAILED = "failed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Candidate:
    """What counts about somebody, as far as it is known."""

    audiences: frozenset[Audience] = frozenset()
    level: int | None = None
    field: str | None = None
    citizenship: str | None = None
    birth_date: date | None = None
    mean: Decimal | None = None
    mean_scale: Decimal | None = None
    languages: Mapping[str, str] = held(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Finding:
    """What one rule says of somebody; a failed one says why."""

    rule: Rule
    verdict: Verdict
    why: Refusal | None = None


def eligibility(wanted: Requirements, who: Candidate, on: date) -> tuple[Finding, ...]:
    """What each rule of these requirements says of somebody; rules that ask nothing are left out.

    `on` is the day by which ages count: the last day to apply.
    """
    found = [rule(wanted, who, on) for rule in RULES]
    return (*(each for each in found if each is not None), *(_language(need, who) for need in wanted.languages))


def verdict_of(findings: Iterable[Finding]) -> Verdict:
    """One failed rule is enough; what is unknown can still be told."""
    verdict = Verdict.MET
    for each in findings:
        if each.verdict is Verdict.FAILED:
            return Verdict.FAILED
        if each.verdict is Verdict.UNKNOWN:
            verdict = Verdict.UNKNOWN
    return verdict


MET = {rule: Finding(rule, Verdict.MET) for rule in Rule}
UNKNOWN = {rule: Finding(rule, Verdict.UNKNOWN) for rule in Rule}


def _failed(rule: Rule, why: Refusal) -> Finding:
    return Finding(rule, Verdict.FAILED, why)


def _audience(wanted: Requirements, who: Candidate, _on: date) -> Finding | None:
    asked = wanted.audience
    if not asked:
        return None
    if not who.audiences:
        return UNKNOWN[Rule.AUDIENCE]
    if any(each in asked for each in who.audiences):
        return MET[Rule.AUDIENCE]
    return _failed(Rule.AUDIENCE, NotForThisAudience("audience", allowed=_listed(asked)))


def _level(wanted: Requirements, who: Candidate, _on: date) -> Finding | None:
    if not wanted.eqf:
        return None
    if who.level is None:
        return UNKNOWN[Rule.LEVEL]
    if who.level in wanted.eqf:
        return MET[Rule.LEVEL]
    return _failed(Rule.LEVEL, LevelOutside("level", allowed=_listed(wanted.eqf)))


def _field(wanted: Requirements, who: Candidate, _on: date) -> Finding | None:
    if not wanted.isced:
        return None
    if who.field is None:
        return UNKNOWN[Rule.FIELD]
    for allowed in wanted.isced:
        if within_field(who.field, allowed):
            return MET[Rule.FIELD]
    return _failed(Rule.FIELD, FieldOutside("field", allowed=_listed(wanted.isced)))


def _citizenship(wanted: Requirements, who: Candidate, _on: date) -> Finding | None:
    if not (wanted.citizenships or wanted.barred_citizenships):
        return None
    if who.citizenship is None:
        return UNKNOWN[Rule.CITIZENSHIP]
    allowed = not wanted.citizenships or who.citizenship in wanted.citizenships
    if allowed and who.citizenship not in wanted.barred_citizenships:
        return MET[Rule.CITIZENSHIP]
    return _failed(Rule.CITIZENSHIP, CitizenshipOutside("citizenship"))


def _age(wanted: Requirements, who: Candidate, on: date) -> Finding | None:
    if not wanted.ages:
        return None
    if who.birth_date is None or (who.level is None and any(each.level for each in wanted.ages)):
        return UNKNOWN[Rule.AGE]
    limits = [each.under for each in wanted.ages if each.level is None or each.level == who.level]
    if not limits:
        return None
    if age_on(who.birth_date, on) < min(limits):
        return MET[Rule.AGE]
    return _failed(Rule.AGE, TooOld("birth_date", under=min(limits), day=on))


def _mean(wanted: Requirements, who: Candidate, _on: date) -> Finding | None:
    asked, mean = wanted.mean, who.mean
    if asked is None:
        return None
    if mean is None:
        return UNKNOWN[Rule.MEAN]
    # On another scale the same share of the whole counts; products, so that no digit is lost.
    if mean * asked.scale >= asked.minimum * (who.mean_scale or asked.scale):
        return MET[Rule.MEAN]
    return _failed(Rule.MEAN, MeanTooLow("mean", minimum=asked.minimum, scale=asked.scale))


def _language(need: LanguageNeed, who: Candidate) -> Finding:
    level = who.languages.get(need.language)
    if level is None:
        return UNKNOWN[Rule.LANGUAGE]
    # CEFR levels are written so that they sort as they rank: A1 < A2 < … < C2.
    if level >= need.cefr:
        return MET[Rule.LANGUAGE]
    return _failed(Rule.LANGUAGE, LanguageMissing("languages", language=need.language, cefr=need.cefr))


RULES: Sequence[Callable[[Requirements, Candidate, date], Finding | None]] = (
    *(_audience, _level, _field),
    *(_citizenship, _age, _mean),
)
"""Those that are asked once; of languages each that is needed is asked for itself."""


def age_on(born: date, day: date) -> int:
    """How old somebody is on a day; who was born on 29 February grows older on 1 March."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def _listed(values: Iterable[object]) -> str:
    return ", ".join(str(value) for value in values)
