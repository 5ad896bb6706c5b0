"""Why an application comes too early or too late."""

from korpu_chassis.refusals import Refusal


class DeadlinePassed(Refusal):
    """Nobody applies after the last moment of the call."""

    code = "application-deadline-passed"
    text = {
        "az": "Müraciət müddəti {last} tarixində bitib.",
        "en": "The last day to apply was {last}.",
        "ru": "Последний день подачи был {last}.",
        "de": "Der letzte Bewerbungstag war {last}.",
        "fr": "Le dernier jour pour postuler était le {last}.",
    }


class CallNotOpen(Refusal):
    """Nobody applies to what is suspended, closed or archived."""

    code = "application-call-not-open"
    text = {
        "az": "Bu elan üzrə müraciət indi qəbul edilmir.",
        "en": "This opportunity takes no applications now.",
        "ru": "По этому объявлению заявки сейчас не принимаются.",
        "de": "Für dieses Angebot werden jetzt keine Bewerbungen angenommen.",
        "fr": "Cette offre ne reçoit pas de candidatures pour le moment.",
    }


class NotYetOpen(Refusal):
    """Nobody applies before the first day of the call."""

    code = "application-call-not-yet-open"
    text = {
        "az": "Müraciətlər {opens} tarixindən qəbul olunur.",
        "en": "Applications are taken from {opens} on.",
        "ru": "Заявки принимаются с {opens}.",
        "de": "Bewerbungen werden ab dem {opens} angenommen.",
        "fr": "Les candidatures sont reçues à partir du {opens}.",
    }


class RepairTooLate(Refusal):
    """What was returned is submitted again by its day."""

    code = "application-repair-too-late"
    text = {
        "az": "Düzəliş müddəti {until} tarixində bitib; şöbəyə yazın.",
        "en": "The last day to mend it was {until}; write to the office.",
        "ru": "Срок исправления истёк {until}; напишите в отдел.",
        "de": "Der letzte Tag zum Nachbessern war {until}; schreiben Sie der Abteilung.",
        "fr": "Le dernier jour pour corriger était le {until} ; écrivez au service.",
    }


class RepairDayPassed(Refusal):
    """Whoever mends has at least today."""

    code = "application-repair-day-passed"
    status = 422
    text = {
        "az": "Düzəliş günü bu gündən əvvəl ola bilməz.",
        "en": "The day by which it is mended cannot lie in the past.",
        "ru": "День исправления не может быть в прошлом.",
        "de": "Der Tag zum Nachbessern kann nicht in der Vergangenheit liegen.",
        "fr": "Le jour de la correction ne peut pas être passé.",
    }


class RestoredTooLate(Refusal):
    """A withdrawal is taken back at once or never."""

    code = "application-restored-too-late"
    text = {
        "az": "Geri götürülmüş müraciət yalnız {minutes} dəqiqə ərzində bərpa olunur.",
        "en": "A withdrawal can be taken back within {minutes} minutes only.",
        "ru": "Отозванную заявку можно вернуть только в течение {minutes} минут.",
        "de": "Ein Rückzug lässt sich nur binnen {minutes} Minuten rückgängig machen.",
        "fr": "Un retrait ne s'annule que dans les {minutes} minutes.",
    }


class WithdrawnByAnother(Refusal):
    """Whoever withdrew takes it back."""

    code = "application-withdrawn-by-another"
    text = {
        "az": "Müraciəti başqası geri götürüb; yalnız o bərpa edə bilər.",
        "en": "Somebody else withdrew it, and only they can take that back.",
        "ru": "Заявку отозвал другой человек; вернуть её может только он.",
        "de": "Jemand anders hat sie zurückgezogen und kann allein das rückgängig machen.",
        "fr": "Quelqu'un d'autre l'a retirée et peut seul l'annuler.",
    }
