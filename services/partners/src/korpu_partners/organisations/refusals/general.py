"""Why something that is asked of an organisation is refused, and what is warned of."""

from korpu_chassis.refusals import Notice, Refusal


class PossibleDuplicate(Refusal):
    """An organisation like this is known already; it is offered, not silently joined."""

    code = "possible-duplicate"
    text = {
        "az": "Oxşar təşkilat artıq var: {known}. Eyni deyilsə, onu `not_duplicate_of` sahəsində göstərin.",
        "en": "A similar organisation is known already: {known}. If it is another one, name it in `not_duplicate_of`.",
        "ru": "Похожая организация уже есть: {known}. Если это другая, укажите её в `not_duplicate_of`.",
        "de": "Eine ähnliche Organisation ist bekannt: {known}. Wenn nicht, nennen Sie sie in `not_duplicate_of`.",
        "fr": "Une organisation semblable existe déjà : {known}. Si c'est une autre, citez-la dans `not_duplicate_of`.",
    }


class IdentifierTaken(Refusal):
    """A ROR, PIC, Erasmus code or VÖEN names one organisation only."""

    code = "identifier-taken"
    text = {
        "az": "Bu eyniləşdirici artıq başqa təşkilata məxsusdur.",
        "en": "This identifier already belongs to another organisation.",
        "ru": "Этот идентификатор уже принадлежит другой организации.",
        "de": "Diese Kennung gehört schon einer anderen Organisation.",
        "fr": "Cet identifiant appartient déjà à une autre organisation.",
    }


class NotReachable(Refusal):
    """An active organisation has one contact that can be reached."""

    code = "no-reachable-contact"
    text = {
        "az": "Əvvəlcə əlaqə saxlamaq mümkün olan bir şəxs və ya poçt qutusu əlavə edin.",
        "en": "First add one contact that can be reached: a person or a mailbox with an address, valid today.",
        "ru": "Сначала добавьте контакт, с которым можно связаться.",
        "de": "Fügen Sie zuerst einen erreichbaren Kontakt hinzu.",
        "fr": "Ajoutez d'abord un contact joignable.",
    }


class RiskUntilPast(Refusal):
    """A judgement holds until a day to come."""

    code = "organisation-risk-until-past"
    status = 422
    text = {
        "az": "Qiymətləndirmə bu gündən əvvəl bitə bilməz.",
        "en": "A rating cannot end before today.",
        "ru": "Оценка не может закончиться раньше сегодняшнего дня.",
        "de": "Eine Bewertung kann nicht vor heute enden.",
        "fr": "Une évaluation ne peut pas finir avant aujourd'hui.",
    }


class DomesticOnly(Refusal):
    """A VÖEN is the tax number of an Azerbaijani organisation."""

    code = "voen-is-domestic"
    text = {
        "az": "VÖEN yalnız Azərbaycan təşkilatı üçündür.",
        "en": "A VÖEN belongs to an organisation of Azerbaijan only.",
        "ru": "VÖEN бывает только у организаций Азербайджана.",
        "de": "Eine VÖEN hat nur eine Organisation Aserbaidschans.",
        "fr": "Un VÖEN n'appartient qu'à une organisation d'Azerbaïdjan.",
    }


class ContactReversed(Refusal):
    """A contact is not over before it begins."""

    code = "contact-ends-before-it-begins"
    status = 422
    text = {
        "az": "Əlaqə {begins} tarixində başlayır və bundan əvvəl bitə bilməz.",
        "en": "The contact begins on {begins}, and does not end before that.",
        "ru": "Контакт действует с {begins} и не может закончиться раньше.",
        "de": "Der Kontakt gilt ab {begins} und kann nicht vorher enden.",
        "fr": "Le contact vaut à partir du {begins} et ne peut finir avant.",
    }


class UnknownContact(Refusal):
    """The organisation has no such contact."""

    code = "unknown-contact"
    status = 404
    text = {
        "az": "Təşkilatın belə əlaqə şəxsi yoxdur.",
        "en": "The organisation has no such contact.",
        "ru": "У организации нет такого контакта.",
        "de": "Die Organisation hat keinen solchen Kontakt.",
        "fr": "L'organisation n'a pas ce contact.",
    }


class RiskExpired(Notice):
    """A risk rating older than its date says nothing any more."""

    code = "risk-rating-expired"
    text = {
        "az": "Risk qiymətləndirməsinin müddəti bitib.",
        "en": "The risk rating has expired; rate the organisation again.",
        "ru": "Срок оценки риска истёк.",
        "de": "Die Risikobewertung ist abgelaufen.",
        "fr": "L'évaluation du risque a expiré.",
    }
