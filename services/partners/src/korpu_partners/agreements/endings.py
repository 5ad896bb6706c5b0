"""Suspension and termination: what is recorded of them, and the notice that is owed."""

from datetime import date, timedelta
from enum import StrEnum

from korpu_chassis.refusals import Refusal
from korpu_chassis.validation.codes import Text
from korpu_partners.agreements.records import DatedInTheFuture, Evidence
from korpu_partners.agreements.terms import Value


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
