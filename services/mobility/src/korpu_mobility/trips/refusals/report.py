"""Why a report on a trip is not accepted, and why one that is owed stands in the way."""

from korpu_chassis.refusals import Refusal


class ReportOwed(Refusal):
    """Who owes a report asks for no other trip."""

    code = "trip-report-owed"
    text = {
        "az": "{other} üzrə hesabatın son günü {due} idi. Əvvəlcə onu verin və ya müdirdən istisna istəyin.",
        "en": "The report on {other} was due on {due}. Hand it in first, or ask the head for an exception.",
        "ru": "Отчёт о {other} нужно было сдать до {due}. Сначала сдайте его или попросите исключения.",
        "de": "Der Bericht über {other} war am {due} fällig. Erst abgeben, oder die Leitung macht eine Ausnahme.",
        "fr": "Le rapport sur {other} était dû le {due}. Remettez-le d'abord, ou demandez une exception.",
    }


class OwnReport(Refusal):
    """Whoever travelled or wrote the report does not accept it."""

    code = "trip-own-report"
    text = {
        "az": "Ezamiyyətdə olan və ya hesabatı yazan şəxs onu qəbul edə bilməz.",
        "en": "Whoever travelled or handed in this report cannot accept it.",
        "ru": "Кто ездил или сдал отчёт, тот его не принимает.",
        "de": "Wer gereist ist oder den Bericht abgegeben hat, kann ihn nicht annehmen.",
        "fr": "Qui a voyagé ou remis ce rapport ne peut pas l'accepter.",
    }
