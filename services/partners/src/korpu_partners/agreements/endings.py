"""Suspension and termination: the notice that is owed, and what must be looked at before it is confirmed."""

import hashlib
import json
from collections.abc import Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import Literal
from uuid import UUID

from korpu_chassis.codes import Text
from korpu_chassis.refusals import Refusal
from korpu_partners.agreements.routes import DatedInTheFuture, Evidence
from korpu_partners.agreements.terms import Value


class ImpactNotSeen(Refusal):
    """Whoever ends or suspends an agreement has looked at what depends on it now."""

    code = "agreement-impact-not-seen"
    text = {
        "az": "Bu sənəddən asılı olanların sayı: {count}. Siyahıya baxın və {impact} kodu ilə təsdiq edin.",
        "en": "{count} things depend on this agreement. Look at them and confirm with the impact code {impact}.",
        "ru": "От документа зависит объектов: {count}. Просмотрите их и подтвердите кодом {impact}.",
        "de": "{count} Dinge hängen von diesem Vertrag ab. Bitte ansehen und mit dem Code {impact} bestätigen.",
        "fr": "{count} éléments dépendent de cet accord. Examinez-les et confirmez avec le code {impact}.",
    }


class NoticeTooShort(Refusal):
    """A termination takes effect after the notice period, unless both sides want it."""

    code = "agreement-notice-too-short"
    text = {
        "az": "Bildiriş müddətinə görə ən tez tarix: {earliest}.",
        "en": "With the notice period it can take effect on {earliest} at the earliest.",
        "ru": "С учётом срока уведомления — не раньше {earliest}.",
        "de": "Mit der Kündigungsfrist frühestens wirksam am {earliest}.",
        "fr": "Compte tenu du préavis, au plus tôt le {earliest}.",
    }


class EndsBeforeThat(Refusal):
    """A termination takes effect before the agreement would have ended anyway."""

    code = "agreement-ends-before-that"
    text = {
        "az": "Sənəd həmin tarixə qədər onsuz da bitir ({ends}).",
        "en": "The agreement ends before that anyway ({ends}).",
        "ru": "Документ и так заканчивается раньше ({ends}).",
        "de": "Der Vertrag endet ohnehin vorher ({ends}).",
        "fr": "L'accord prend fin avant de toute façon ({ends}).",
    }


class TerminationGiven(Refusal):
    """Notice of termination is given once."""

    code = "agreement-termination-given"
    text = {
        "az": "Xitam bildirişi artıq verilib; qüvvəyə minir: {effective}.",
        "en": "Termination has already been given; it takes effect on {effective}.",
        "ru": "Уведомление о расторжении уже дано; вступает в силу {effective}.",
        "de": "Die Kündigung ist schon erklärt; sie wirkt ab {effective}.",
        "fr": "La résiliation est déjà notifiée ; elle prend effet le {effective}.",
    }


class Initiative(StrEnum):
    """Whose wish an ending is."""

    US = "us"
    PARTNER = "partner"
    BOTH = "both"


class Termination(Value):
    """Notice that the agreement ends early; what was signed stays as it was."""

    effective: date
    given_on: date
    wished_by: Initiative
    document: Evidence
    reason: Text


class Suspension(Value):
    """A pause: nothing new begins under the agreement."""

    since: date
    until: date | None = None
    reason: Text
    document: Evidence | None = None


class NonRenewal(Value):
    """Notice that the agreement shall not go on after its end."""

    on: date
    wished_by: Initiative
    document: Evidence
    reason: Text


class Dependent(Value):
    """One thing that depends on an agreement."""

    kind: Literal["mobility", "visit", "agreement", "seats", "obligation"]
    id: UUID
    status: str


def impact_code(dependents: Sequence[Dependent]) -> str:
    """A short code of what depends on an agreement; another dependent or status gives another code."""
    listed = sorted((each.kind, str(each.id), each.status) for each in dependents)
    return hashlib.sha256(json.dumps(listed).encode()).hexdigest()[:12]


def confirm_impact(dependents: Sequence[Dependent], impact: str | None) -> None:
    """Refuse until the caller names what depends on the agreement now."""
    code = impact_code(dependents)
    if dependents and impact != code:
        raise ImpactNotSeen("impact", count=len(dependents), impact=code)


def earliest_termination(given_on: date, notice_days: int, by: Initiative) -> date:
    """The first day on which a termination can take effect; by mutual wish that is the day of the document."""
    return given_on if by is Initiative.BOTH else given_on + timedelta(days=notice_days)


def check_termination(termination: Termination, notice_days: int, ends: date | None, today: date) -> None:
    """The termination honours the notice period and comes before the end."""
    if termination.given_on > today:
        raise DatedInTheFuture("given_on", on=termination.given_on.isoformat())
    earliest = earliest_termination(termination.given_on, notice_days, termination.wished_by)
    if termination.effective < earliest:
        raise NoticeTooShort("effective", earliest=earliest.isoformat())
    if ends is not None and termination.effective > ends:
        raise EndsBeforeThat("effective", ends=ends.isoformat())
