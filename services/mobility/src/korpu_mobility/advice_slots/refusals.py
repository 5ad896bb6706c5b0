"""Why an appointment is not offered or not booked."""

from korpu_chassis.refusals import Refusal


class SlotInThePast(Refusal):
    """An appointment lies ahead when it is offered, and when it is booked."""

    code = "advice-slot-in-the-past"
    text = {
        "az": "Bu vaxt artıq keçib; sonrakı vaxtı seçin.",
        "en": "That time is over; choose a later one.",
        "ru": "Это время уже прошло; выберите более позднее.",
        "de": "Diese Zeit ist vorbei; wählen Sie eine spätere.",
        "fr": "Cette heure est passée ; choisissez-en une plus tardive.",
    }


class AdvisorBusy(Refusal):
    """Whoever advises is with one person at a time."""

    code = "advice-slot-advisor-busy"
    text = {
        "az": "Məsləhətçinin bu vaxta başqa görüşü var: {code}.",
        "en": "Whoever advises has another appointment at that time: {code}.",
        "ru": "У консультанта на это время другой приём: {code}.",
        "de": "Wer berät, hat zu dieser Zeit einen anderen Termin: {code}.",
        "fr": "La personne qui conseille a un autre rendez-vous à cette heure : {code}.",
    }


class SlotTaken(Refusal):
    """Of two who want the last appointment one gets it."""

    code = "advice-slot-taken"
    text = {
        "az": "Bu vaxtı artıq başqası götürüb; başqa vaxt seçin.",
        "en": "Somebody else has taken this appointment; choose another one.",
        "ru": "Это время уже занято; выберите другое.",
        "de": "Diesen Termin hat schon jemand anders; wählen Sie einen anderen.",
        "fr": "Ce rendez-vous est déjà pris ; choisissez-en un autre.",
    }


class BookerUnknown(Refusal):
    """An appointment is for a person whom we know."""

    code = "advice-slot-booker-unknown"
    text = {
        "az": "Hesabınız şəxs kimi qeydiyyatda deyil; şöbəyə yazın.",
        "en": "Your account is not known as a person here; write to the office.",
        "ru": "Ваша учётная запись не связана с человеком; напишите в отдел.",
        "de": "Ihr Konto gehört hier zu keiner Person; schreiben Sie der Abteilung.",
        "fr": "Votre compte n'est lié à aucune personne ici ; écrivez au service.",
    }


class BookerBusy(Refusal):
    """Nobody is in two places at once."""

    code = "advice-slot-booker-busy"
    text = {
        "az": "Bu vaxta sizin başqa görüşünüz var: {code}.",
        "en": "You have another appointment at that time: {code}.",
        "ru": "У вас на это время другой приём: {code}.",
        "de": "Sie haben zu dieser Zeit einen anderen Termin: {code}.",
        "fr": "Vous avez un autre rendez-vous à cette heure : {code}.",
    }
