"""How a visit ends: with its report, and with action points or the word that none follow."""

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
