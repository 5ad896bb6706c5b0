"""Why a paper of a visit is not made."""

from korpu_chassis.refusals import Refusal


class VisitNotHeld(Refusal):
    """Papers are made of a visit that takes place."""

    code = "paper-visit-not-held"
    text = {
        "az": "Səfər baş tutmur; onun üçün sənəd hazırlanmır.",
        "en": "The visit does not take place; no paper is made of it.",
        "ru": "Визит не состоится; документы для него не составляются.",
        "de": "Der Besuch findet nicht statt; zu ihm wird kein Schreiben gemacht.",
        "fr": "La visite n'a pas lieu ; aucun document n'en est établi.",
    }


class NoSuchInvitation(Refusal):
    """An invitation is printed as it was entered: under its number, for whom, and of its day."""

    code = "paper-invitation-unknown"
    status = 422
    text = {
        "az": "Bu nömrə ilə dəvət qeyd olunmayıb; əvvəlcə dəvəti qeyd edin.",
        "en": "No invitation with this number is entered; enter it first.",
        "ru": "Приглашение с этим номером не внесено; сначала внесите его.",
        "de": "Unter dieser Nummer ist keine Einladung eingetragen; bitte zuerst eintragen.",
        "fr": "Aucune invitation n'est enregistrée sous ce numéro ; enregistrez-la d'abord.",
    }


class ProgrammeEmpty(Refusal):
    """A programme has hours."""

    code = "paper-programme-empty"
    text = {
        "az": "Səfərin proqramında hələ heç nə yoxdur.",
        "en": "There is nothing on the programme of the visit yet.",
        "ru": "В программе визита пока ничего нет.",
        "de": "Im Programm des Besuchs steht noch nichts.",
        "fr": "Le programme de la visite est encore vide.",
    }


class BriefingMissing(Refusal):
    """A briefing says what our side should know."""

    code = "paper-briefing-missing"
    text = {
        "az": "Səfər üçün arayış hələ yazılmayıb.",
        "en": "No briefing is written for the visit yet.",
        "ru": "Справка к визиту ещё не написана.",
        "de": "Zum Besuch ist noch keine Vorbereitungsnotiz geschrieben.",
        "fr": "Aucune note de préparation n'est encore rédigée pour la visite.",
    }
