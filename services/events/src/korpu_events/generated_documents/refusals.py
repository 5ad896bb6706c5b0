"""Why a paper of a visit or an event is not made."""

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


class ReportNotFrozen(Refusal):
    """A report on paper tells figures that never change."""

    code = "paper-report-not-frozen"
    text = {
        "az": "Hesabatın göstəriciləri hələ dondurulmayıb və ya belə nömrə yoxdur.",
        "en": "The figures of the report are not frozen yet, or not under this number.",
        "ru": "Показатели отчёта ещё не зафиксированы, или такого номера нет.",
        "de": "Die Zahlen des Berichts sind noch nicht festgeschrieben, oder nicht unter dieser Nummer.",
        "fr": "Les chiffres du rapport ne sont pas encore figés, ou pas sous ce numéro.",
    }


class EventNotHeld(Refusal):
    """Being there is certified when the event has taken place."""

    code = "paper-event-not-held"
    text = {
        "az": "İştirak haqqında sertifikat tədbir keçirildikdən sonra verilir.",
        "en": "Attendance is certified once the event has taken place.",
        "ru": "Сертификат об участии выдаётся после проведения мероприятия.",
        "de": "Die Teilnahme wird bescheinigt, wenn die Veranstaltung stattgefunden hat.",
        "fr": "La participation est attestée une fois que la manifestation a eu lieu.",
    }


class NotAttended(Refusal):
    """Who was not there has no certificate."""

    code = "paper-not-attended"
    text = {
        "az": "Bu şəxsin tədbirdə iştirakı qeyd olunmayıb; əvvəlcə iştirakı qeyd edin.",
        "en": "Nobody has recorded that this person was at the event; record it first.",
        "ru": "Присутствие этого лица на мероприятии не отмечено; сначала отметьте его.",
        "de": "Dass diese Person bei der Veranstaltung war, ist nicht festgehalten; bitte zuerst festhalten.",
        "fr": "La présence de cette personne à la manifestation n'est pas enregistrée ; enregistrez-la d'abord.",
    }


class NameMissing(Refusal):
    """A certificate names somebody; the names of accounts are not kept with events."""

    code = "paper-name-missing"
    status = 422
    text = {
        "az": "Hesabla qeydiyyatdan keçənin adı burada saxlanmır; sertifikatda yazılacaq adı göstərin.",
        "en": "The name of whoever registered with an account is not kept here; say how it is to be printed.",
        "ru": "Имя зарегистрированного по учётной записи здесь не хранится; укажите, как его напечатать.",
        "de": "Der Name zu einem Konto wird hier nicht geführt; geben Sie an, wie er gedruckt werden soll.",
        "fr": "Le nom lié à un compte n'est pas conservé ici ; indiquez comment l'imprimer.",
    }
