"""How a visit ends: with its report, and with action points or the word that none follow."""

from collections.abc import Sequence
from uuid import UUID

from korpu_chassis.i18n.text import LocalizedText
from korpu_chassis.refusals import Refusal


class ReportMissing(Refusal):
    """Nothing closes without its output."""

    code = "visit-report-missing"
    text = {
        "az": "Hesabatı olmayan səfər bağlana bilməz.",
        "en": "A visit without a report cannot be closed.",
        "ru": "Визит без отчёта нельзя закрыть.",
    }


class FollowUpMissing(Refusal):
    """A visit leaves action points, or somebody says that none follow."""

    code = "visit-follow-up-missing"
    text = {
        "az": "Bağlamaq üçün tapşırıqlar yazın və ya davamının olmadığını qeyd edin.",
        "en": "Agree action points, or say that there is no follow-up, before the visit is closed.",
        "ru": "До закрытия запишите поручения или укажите, что продолжения нет.",
    }


class FollowUpAgreed(Refusal):
    """Where action points were agreed, there is a follow-up."""

    code = "visit-follow-up-agreed"
    text = {
        "az": "Səfərin tapşırıqları var, ona görə «davamı yoxdur» demək olmaz.",
        "en": "The visit has action points, so there is a follow-up.",
        "ru": "У визита есть поручения, значит, продолжение есть.",
    }


def may_close(report: LocalizedText | None, action_points: Sequence[UUID], no_follow_up: str | None) -> None:
    """A visit is closed with its report and its follow-up."""
    if report is None:
        raise ReportMissing
    if not action_points and no_follow_up is None:
        raise FollowUpMissing


def may_declare_no_follow_up(action_points: Sequence[UUID]) -> None:
    """Nothing follows where nothing was agreed."""
    if action_points:
        raise FollowUpAgreed
